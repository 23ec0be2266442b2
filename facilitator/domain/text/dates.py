"""Dates and times as the people in the room write and read them.

Instants are ms since 1970 in UTC; a zone is an IANA name, and one that is unknown counts as UTC.

Separate, because nobody else reads or writes a date. What has words in it (weekdays, months, `tomorrow`) and what
people type goes through pendulum, in English on every machine. What is all digits (`10:04`, ISO 8601) is left to
`datetime` and `zoneinfo`, on which pendulum builds: the live screen shows times of day with every tick, which takes
0.7 µs that way and 10 µs through pendulum, and its first frame need not wait the 25 ms in which pendulum loads.
"""

import re
from datetime import UTC, date, datetime, time, tzinfo
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pendulum import Date

_LONGEST_PAST_MS = 8 * 3600 * 1000
_DATE_LIKE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
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
    return _written(local(at, timezone).date(), "ddd")


def day_text(at: int, timezone: str) -> str:
    """`Tuesday, 1 December`."""
    return _written(local(at, timezone).date(), "dddd, D MMMM")


def date_text(at: int, timezone: str) -> str:
    """`Tuesday, 1 December 2026`."""
    return _written(local(at, timezone).date(), "dddd, D MMMM YYYY")


def moment_text(at: int, seen_at: int, timezone: str) -> str:
    """`10:04` on the same day as `seen_at`, `2 December, 10:04` on any other."""
    moment = local(at, timezone)
    day, time_of_day = moment.date(), time_form(moment)
    return time_of_day if day == local(seen_at, timezone).date() else f"{_written(day, 'D MMMM')}, {time_of_day}"


def day_and_time_text(at: int, seen_at: int, timezone: str) -> str:
    """`10:04` on the same day as `seen_at`, `Tue 10:04` within six days of it, `1 Dec 10:04` on any other."""
    moment = local(at, timezone)
    days = abs((moment.date() - local(seen_at, timezone).date()).days)
    if not days:
        return time_form(moment)
    return f"{_written(moment.date(), 'ddd' if days < 7 else 'D MMM')} {time_form(moment)}"


def recent_text(at: int, now: int, timezone: str) -> str:
    """`today 09:02`, `yesterday 09:02`; for any other day `3 November`, or `3 November 2025` in another year."""
    day, today = local(at, timezone).date(), local(now, timezone).date()
    days_ago = (today - day).days
    if days_ago in (0, 1):
        return f"{('today', 'yesterday')[days_ago]} {time_text(at, timezone)}"
    return _written(day, "D MMMM" if day.year == today.year else "D MMMM YYYY")


@lru_cache(maxsize=512)
def _written(day: date, form: str) -> str:
    """The day in one of pendulum's forms. Kept, because a debrief asks for few days, and thousands of times."""
    import pendulum

    return pendulum.instance(day).format(form, locale="en")


def iso_day(at: int, timezone: str) -> str:
    """`2026-12-01`."""
    return local(at, timezone).date().isoformat()


def iso_text(at: int) -> str:
    """ISO 8601 in UTC, to the millisecond: `2026-12-01T10:00:00.000Z`."""
    return f"{datetime.fromtimestamp(at // 1000, UTC).isoformat()[:19]}.{at % 1000:03}Z"


