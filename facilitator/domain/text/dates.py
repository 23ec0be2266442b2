"""Instants as the people in the room read them: the time of day and the date in a time zone.

Instants are ms since 1970 in UTC; a zone is an IANA name, and one that is unknown counts as UTC.
"""

import re
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cache

_DATE_LIKE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@cache
def zone(name: str) -> tzinfo:
    if name == "UTC":
        return UTC
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        return UTC


def local(at: int, timezone: str) -> datetime:
    return datetime.fromtimestamp(at / 1000, zone(timezone))


def time_text(at: int, timezone: str) -> str:
    """`10:04`."""
    return local(at, timezone).strftime("%H:%M")


def date_text(at: int, timezone: str) -> str:
    """`Tuesday, 1 December 2026`."""
    moment = local(at, timezone)
    return f"{moment:%A}, {moment.day} {moment:%B %Y}"


def moment_text(at: int, seen_at: int, timezone: str) -> str:
    """`10:04` on the same day as `seen_at`, `2 December, 10:04` on any other."""
    moment = local(at, timezone)
    time = f"{moment.hour:02}:{moment.minute:02}"
    return time if moment.date() == local(seen_at, timezone).date() else f"{moment.day} {moment:%B}, {time}"


def iso_text(at: int) -> str:
    """ISO 8601 in UTC, to the millisecond: `2026-12-01T10:00:00.000Z`."""
    return f"{datetime.fromtimestamp(at // 1000, UTC).isoformat()[:19]}.{at % 1000:03}Z"


def from_iso(text: str) -> int:
    """The instant that `iso_text` wrote. Raises ValueError for anything that is no date and time."""
    moment = datetime.fromisoformat(text)
    return round((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1000)


def due_date(text: str, now: int, timezone: str) -> str:
    """The ISO date that `today`, `tomorrow`, a weekday, `3d` or an ISO date means at `now`; other words as they are.

    A weekday is the next one, never today. Raises ValueError for a date that no calendar has.
    """
    word = text.strip().lower().removeprefix("in ")
    today = local(now, timezone).date()
    if word in ("today", "tomorrow"):
        return (today + timedelta(days=word == "tomorrow")).isoformat()
    for place, weekday in enumerate(_WEEKDAYS):
        if len(word) >= 3 and weekday.startswith(word):
            return (today + timedelta(days=(place - today.weekday() - 1) % 7 + 1)).isoformat()
    count = word.removesuffix("days").removesuffix("day").removesuffix("d").strip()
    if count != word and count.isdecimal() and len(count) < 4:
        return (today + timedelta(days=int(count))).isoformat()
    try:
        return date.fromisoformat(word).isoformat()
    except ValueError:
        if _DATE_LIKE.fullmatch(word):
            raise
        return text.strip()
