"""What the segments to come still have, and what they could give.

Separate from `timing` because it judges: a segment has a shortest sensible length below which nothing
takes it, and a protected one gives nothing unless it is asked by name. Recovery and what still fits
both build on it.
"""

from msgspec import Struct

from facilitator.domain.plan.agenda import Segment
from facilitator.domain.session.state import Session
from facilitator.domain.time import timing


class RemainingSegment(Struct, frozen=True):
    """A segment to come: its `number` from 1, what it has `left`, and the `room` above its shortest length."""

    number: int
    segment: Segment
    starts_at: int
    left_ms: int
    room_seconds: int

    @property
    def spare_seconds(self) -> int:
        """What it gives unasked: its room, or nothing when it is protected."""
        return 0 if self.segment.is_protected else self.room_seconds


def remaining_segments(session: Session, now: int) -> tuple[RemainingSegment, ...]:
    """The segments to come, in order; the running one is not among them."""
    used = timing.usage(session, now)
    current = session.current
    starts_at = timing.began_at(session, now) if current is None else now + timing.left_ms(session, current, used)
    found = []
    for segment in timing.ahead(session):
        left = timing.left_ms(session, segment, used)
        room = min(timing.allotted_seconds(session, segment) - segment.shortest_seconds, left // 1000)
        number = session.agenda.position_by_segment[segment.id] + 1
        found.append(RemainingSegment(number, segment, starts_at, left, max(0, room)))
        starts_at += left
    return tuple(found)
