"""All events of a session in their shared order, together with what was found of them and the state they fold to.

Separate from the fold because it is about how events arrive: one at a time, late, twice or from another
replica, the opening last. Whatever happens, the state must equal the fold of them all.
"""

from bisect import bisect_left
from collections.abc import Iterable

from msgspec import Struct

from facilitator.domain.facts.event import Event
from facilitator.domain.facts.kinds.running import SegmentStarted
from facilitator.domain.facts.kinds.session import SessionOpened
from facilitator.domain.session.authority import Judgement, SetAside, judge, with_last
from facilitator.domain.session.fold import applied, fold_in_order, in_order, revoked_groups
from facilitator.domain.session.persistent import PersistentList
from facilitator.domain.session.state import Session

MOST_ONE_BY_ONE = 32
"""So many events at the end are applied one by one; for more, it is faster to fold everything anew."""


class History(Struct, frozen=True):
    """The events of a session in order, each once, and `session`, their fold; they may have no opening yet."""

    events: PersistentList[Event]
    judgement: Judgement
    revoked: frozenset[str]
    folded: Session | None

    @classmethod
    def of(cls, arrived: Iterable[Event]) -> "History":
        """Return the history of events in any order."""
        ordered = in_order(arrived)
        standing, judgement = judge(ordered)
        is_open = any(isinstance(event.fact, SessionOpened) for event in standing)
        folded = fold_in_order(standing) if is_open else None
        return cls(PersistentList(ordered), judgement, revoked_groups(standing), folded)

    @property
    def is_open(self) -> bool:
        """Whether the event that opens the session is there; on a panel it may come last."""
        return self.folded is not None

    @property
    def session(self) -> Session:
        """The state. Raises ValueError while the session isn't open."""
        if self.folded is None:
            raise ValueError("no event opens the session")
        return self.folded

    @property
    def aside(self) -> tuple[SetAside, ...]:
        """What was set aside, in order: it is kept and changes nothing."""
        return self.judgement.aside

    def with_event(self, event: Event) -> "History":
        """Return the history with `event` in its place, or this same history if it already has the event."""
        return self.with_events((event,))

    def with_events(self, arrived: Iterable[Event]) -> "History":
        """Return the history with events in their places, or this same history if it already has all of them."""
        new = self.unknown(arrived)
        history: History | None = self
        for event in new if len(new) <= MOST_ONE_BY_ONE else ():
            history = history and history._with_last(event)
        if history is None or len(new) > MOST_ONE_BY_ONE:
            return History.of((*self.events, *new))
        return history

    def unknown(self, arrived: Iterable[Event]) -> tuple[Event, ...]:
        """Return those events that the history doesn't have, in order, each once."""
        return tuple(event for event in in_order(arrived) if not self._has(event))

    def has_started_segment_at(self, at: int) -> bool:
        """Whether a segment was ever entered at that instant, even if that has been taken back since.

        What was set aside doesn't count: whoever had no right to go on hasn't.
        """
        found = [event for event in self.events if event.at == at and isinstance(event.fact, SegmentStarted)]
        aside = {wrong.event.order for wrong in self.aside}
        return any(event.order not in aside for event in found)

    def _has(self, event: Event) -> bool:
        if not self.events or event.order > self.events[-1].order:
            return False
        place = bisect_left(self.events, event.order, key=lambda known: known.order)
        return self.events[place].order == event.order

    def _with_last(self, event: Event) -> "History | None":
        """Return the history with one more event at its end; None if that changes more than what it does itself."""
        if self.folded is None or event.order < self.events[-1].order:
            return None
        judgement = with_last(self.judgement, event)
        if judgement is None:
            return None
        session = applied(self.folded, event, self.revoked)
        return History(self.events.appended(event), judgement, self.revoked, session)
