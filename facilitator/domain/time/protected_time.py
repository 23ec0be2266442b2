"""The candidate's own time: what of it is being spent on something else, said while it happens.

A protected segment keeps its minutes. They are eaten while the segment that runs is over its time, or,
where the room is lost at a hard stop, as long as the expected end lies behind it.
"""

from msgspec import Struct

from facilitator.domain.plan.agenda import Segment, SegmentKind
from facilitator.domain.session.state import Session
from facilitator.domain.text.durations import clock_text
from facilitator.domain.time import timing
from facilitator.domain.time.timing import Standing


class Eaten(Struct, frozen=True):
    """`eaten_seconds` of the `promised_seconds` that a protected segment has are being spent."""

    segment: Segment
    eaten_seconds: float
    promised_seconds: int

    @property
    def words(self) -> str:
        """`spending 2:10 of their 15:00`."""
        eaten, promised = clock_text(self.eaten_seconds), clock_text(self.promised_seconds)
        if self.segment.kind is SegmentKind.CANDIDATE_QUESTIONS:
            return f"spending {eaten} of their {promised}"
        return f"spending {eaten} of the {promised} for “{self.segment.title}”"


def eaten(session: Session, now: int) -> Eaten | None:
    """What is being spent of the next protected segment to come, if anything."""
    return eaten_by(session, timing.standing(session, now))


def eaten_by(session: Session, standing: Standing) -> Eaten | None:
    """The same, for one who knows the standing already."""
    lateness = _lateness_seconds(session, standing)
    if lateness < 1:
        return None
    segment = next((segment for segment in timing.ahead(session) if segment.is_protected), None)
    if segment is None:
        return None
    left = timing.left_ms(session, segment, standing.used) / 1000
    return Eaten(segment, min(lateness, left), timing.allotted_seconds(session, segment)) if left >= 1 else None


def _lateness_seconds(session: Session, standing: Standing) -> float:
    """What goes beyond the fixed end: behind the hard stop; without one, the overtime that no earlier gain pays for."""
    if standing.segment is None:
        return 0.0
    if session.hard_stop_at is not None:
        return standing.hard_stop_over_seconds
    return min(-standing.remaining_seconds, standing.over_seconds)
