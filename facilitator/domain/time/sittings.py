"""Sittings: the stretches of an interview without a break of hours.

Separate from `timing`, because it is about days: an interview that is paused in the evening, or whose device failed,
goes on the next morning. What lies between two sittings is a pause that is part of no figure.
"""

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from facilitator.domain.facts.kinds.sittings import APART_MS
from facilitator.domain.session.state import Pause, Session


class Sitting(Struct, frozen=True):
    """A stretch of an interview; `ended_at` is None while it goes on."""

    started_at: int
    ended_at: int | None


def sittings(session: Session) -> tuple[Sitting, ...]:
    """Return the sittings in order; none before the start."""
    if session.started_at is None:
        return ()
    starts, ends = [session.started_at], []
    for pause in session.pauses:
        if pause.between_sittings and pause.ended_at is not None:
            ends.append(pause.started_at)
            starts.append(pause.ended_at)
    return tuple(Sitting(start, end) for start, end in zip(starts, [*ends, session.ended_at], strict=True))


def is_in_first_sitting(session: Session) -> bool:
    return not any(pause.between_sittings for pause in session.pauses)


def apart_ms(session: Session, now: int) -> int:
    """Return the time between the sittings in ms, up to `now`."""
    gaps = [pause for pause in session.pauses if pause.between_sittings]
    if not gaps or session.started_at is None:
        return 0
    began_at, ends_at = session.started_at, now if session.ended_at is None else session.ended_at
    ends = (ends_at if gap.ended_at is None else min(ends_at, gap.ended_at) for gap in gaps)
    return sum(max(0, end - max(began_at, gap.started_at)) for gap, end in zip(gaps, ends, strict=True))


def room_lost_at(session: Session) -> int | None:
    """Return the instant of the timeline at which this sitting's room is lost; None if it has no hard stop.

    A hard stop before the gap to this sitting was that of an earlier one.
    """
    stop = session.hard_stop_at
    if stop is None or sitting_end_after(session, session.on_timeline(stop)) is not None:
        return None
    return session.on_timeline(stop)


def sitting_end_after(session: Session, at: int) -> int | None:
    """Return when the earlier sitting ended in which, or in the gap after which, `at` lies; None if it is this one."""
    for pause in session.pauses:
        if pause.between_sittings and (pause.ended_at is None or at < pause.ended_at):
            return pause.started_at
    return None


def unclaimed_gap(session: Session, now: int) -> Pause | None:
    """Return the gap of hours after which another sitting might begin: a pause, or a silence after a crash.

    Its `ended_at` is None if nothing has happened since. None if there is no such gap in the running segment.
    """
    if not session.is_running or not session.visits:
        return None
    if session.is_paused:
        pause = session.pauses[-1]
        return pause if now - pause.started_at >= APART_MS else None
    since = max(session.visits[-1].started_at, session.pauses[-1].ended_at or 0 if session.pauses else 0)
    if now - since < APART_MS:  # nearly always: the rest looks at every note
        return None
    signs = [since, *sorted(at for at in _signs_of_people(session) if since < at < now), now]
    silences = ((before, after) for before, after in pairwise(signs) if after - before >= APART_MS)
    ended_at, began_at = max(silences, key=lambda gap: gap[1] - gap[0], default=(0, 0))
    return Pause(ended_at, None if began_at == now else began_at) if ended_at else None


def _signs_of_people(session: Session) -> Iterator[int]:
    yield from (note.at for note in session.notes.values())
    yield from (mark.at for mark in session.marks)
    yield from (item.at for item in session.candidate_questions)
    yield from (turn.started_at for turn in session.floor)
    yield from (rating.at for rating in session.ratings.values())
