"""All events of a session in their shared order, together with the state that they fold to.

Separate from the fold because it is about how events arrive: one at a time, late, twice or from another
replica. Whatever happens, the state must equal the fold of them all.
"""

from bisect import bisect_left
from collections.abc import Iterable

from msgspec import Struct

from facilitator.domain.facts.event import Event
from facilitator.domain.facts.kinds.running import SegmentStarted
from facilitator.domain.facts.kinds.session import Revoked
from facilitator.domain.session.fold import applied, fold_in_order, in_order
from facilitator.domain.session.persistent import PersistentList
from facilitator.domain.session.state import Session


class History(Struct, frozen=True):
    """The events of a session in order, each once, and `session`, their fold."""

    events: PersistentList[Event]
    session: Session

    @classmethod
    def of(cls, arrived: Iterable[Event]) -> "History":
        """Return the history of events in any order. Raises ValueError if none opens a session."""
        ordered = in_order(arrived)
        return cls(PersistentList(ordered), fold_in_order(ordered))

    def with_event(self, event: Event) -> "History":
        """Return the history with `event` in its place, or this same history if it already has the event."""
        last = self.events[-1]
        if event.order > last.order:
            grown = self.events.appended(event)
            if isinstance(event.fact, Revoked):
                return History(grown, fold_in_order(grown))
            return History(grown, applied(self.session, event))
        place = bisect_left(self.events, event.order, key=lambda known: known.order)
        if self.events[place].order == event.order:
            return self
        return History.of((*self.events, event))

    def has_started_segment_at(self, at: int) -> bool:
        """Whether a segment was ever entered at that instant, even if that has been taken back since."""
        return any(event.at == at and isinstance(event.fact, SegmentStarted) for event in self.events)
