"""When the program acts by itself: it rings, ends a segment whose time is up, or reminds of a forgotten start.

Separate from `timing`, because these are moments and not states: each function says whether one has come.
"""

from facilitator.domain.session.state import Session
from facilitator.domain.time import timing
from facilitator.domain.time.as_shown import as_shown, whole
from facilitator.domain.time.phases import Phase, danger_seconds, warning_seconds
from facilitator.domain.time.sittings import unclaimed_gap

SIGNS_OF_TALK = 3
"""This many notes, marks and candidate questions mean that people are talking, if no start was planned."""


def bells(session: Session, since: int, now: int) -> tuple[Phase, ...]:
    """Return the phases that the running segment entered after `since` and up to `now`; none if the bell is off.

    Only `warning`, `danger` and `overtime` ring, in the second in which the screen shows them. `since` is the `now` of
    the call before.
    """
    segment = session.current
    if not session.agenda.bell or segment is None:
        return ()
    shown, now = as_shown(session, now)
    before = timing.remaining_seconds(shown, segment, max(whole(since), shown.visits[-1].started_at))
    after = timing.remaining_seconds(shown, segment, now)
    moments = (
        (Phase.WARNING, warning_seconds(session, segment)),
        (Phase.DANGER, danger_seconds(session, segment)),
        (Phase.OVERTIME, -1.0),
    )
    return tuple(phase for phase, seconds in moments if after <= seconds < before)


def due_to_advance_at(session: Session, now: int) -> int | None:
    """Return the instant, past or future, at which the running segment ends by itself (`ends: auto`), else None.

    It is None while the clock is paused, and in the last segment: a person ends the interview. Nothing ends by itself
    after hours in which nobody did anything.
    """
    segment = session.current
    if segment is None or segment.ends != "auto" or session.is_paused or not timing.ahead(session):
        return None
    if unclaimed_gap(session, now) is not None:
        return None
    due_at = now + round(timing.remaining_seconds(session, segment, now) * 1000)
    return max(due_at, session.visits[-1].started_at)


def is_start_forgotten(session: Session, now: int) -> bool:
    """Whether people are talking although nobody has started the interview.

    They are if anything was taken down since the planned start or, without one, a few things at any time.
    """
    if session.started_at is not None or session.ended_at is not None:
        return False
    taken_down = [note.at for note in session.notes.values()]
    taken_down += [mark.at for mark in session.marks]
    taken_down += [item.at for item in session.candidate_questions]
    if session.planned_start_at is None:
        return len(taken_down) >= SIGNS_OF_TALK
    planned_at = session.on_timeline(session.planned_start_at)
    return now >= planned_at and any(at >= planned_at for at in taken_down)
