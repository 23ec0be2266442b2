"""Instants of a session as the clock on the wall shows them.

Separate from `timing`, which knows only the session's timeline. If the wall clock is corrected in the middle of an
interview, the timeline goes on as before, but every time of day on the screen must agree with the corrected clock.
"""

from facilitator.domain.session.state import Session
from facilitator.domain.text.dates import local, time_form, time_text, weekday_text


def time_of_day(session: Session, at: int) -> str:
    """Return `11:34`, which the clock on the wall shows in the session's zone at the instant `at` of its timeline."""
    return time_text(session.wall_time(at), session.timezone)


def times_of_day(session: Session, at: int, local_zone: str) -> str:
    """Return the same in both zones if the reader's, `local_zone` (IANA), shows another time than the session's."""
    return both_zones(session.wall_time(at), session.timezone, local_zone)


def both_zones(at: int, agenda_zone: str, local_zone: str) -> str:
    """Return `10:04 London · 11:04 Berlin`, or just `10:04` while both zones show the same time.

    If the reader's day is another one, it is named: `23:30 London · Wed 08:30 Tokyo`.
    """
    here, there = local(at, local_zone), local(at, agenda_zone)
    if here.utcoffset() == there.utcoffset():
        return time_form(there)
    day = "" if here.date() == there.date() else f"{weekday_text(at, local_zone)} "
    return f"{time_form(there)} {_city(agenda_zone)} · {day}{time_form(here)} {_city(local_zone)}"


def _city(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")
