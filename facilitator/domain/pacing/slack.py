"""How much time the segments to come have left, and how much they can give.

Separate from `timing`, because this is a judgement: no segment gets shorter than its shortest sensible length, and a
protected one gives nothing unless it is asked by name. `recovery` and `fitting` both build on it.
"""

from msgspec import Struct

from facilitator.domain.plan.agenda import Segment
from facilitator.domain.session.state import Session
from facilitator.domain.time import timing


class RemainingSegment(Struct, frozen=True):
    """A segment to come: its `number` from 1, the time it has left, and how much of that it could do without."""

    number: int
    segment: Segment
    starts_at: int
    left_ms: int
    room_seconds: int

    @property
    def spare_seconds(self) -> int:
        """The time it gives without being asked by name: its room, or nothing if it is protected."""
        return 0 if self.segment.is_protected else self.room_seconds


def remaining_segments(session: Session, now: int) -> tuple[RemainingSegment, ...]:
    """Return the segments to come, in order, without the running one."""
    used = timing.usage(session, now)
    current = session.current
    starts_at = timing.began_at(session, now) if current is None else now + timing.left_ms(session, current, used)
    found = []
    for segment in timing.ahead(session):
        left = timing.left_ms(session, segment, used)
        room = min(timing.allotted_seconds(session, segment) - segment.shortest_seconds, left // 1000)
        number = session.plan.segment_numbers[segment.id]
        found.append(RemainingSegment(number, segment, starts_at, left, max(0, room)))
        starts_at += left
    return tuple(found)