def from_iso(text: str) -> int:
    """Return the instant that `iso_text` wrote. Raises ValueError for anything that is no date and time."""
    moment = datetime.fromisoformat(text)
    return round((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1000)


def is_date(text: str) -> bool:
    """Whether the text is an ISO date, such as `due_date` gives, and nothing else."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def is_before(text: str, day: date) -> bool:
    """Whether an ISO date lies before `day`; False for any other text."""
    return is_date(text) and date.fromisoformat(text) < day


def due_date(text: str, now: int, timezone: str) -> str:
    """Return the ISO date that `today`, `tomorrow`, a weekday, `3d` or an ISO date means at `now`.

    A weekday is the next one, never today. Other words come back as they are. Raises ValueError for a date that no
    calendar has.
    """
    import pendulum

    word = text.strip().lower().removeprefix("in ")
    today = _day(now, timezone)
    if word in ("today", "tomorrow"):
        return today.add(days=word == "tomorrow").isoformat()
    for weekday in pendulum.WeekDay:
        if len(word) >= 3 and weekday.name.lower().startswith(word):
            return today.next(weekday).isoformat()
    count = word.removesuffix("days").removesuffix("day").removesuffix("d").strip()
    if count != word and count.isdecimal() and len(count) < 4:
        return today.add(days=int(count)).isoformat()
    try:
        # Not `pendulum.parse`: to it `2026`, `P3D` and `now` are dates too, and for the last it reads the clock.
        return pendulum.Date.fromisoformat(word).isoformat()
    except ValueError:
        if _DATE_LIKE.fullmatch(word):
            raise
        return text.strip()


def _day(at: int, timezone: str) -> "Date":
    import pendulum

    return pendulum.instance(local(at, timezone).date())


def read_time(text: str) -> time:
    """Read `9:30`, `10:00` or `10:00:00`. Raises ValueError."""
    if match := _TIME.fullmatch(text):
        return time(int(match[1]), int(match[2]))
    raise ValueError("not a time of day: write it as 10:00")


def read_moment(text: str) -> datetime:
    """Read an ISO 8601 date and time; it is naive unless the text has an offset. Raises ValueError."""
    from pendulum import DateTime

    return DateTime.fromisoformat(text)


def start_form(starts: datetime | time) -> str:
    """`2026-12-01 10:00`, or `10:00` for a time of any day, as an agenda keeps a start."""
    return starts.isoformat(" ", "minutes") if isinstance(starts, datetime) else time_form(starts)


def local_instant(text: str, now: int, timezone: str) -> int:
    """Return the instant at which the local clock shows `2026-12-01 10:00`, or `10:00` on the day of `now`.

    A time that comes twice, because the clock is put back, is the one of the two that is nearer to `now`; one that is
    left out, because it is put forward, is read as if it weren't. An offset in the text takes precedence over the zone.
    Raises ValueError.
    """
    moment = read_moment(text if "-" in text else f"{iso_day(now, timezone)} {text.zfill(5)}")
    return min(_instants(moment, timezone), key=lambda at: abs(at - now))


def nearest_local_instant(time_of_day: str, near: int, timezone: str) -> int:
    """Return the instant at which the local clock shows `10:00`, on the day on which that is nearest to `near`.

    What would be more than eight hours back is over, and the next day's is meant: who opens an agenda of 07:00 at 18:55
    wants to begin tomorrow. Raises ValueError.
    """
    found = _instants_around(time_of_day, near, timezone, days=(-1, 0, 1))
    return min((at for at in found if at >= near - _LONGEST_PAST_MS), key=lambda at: abs(at - near))


def latest_local_instant(time_of_day: str, now: int, timezone: str) -> int:
    """Return the last instant up to `now` at which the local clock showed `10:00`. Raises ValueError."""
    return max(at for at in _instants_around(time_of_day, now, timezone, days=(-1, 0)) if at <= now)


def next_local_instant(time_of_day: str, after: int, timezone: str) -> int:
    """Return the first instant after `after` at which the local clock shows `10:00`. Raises ValueError."""
    return min(at for at in _instants_around(time_of_day, after, timezone, days=(0, 1)) if at > after)


def _instants_around(time_of_day: str, at: int, timezone: str, days: tuple[int, ...]) -> list[int]:
    """Return when the local clock shows `10:00` on the days that are so many `days` from that of `at`."""
    today = _day(at, timezone)
    moments = (read_moment(f"{today.add(days=days_on)} {time_of_day.zfill(5)}") for days_on in days)
    return [instant for moment in moments for instant in _instants(moment, timezone)]


def _instants(moment: datetime, timezone: str) -> tuple[int, ...]:
    """Return the instants at which the local clock shows `moment`: two if it is put back over it, else one."""
    if moment.tzinfo is not None:
        return (int(moment.timestamp() * 1000),)
    # Not pendulum's own `replace`: it would put a time that is left out an hour earlier.
    folds = (datetime.replace(moment, tzinfo=_zone(timezone), fold=fold) for fold in (0, 1))
    first, second = (int(each.timestamp() * 1000) for each in folds)
    return (first, second) if second > first else (first,)
