"""When the program acts by itself: it gives a cue, ends a segment whose time is up, reminds of a forgotten start.

Separate from `timing`, because these are moments and not states: each function says whether one has come.
"""

from enum import StrEnum

from facilitator.domain.session.state import Session
from facilitator.domain.time import timing
from facilitator.domain.time.as_shown import as_shown, whole
from facilitator.domain.time.phases import danger_seconds, warning_seconds
from facilitator.domain.time.sittings import unclaimed_gap

SIGNS_OF_TALK = 3
"""This many notes, marks and candidate questions mean that people are talking, if no start was planned."""


class Moment(StrEnum):
    """A moment that may have a cue: a phase of the running segment begins, or a segment, or all is over."""

    WARNING = "warning"
    DANGER = "danger"
    OVERTIME = "overtime"
    SEGMENT = "segment"
    END = "end"


def moments(before: Session, session: Session, since: int, now: int) -> tuple[Moment, ...]:
    """Return the moments that came after `since`, when the session was as in `before`, and up to `now`."""
    begun = len(session.visits) > len(before.visits)
    ended = session.ended_at is not None and before.ended_at is None
    found = ((Moment.SEGMENT, begun), (Moment.END, ended))
    return (*phases_entered(session, since, now), *(moment for moment, has_come in found if has_come))


def phases_entered(session: Session, since: int, now: int) -> tuple[Moment, ...]:
    """Return the phases (warning, danger, overtime) that the running segment entered after `since` and up to `now`.

    Each comes in the second in which the screen shows it.
    """
    segment = session.current
    if segment is None:
        return ()
    shown, now = as_shown(session, now)
    before = timing.remaining_seconds(shown, segment, max(whole(since), shown.visits[-1].started_at))
    after = timing.remaining_seconds(shown, segment, now)
    thresholds = (
        (Moment.WARNING, warning_seconds(session, segment)),
        (Moment.DANGER, danger_seconds(session, segment)),
        (Moment.OVERTIME, -1.0),
    )
    return tuple(moment for moment, seconds in thresholds if after <= seconds < before)


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
