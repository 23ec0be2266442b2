"""Dates and times as the people in the room write and read them.

Instants are ms since 1970 in UTC; a zone is an IANA name, and one that is unknown counts as UTC.

Separate, because nobody else reads or writes a date. What people type (`tomorrow`, `next friday`) goes through
pendulum. What is shown is left to `datetime` and `zoneinfo`, on which pendulum builds, with weekdays and months in
English on every machine: the live screen shows times of day with every tick, and whether one is of another day must not
decide whether it loads pendulum, which takes 25 ms and 2.5 MiB.
"""

import re
from datetime import UTC, date, datetime, time, tzinfo
from functools import cache
from typing import TYPE_CHECKING

from facilitator.domain.text.plain_text import comparable

if TYPE_CHECKING:
    from pendulum import Date, DateTime

YEARS = range(1971, 2999)
"""The years of which there are dates here: each of their instants can be kept, whatever the zone."""

_END_OF_DAY = time(18)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_LEAP_YEARS_LIE_WITHIN = 9
_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(?::00)?", re.ASCII)


def local(at: int, timezone: str) -> datetime:
    """The instant as the clocks and calendars of a zone show it."""
    return datetime.fromtimestamp(at / 1000, _zone(timezone))


@cache
def _zone(name: str) -> tzinfo:
    if name == "UTC":
        return UTC
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        return UTC


def time_text(at: int, timezone: str) -> str:
    """`10:04`."""
    return time_form(local(at, timezone))


def time_form(moment: datetime | time) -> str:
    """`10:04`, of a moment or a time of any day."""
    return f"{moment.hour:02}:{moment.minute:02}"


def weekday_text(at: int, timezone: str) -> str:
    """`Tue`."""
    return _weekday(local(at, timezone))[:3]


def day_text(at: int, timezone: str) -> str:
    """`Tuesday, 1 December`."""
    day = local(at, timezone)
    return f"{_weekday(day)}, {_day_of_month(day)}"


def date_text(at: int, timezone: str) -> str:
    """`Tuesday, 1 December 2026`."""
    return f"{day_text(at, timezone)} {local(at, timezone).year}"


def moment_text(at: int, seen_at: int, timezone: str) -> str:
    """`10:04` on the same day as `seen_at`, `2 December, 10:04` on any other."""
    moment = local(at, timezone)
    is_today = moment.date() == local(seen_at, timezone).date()
    return time_form(moment) if is_today else f"{_day_of_month(moment)}, {time_form(moment)}"


def day_and_time_text(at: int, seen_at: int, timezone: str) -> str:
    """`10:04` on the same day as `seen_at`, `Tue 10:04` within six days of it, `1 Dec 10:04` on any other."""
    moment = local(at, timezone)
    days = abs((moment.date() - local(seen_at, timezone).date()).days)
    if not days:
        return time_form(moment)
    day = _weekday(moment)[:3] if days < 7 else f"{moment.day} {_month(moment)[:3]}"
    return f"{day} {time_form(moment)}"


def by_when(due: str) -> str:
    """Return `by Friday, 4 December` for a date, with `, 17:00` if it has a time; other words as they were said.

    Longer ones follow `until`. It is empty for none.
    """
    try:
        at = from_iso(due)
    except ValueError:
        return f"{'by' if len(due.split()) < 3 else 'until'} {due}" if due else ""
    return f"by {day_text(at, 'UTC')}" + (f", {time_text(at, 'UTC')}" if ":" in due else "")


def recent_text(at: int, now: int, timezone: str) -> str:
    """`today 09:02`, `yesterday 09:02`; for any other day `3 November`, or `3 November 2025` in another year."""
    day, today = local(at, timezone).date(), local(now, timezone).date()
    days_ago = (today - day).days
    if days_ago in (0, 1):
        return f"{('today', 'yesterday')[days_ago]} {time_text(at, timezone)}"
    return _day_of_month(day) if day.year == today.year else f"{_day_of_month(day)} {day.year}"


def _weekday(day: date) -> str:
    return _WEEKDAYS[day.weekday()]


def _month(day: date) -> str:
    return _MONTHS[day.month - 1]


def _day_of_month(day: date) -> str:
    return f"{day.day} {_month(day)}"


def iso_day(at: int, timezone: str) -> str:
    """`2026-12-01`."""
    return local(at, timezone).date().isoformat()


def cell_text(value: date | time) -> str:
    """Return a date, a time of day or both as a sheet shows them: `2026-11-29 09:30`, `09:30`; seconds if there are."""
    if isinstance(value, time):
        return f"{value:%H:%M:%S}" if value.second else f"{value:%H:%M}"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d} {cell_text(value.time())}"
    return value.isoformat()


def iso_text(at: int) -> str:
    """ISO 8601 in UTC, to the millisecond: `2026-12-01T10:00:00.000Z`."""
    return f"{datetime.fromtimestamp(at // 1000, UTC).isoformat()[:19]}.{at % 1000:03}Z"


