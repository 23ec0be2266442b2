"""The phases of a segment: when it is time to wind up, to hand over, and when time is up.

Separate from `timing`, which measures: this is what the measured time means to the people in the room.
"""

from enum import StrEnum

from facilitator.domain.plan.agenda import Segment
from facilitator.domain.session.state import Session

WARNING_SECONDS = 120
WARNING_SHARE = 0.2
DANGER_SECONDS = 60


class Phase(StrEnum):
    """How the running segment is doing for time."""

    WAITING = "waiting"
    NORMAL = "normal"
    WARNING = "warning"
    DANGER = "danger"
    OVERTIME = "overtime"
    ENDED = "ended"


def warning_seconds(session: Session, segment: Segment) -> float:
    """Return the time left at which the warning begins: the segment's, the agenda's, else 20 % but at most 120 s."""
    default = min(WARNING_SECONDS, WARNING_SHARE * segment.length_seconds)
    return segment.warning_seconds or session.agenda.warning_seconds or default


def danger_seconds(session: Session, segment: Segment) -> float:
    """Return the time left at which to wind up: the segment's, the agenda's, else 60 s but not before the warning."""
    set_by_agenda = segment.danger_seconds or session.agenda.danger_seconds
    return set_by_agenda or min(DANGER_SECONDS, warning_seconds(session, segment))


def phase_of(session: Session, segment: Segment | None, remaining_seconds: float) -> Phase:
    """Return the phase in which the running segment, if any, has so much time left."""
    if segment is None:
        return Phase.ENDED if session.ended_at is not None else Phase.WAITING
    if remaining_seconds < 0:
        return Phase.OVERTIME
    if remaining_seconds <= danger_seconds(session, segment):
        return Phase.DANGER
    if remaining_seconds <= warning_seconds(session, segment):
        return Phase.WARNING
    return Phase.NORMAL
