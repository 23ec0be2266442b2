"""Protected time, such as the candidate's for their questions: how much of it is being spent on something else.

A protected segment keeps its minutes. They are eaten while the running segment is over its time or, if there is a
hard stop, while the expected end lies behind it. What was taken from them knowingly counts as well: one figure says all
that is missing from what was promised.
"""

from msgspec import Struct

from facilitator.domain.plan.agenda import Segment, SegmentKind
from facilitator.domain.session.state import Session
from facilitator.domain.text.durations import clock_text
from facilitator.domain.time import timing
from facilitator.domain.time.sittings import room_lost_at
from facilitator.domain.time.timing import Standing


class Eaten(Struct, frozen=True):
    """Of the `promised_seconds` of a protected segment, `eaten_seconds` go, or went before, to something else."""

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
    """Return what is being spent of the next protected segment, or None."""
    return eaten_by(session, timing.standing(session, now))


def eaten_by(session: Session, standing: Standing) -> Eaten | None:
    """Return the same as `eaten`, from a standing that is already known."""
    lateness = _lateness_seconds(session, standing)
    if lateness < 1:
        return None
    segment = next((segment for segment in timing.ahead(session, standing.used) if segment.is_protected), None)
    if segment is None:
        return None
    left = timing.left_ms(session, segment, standing.used) / 1000
    taken = max(0, segment.length_seconds - timing.allotted_seconds(session, segment))
    return Eaten(segment, min(lateness, left) + taken, segment.length_seconds) if left >= 1 else None


def _lateness_seconds(session: Session, standing: Standing) -> float:
    """Return the seconds behind the hard stop; without one, the overtime that wasn't saved up. Positive is late."""
    if standing.segment is None:
        return 0.0
    if room_lost_at(session) is not None:
        return standing.hard_stop_over_seconds
    return min(-standing.remaining_seconds, standing.over_seconds)
