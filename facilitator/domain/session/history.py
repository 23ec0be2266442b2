"""All events of a session in their shared order, together with what was found of them and the state they fold to.

Separate from the fold because it is about how events arrive: one at a time, late, twice or from another
replica, the opening last. Whatever happens, the state must equal the fold of them all.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from facilitator.domain.facts.event import Event, order_of
from facilitator.domain.facts.kinds.notes import NoteErased, NoteShown, NotesOpened
from facilitator.domain.facts.kinds.running import SegmentStarted
from facilitator.domain.facts.kinds.session import SessionOpened
from facilitator.domain.facts.packet import Kept, Packet, events_in
from facilitator.domain.session.authority import Judgement, SetAside, judge, with_last
from facilitator.domain.session.fold import applied, fold_in_order, in_order, revoked_groups
from facilitator.domain.session.persistent import PersistentDict, PersistentList
from facilitator.domain.session.state import Session

if TYPE_CHECKING:
    from facilitator.domain.session.privacy.erasures import Erasures
    from facilitator.domain.session.privacy.unsealing import Keys, Unsealer

MOST_ONE_BY_ONE = 32
"""So many events at the end are applied one by one; for more, it is faster to fold everything anew."""


_GIVES_KEYS = frozenset[type]({NotesOpened, NoteShown})


class History(Struct, frozen=True):
    """The events of a session in order, each once, and `session`, their fold; they may have no opening yet.

    On a panel they came in `packets`, by id. Should a device have said two things at one place in the order, the packet
    with the smaller id counts everywhere. `events` are as they were recorded: what is sealed is opened by `unsealer`
    before they are judged and folded, as far as there are `keys`. What the `erasures` take, if there are any, is left
    out of events and packets; there can be some only if somebody `said_erased`, by right or not.
    """

    events: PersistentList[Event]
    packets: PersistentDict[Packet]
    judgement: Judgement
    revoked: frozenset[str]
    folded: Session | None
    unsealer: "Unsealer | None" = None
    keys: "Keys | None" = None
    erasures: "Erasures | None" = None
    said_erased: bool = False

    @classmethod
    def of(cls, arrived: Iterable[Kept], unsealer: "Unsealer | None" = None) -> "History":
        """Return the history of events and packets in any order; without an `unsealer`, what is sealed stays so."""
        arrived = tuple(arrived)
        packets = {one.id: one for one in arrived if isinstance(one, Packet)}
        plain = [one for one in arrived if not isinstance(one, Packet)]
        return cls._of(events_in((*plain, *(packets[name] for name in sorted(packets)))), packets, unsealer)

    @classmethod
    def _of(
        cls,
        events: Iterable[Event],
        packets: Mapping[str, Packet],
        unsealer: "Unsealer | None",
        erasures: "Erasures | None" = None,
    ) -> "History":
        ordered = in_order(events)
        keys = _keys_in(ordered) if unsealer is not None else None
        standing, judgement = judge(_as_readable(ordered, keys, unsealer), tuple(packets.values()))
        said_erased = any(map(_says_erased, ordered))
        if erasures is None and said_erased and any(map(_says_erased, standing)):
            return cls._left(ordered, packets, unsealer, standing)
        is_open = any(isinstance(event.fact, SessionOpened) for event in standing)
        folded = fold_in_order(standing) if is_open else None
        revoked = revoked_groups(standing)
        kept = PersistentList(ordered), PersistentDict(packets)
        return cls(*kept, judgement, revoked, folded, unsealer, keys, erasures, said_erased)

    @classmethod
    def _left(
        cls,
        events: Sequence[Event],
        packets: Mapping[str, Packet],
        unsealer: "Unsealer | None",
        standing: Sequence[Event],
    ) -> "History":
        """Return the history of what is left of this once the erasures among what stands have taken what they take."""
        from facilitator.domain.session.privacy.erasures import erasures_in  # not at the top: hardly ever needed

        erasures = erasures_in(standing)
        left = {name: erasures.packet_left(packet) for name, packet in packets.items()}
        plain = [event for event in _unpacked(events, packets) if erasures.left_of(event) is not None]
        return cls._of(events_in((*plain, *(left[name] for name in sorted(left)))), left, unsealer, erasures)

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
    def readable(self) -> tuple[Event, ...]:
        """The events in order, with what can be read here in the place of what was sealed."""
        return tuple(_as_readable(tuple(self.events), self.keys, self.unsealer))

    @property
    def aside(self) -> tuple[SetAside, ...]:
        """What was set aside, in order: it is kept and changes nothing."""
        return self.judgement.aside

    def with_event(self, event: Event) -> "History":
        """Return the history with `event` in its place, or this same history if it already has the event."""
        return self.with_events((event,))

    def with_events(self, arrived: Iterable[Kept]) -> "History":
        """Return the history with events and packets in their places, or this same history if it has all of them."""
        arrived = tuple(arrived)
        return self._followed_by(arrived) or self._joined_by(arrived)

    def _followed_by(self, arrived: Sequence[Kept]) -> "History | None":
        """Return the history with a few events behind all it has, as nearly always; None if there is more to it."""
        if self.folded is None or len(arrived) > MOST_ONE_BY_ONE:
            return None
        history: History | None = self
        for one in arrived:
            if history is None or isinstance(one, Packet):
                return None
            history = history._with_last(one)
        return history

    def _joined_by(self, arrived: Sequence[Kept]) -> "History":
        """Return the history with whatever arrived in its place."""
        plain, came = [], dict[str, Packet]()
        for one in self.unknown(arrived):
            if isinstance(one, Packet):
                came[one.id] = one
            else:
                plain.append(one)
        packets = self.packets
        if came:
            packets = packets.copy()
            packets.update(came)
        is_contested = any(self._is_contested(event) for packet in came.values() for event in packet.events)
        if is_contested or any(self._is_named(packet) for packet in came.values()):
            unpacked = _unpacked(self.events, self.packets)
            return History.of((*unpacked, *plain, *packets.values()), self.unsealer)
        ordered = in_order(events_in((*plain, *(came[name] for name in sorted(came)))))
        events = [event for event in ordered if not self._has(event)]
        if any(map(self._is_judged_with_all, came.values())) or len(events) > MOST_ONE_BY_ONE:
            return History._of((*self.events, *events), packets, self.unsealer)
        history: History | None = replace(self, packets=packets) if came else self
        for event in events:
            history = history and history._with_last(event)
        return history or History._of((*self.events, *events), packets, self.unsealer)

    def unknown(self, arrived: Iterable[Kept]) -> tuple[Kept, ...]:
        """Return what the history doesn't have of this, once each: the events, in order, and then the packets."""
        arrived = tuple(arrived)
        packets = {one.id: one for one in arrived if isinstance(one, Packet) and self._lacks(one)}
        events = in_order(one for one in arrived if not isinstance(one, Packet))
        return (*(event for event in events if not self._has(event)), *packets.values())

    def takes(self, packet: Packet) -> bool:
        """Return whether the body of a packet was erased, or is to be."""
        return self.erasures is not None and self.erasures.take(packet)

    def _is_judged_with_all(self, packet: Packet) -> bool:
        """Return whether a packet can change how others are judged: it adopts events, or only its header is new."""
        return packet.is_adopting or all(map(self._has, packet.events))

    def _is_named(self, packet: Packet) -> bool:
        """Return whether an erasure that stands names a packet: if that is somebody else's, it doesn't stand."""
        return self.erasures is not None and packet.id in self.erasures.named

    def erases_nothing_with(self, arrived: Iterable[Kept]) -> bool:
        """Whether nothing is erased, also once this has come: nobody says so, not even without a right to it."""
        return not (self.said_erased or any(map(_says_erased, events_in(arrived))))

    def left_of(self, kept: Iterable[Kept]) -> tuple[Kept, ...]:
        """Return what may be kept of this: all but what was erased."""
        erasures = self.erasures
        if erasures is None:
            return tuple(kept)
        return tuple(left for one in kept if (left := erasures.left_of(one)) is not None)

    def _lacks(self, packet: Packet) -> bool:
        """Return whether a packet is unknown, or only its header is here though its body wasn't erased."""
        known = self.packets.get(packet.id)
        return known is None or (not known.events and bool(packet.events) and not self.takes(packet))

    def has_started_segment_at(self, at: int) -> bool:
        """Whether a segment was ever entered at that instant, even if that has been taken back since.

        What was set aside doesn't count: whoever had no right to go on hasn't.
        """
        found = [event for event in self.events if event.at == at and isinstance(event.fact, SegmentStarted)]
        aside = {wrong.event.order for wrong in self.aside}
        return any(event.order not in aside for event in found)

    def _has(self, event: Event) -> bool:
        return self._known(event) is not None

    def _is_contested(self, event: Event) -> bool:
        """Return whether something else is known at the same place in the order."""
        known = self._known(event)
        return known is not None and known != event

    def _known(self, event: Event) -> Event | None:
        if not self.events or event.order > self.events[-1].order:
            return None
        place = self.events.bisected(event.order, order_of)
        return known if (known := self.events[place]).order == event.order else None

    def _with_last(self, event: Event) -> "History | None":
        """Return the history with one more event at its end; None if that changes more than what it does itself.

        That is so, too, if it isn't the last, or is there already.
        """
        if self.folded is None or type(event.fact) in _GIVES_KEYS or not order_of(event) > order_of(self.events[-1]):
            return None
        (readable,) = _as_readable((event,), self.keys, self.unsealer)
        judgement = with_last(self.judgement, readable)
        if judgement is None:
            return None
        session = applied(self.folded, readable, self.revoked)
        said_erased = self.said_erased or _says_erased(event)
        events = self.events.appended(event)
        return replace(self, events=events, judgement=judgement, folded=session, said_erased=said_erased)


def _says_erased(event: Event) -> bool:
    return type(event.fact) is NoteErased


def _unpacked(events: Iterable[Event], packets: Mapping[str, Packet]) -> list[Event]:
    """Return the events that came in no packet."""
    packed = {event.order for packet in packets.values() for event in packet.events}
    return [event for event in events if event.order not in packed]


def _keys_in(events: Iterable[Event]) -> "Keys":
    from facilitator.domain.session.privacy.unsealing import keys_in  # not at the top: a single device has none

    return keys_in(events)


def _as_readable(events: Sequence[Event], keys: "Keys | None", unsealer: "Unsealer | None") -> Sequence[Event]:
    if unsealer is None or keys is None:
        return events
    from facilitator.domain.session.privacy.unsealing import as_readable

    return as_readable(events, keys, unsealer)
