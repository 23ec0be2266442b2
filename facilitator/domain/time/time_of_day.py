"""Instants of a session as the clock on the wall shows them.

Separate from `timing`, which knows only the session's timeline. If the wall clock is corrected in the middle of an
interview, the timeline goes on as before, but every time of day on the screen must agree with the corrected clock.
"""

from facilitator.domain.session.state import Session
from facilitator.domain.text.dates import day_and_time_text, local, time_form, time_text, weekday_text


def time_of_day(session: Session, at: int) -> str:
    """Return `11:34`, which the clock on the wall shows in the session's zone at the instant `at` of its timeline."""
    return time_text(session.wall_time(at), session.timezone)


def exact_time_of_day(session: Session, at: int) -> str:
    """Return `11:34:07`, the same to the second."""
    return f"{time_of_day(session, at)}:{session.wall_time(at) // 1000 % 60:02}"


def day_and_time(session: Session, at: int, seen_at: int) -> str:
    """Return `11:34`, or `Tue 11:34` if it is another day than at `seen_at`; both are instants of the timeline."""
    return day_and_time_text(session.wall_time(at), session.wall_time(seen_at), session.timezone)


def times_of_day(session: Session, at: int, local_zone: str) -> str:
    """Return the same in both zones if the reader's, `local_zone` (IANA), shows another time than the session's."""
    return both_zones(session.wall_time(at), session.timezone, local_zone)


def both_zones(at: int, agenda_zone: str, local_zone: str, seen_at: int | None = None) -> str:
    """Return `10:04 London · 11:04 Berlin`, or just `10:04` while both zones show the same time.

    If the reader's day is another one, it is named: `23:30 London · Wed 08:30 Tokyo`; so is a day other than that of
    `seen_at`: `Tue 07:00`. All instants are on the wall clock.
    """
    here, there = local(at, local_zone), local(at, agenda_zone)
    shown = day_and_time_text(at, at if seen_at is None else seen_at, agenda_zone)
    if here.utcoffset() == there.utcoffset():
        return shown
    day = "" if here.date() == there.date() else f"{weekday_text(at, local_zone)} "
    return f"{shown} {_city(agenda_zone)} · {day}{time_form(here)} {_city(local_zone)}"


def _city(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")