def from_iso(text: str) -> int:
    """Return the instant that `iso_text` wrote. Raises ValueError for anything that is no date and time."""
    moment = datetime.fromisoformat(text)
    return round((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1000)


def due_day(text: str) -> date | None:
    """Return the day of an ISO date, with or without a time, such as `due_date` gives; None for any other words."""
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


class PastError(ValueError):
    """What was said to be due is past."""


def due_date(text: str, now: int, timezone: str) -> str:
    """Return when something is due that is promised at `now` (ms): `2026-12-04`, or `2026-12-04 17:00`.

    Read are days (`friday`, `next friday`, `tomorrow`, `12 March`, `3d`, `2w`, `end of week`, an ISO date), a time
    before or behind them (`5pm`, `17:00`, `noon`, `EOD`), which also stands alone, and hours (`24h`). A weekday is the
    next one and never today; with `next`, it is that of the next week, which begins on Monday. The end of a day is
    18:00, that of a week is Friday's.

    Other words come back as they are. Raises PastError for what is past, ValueError for a date that no calendar has.
    """
    here = _pendulum(now, timezone)
    words = " ".join(comparable(text).replace(",", " ").split())
    # The patterns stand here, where they are compiled when first used: the live screen shows dates, and reads none.
    words = re.sub(r"^(?:(?:in|on|by|until|at|before|the|this) )+", "", words)
    if match := re.fullmatch(r"(\d{1,3}) ?(?:h|hours?|hrs?)", words, re.ASCII):
        return _due(here.add(hours=int(match[1])))
    first = re.fullmatch(r"(\d{1,2}(?::\d\d)? ?(?:am|pm)?|noon|eod|end of (?:the )?day) (?:on )?(.+)", words, re.ASCII)
    if first and _time_of_day(first[1]):
        words = f"{first[2]} {first[1]}"
    at = re.search(r"(?:^| )(?:at |by )?(\d{1,2}(?::\d\d)? ?(?:am|pm)?|noon|eod|end of (?:the )?day)$", words, re.ASCII)
    of_day = _time_of_day(at[1]) if at else None
    said = words[: at.start()] if at and of_day else words
    day = _due_day(said, here) if said else here.date()
    if day is None:
        return text.strip()
    if of_day is None:
        if day < here.date():
            raise PastError(text)
        return day.isoformat()
    moment = here.set(year=day.year, month=day.month, day=day.day).at(of_day.hour, of_day.minute)
    if moment <= here and said:
        raise PastError(text)
    return f"{day if moment > here else here.date().add(days=1)} {time_form(of_day)}"


def _due_day(said: str, here: "DateTime") -> "date | None":
    """Return the day that `said` means on the day of `here`. Raises ValueError for a date that no calendar has."""
    import pendulum

    today = here.date()
    if said in ("today", "tomorrow"):
        return today.add(days=said == "tomorrow")
    if match := re.fullmatch(r"(\d{1,3}) ?(?:(d|days?)|(?:w|weeks?))", said, re.ASCII):
        return today.add(days=int(match[1])) if match[2] else today.add(weeks=int(match[1]))
    if said in ("end of week", "end of the week", "eow"):
        return today if today.weekday() == pendulum.FRIDAY else today.next(pendulum.FRIDAY)
    this_week = said.removeprefix("next ")
    for weekday in pendulum.WeekDay:
        if len(this_week) >= 3 and weekday.name.lower().startswith(this_week):
            monday = today.start_of("week").add(weeks=1)
            return today.next(weekday) if said == this_week else monday.add(days=weekday)
    if match := re.fullmatch(
        r"(?:(\d{1,2})(?:st|nd|rd|th|\.)?(?: of)? ([a-z]+)|([a-z]+) (\d{1,2})(?:st|nd|rd|th)?)(?: (\d{4}))?",
        said,
        re.ASCII,
    ):
        return _next_date(match[1] or match[4], match[2] or match[3], match[5], today)
    try:
        # Not `pendulum.parse`: to it `2026`, `P3D` and `now` are dates too, and for the last it reads the clock.
        return pendulum.Date.fromisoformat(said)
    except ValueError:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", said, re.ASCII):
            raise
        return None


def _next_date(day: str, month: str, year: str | None, today: "Date") -> "date | None":
    """Return the next such day of a month, today included. Raises ValueError if the month has no such day."""
    numbers = [number for number, name in enumerate(_MONTHS, 1) if len(month) >= 3 and name.lower().startswith(month)]
    if not numbers:
        return None
    if year:
        return today.set(year=int(year), month=numbers[0], day=int(day))
    for later in range(_LEAP_YEARS_LIE_WITHIN):
        try:
            found = today.set(year=today.year + later, month=numbers[0], day=int(day))
        except ValueError:
            continue
        if found >= today:
            return found
    raise ValueError(f"no {month} has a day {day}")


def _time_of_day(said: str) -> time | None:
    match = re.fullmatch(r"(\d{1,2})(?::([0-5]\d))? ?(am|pm)?", said, re.ASCII)
    if match is None:
        return {"noon": time(12)}.get(said, _END_OF_DAY if said.startswith("e") else None)
    hour, minute, half = int(match[1]), int(match[2] or 0), match[3]
    if not half:
        return time(hour, minute) if match[2] and hour < 24 else None
    return time(hour % 12 + 12 * (half == "pm"), minute) if 1 <= hour <= 12 else None


def _due(moment: "DateTime") -> str:
    return f"{moment.date().isoformat()} {time_form(moment)}"


def _pendulum(at: int, timezone: str) -> "DateTime":
    import pendulum

    return pendulum.instance(local(at, timezone))


def read_time(text: str) -> time:
    """Read `9:30`, `10:00` or `10:00:00`. Raises ValueError."""
    if match := _TIME.fullmatch(text):
        return time(int(match[1]), int(match[2]))
    raise ValueError("not a time of day: write it as 10:00")


def read_moment(text: str) -> datetime:
    """Read an ISO 8601 date and time; it is naive unless the text has an offset.

    Raises ValueError, also for a year that no instant could be kept of in every zone (see `Instant`).
    """
    moment = datetime.fromisoformat(text)
    if moment.year not in YEARS:
        raise ValueError(f"the year isn't one from {YEARS[0]} to {YEARS[-1]}")
    return moment


def start_form(starts: datetime | time) -> str:
    """`2026-12-01 10:00`, or `10:00` for a time of any day, as an agenda keeps a start."""
    return starts.isoformat(" ", "minutes") if isinstance(starts, datetime) else time_form(starts)
