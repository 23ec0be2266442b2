"""How much time the running segment and those to come have left, and how much they can give.

Separate from `timing`, because this is a judgement: no segment gets shorter than its shortest sensible length, and a
protected one gives nothing unless it is asked by name. `recovery` and `fitting` both build on it.
"""

from collections.abc import Sequence

from msgspec import Struct

from facilitator.domain.plan.agenda import Segment
from facilitator.domain.session.state import Session
from facilitator.domain.time import timing
from facilitator.domain.time.usage import usage


class RemainingSegment(Struct, frozen=True):
    """A segment with time left: its `number`, how much time that is, and how much of it it could do without."""

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
    current = session.current
    starts_at = timing.began_at(session, now)
    if current is not None:
        starts_at = now + timing.left_ms(session, current, usage(session, now))
    return _remaining(session, timing.ahead(session), starts_at, now)


def running_and_remaining(session: Session, now: int) -> tuple[RemainingSegment, ...]:
    """Return the running segment, if there is one, and those to come, in order."""
    current = session.current
    return (*(_remaining(session, (current,), now, now) if current else ()), *remaining_segments(session, now))


def _remaining(session: Session, segments: Sequence[Segment], starts_at: int, now: int) -> tuple[RemainingSegment, ...]:
    used = usage(session, now)
    found = []
    for segment in segments:
        left = timing.left_ms(session, segment, used)
        room = min(timing.allotted_seconds(session, segment) - segment.shortest_seconds, left // 1000)
        number = session.plan.segment_numbers[segment.id]
        found.append(RemainingSegment(number, segment, starts_at, left, max(0, room)))
        starts_at += left
    return tuple(found)
