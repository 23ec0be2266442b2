"""All events of a session in their one order, kept together with what they fold to.

Separate from the fold because it is about arrival: events come one at a time, late, twice or from
another replica, and the session must always equal the fold of the set.
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
    """`events` in order, each once, and `session`, their fold."""

    events: PersistentList[Event]
    session: Session

    @classmethod
    def of(cls, arrived: Iterable[Event]) -> "History":
        """Raises ValueError if no event opens a session."""
        ordered = in_order(arrived)
        return cls(PersistentList(ordered), fold_in_order(ordered))

    def with_event(self, event: Event) -> "History":
        """The history with `event` in its place; this same history if it was there already."""
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
        """Whether a segment was ever entered at that instant, also if that was taken back since."""
        return any(event.at == at and isinstance(event.fact, SegmentStarted) for event in self.events)
