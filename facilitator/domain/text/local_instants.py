"""When the clock on the wall shows a time: instants, in ms since 1970 in UTC, of times that people write.

Separate from `dates`, which reads and writes: this knows on which day, and which of two hours in autumn, is meant.
"""

from datetime import datetime, timedelta

from facilitator.domain.text.dates import iso_day, local, read_moment

_LONGEST_PAST_MS = 8 * 3600 * 1000


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
    today = local(at, timezone).date()
    moments = (read_moment(f"{today + timedelta(days_on)} {time_of_day.zfill(5)}") for days_on in days)
    return [instant for moment in moments for instant in _instants(moment, timezone)]


def _instants(moment: datetime, timezone: str) -> tuple[int, ...]:
    """Return the instants at which the local clock shows `moment`: two if it is put back over it, else one."""
    if moment.tzinfo is not None:
        return (int(moment.timestamp() * 1000),)
    folds = (moment.replace(tzinfo=local(0, timezone).tzinfo, fold=fold) for fold in (0, 1))
    first, second = (int(each.timestamp() * 1000) for each in folds)
    return (first, second) if second > first else (first,)
