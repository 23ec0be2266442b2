"""Instants of a session as the clocks on the wall show them.

Separate from `timing`, which lives on the session's timeline: the wall clock can be corrected in the
middle of an interview, and then the timeline goes on unmoved while every time of day that is shown, and
a hard stop, must agree with the corrected clock.
"""

from facilitator.domain.session.state import Session
from facilitator.domain.text.dates import local, time_form, time_text, weekday_text


def time_of_day(session: Session, at: int) -> str:
    """`11:34`: what the wall shows, in the session's time zone, at the instant `at` of its timeline."""
    return time_text(session.wall_time(at), session.timezone)


def times_of_day(session: Session, at: int, local_zone: str) -> str:
    """The same in both zones, where the reader's zone `local_zone` (IANA) differs from the session's."""
    return both_zones(session.wall_time(at), session.timezone, local_zone)


def both_zones(at: int, agenda_zone: str, local_zone: str) -> str:
    """`10:04 London · 11:04 Berlin` for a UTC instant in ms; just `10:04` while the two zones show the same.

    Where it is another day there, the second says which: `23:30 London · Wed 08:30 Tokyo`.
    """
    here, there = local(at, local_zone), local(at, agenda_zone)
    if here.utcoffset() == there.utcoffset():
        return time_form(there)
    day = "" if here.date() == there.date() else f"{weekday_text(at, local_zone)} "
    return f"{time_form(there)} {_city(agenda_zone)} · {day}{time_form(here)} {_city(local_zone)}"


def _city(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")
