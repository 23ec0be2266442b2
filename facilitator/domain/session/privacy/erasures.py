"""What was erased of the notes: it is left out before events are folded, whether its bytes are gone from here or not.

So whoever has heard of it has the same state, and whatever comes in later of such a note changes nothing. An erasure
names the packets whose bodies go. Whether it may is told by their headers alone, which stay: by them everybody knows
whose they are, also where the bodies are gone already. A body that is here goes only if nothing but the note is in it.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from facilitator.domain.facts.event import Event
from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.notes import (
    FactSealed,
    NoteCredited,
    NoteEdited,
    NoteErased,
    NoteFiled,
    NoteShown,
    NoteStruck,
    NoteTaken,
)
from facilitator.domain.facts.kinds.panel import DeviceAdmitted
from facilitator.domain.facts.packet import NO_BODY, Kept, Packet
from facilitator.domain.session.denials import Denied
from facilitator.domain.session.rights import Reason

if TYPE_CHECKING:
    from facilitator.domain.session.history import History

_ABOUT_A_NOTE = NoteEdited | NoteFiled | NoteCredited | NoteStruck | NoteShown


class Erasures(Struct, frozen=True):
    """The erasures that stand, in order, with the seat of each device that was ever on the panel, and who leads."""

    said: tuple[Event, ...]
    seats: dict[str, str]
    lead: str
    notes: frozenset[str]
    named: frozenset[str]

    def take(self, packet: Packet) -> bool:
        """Return whether the body of a packet goes, or should have gone."""
        return packet.id in self.named and any(self._takes(event, packet) for event in self.said)

    def left_of(self, kept: Kept) -> Kept | None:
        """Return what is left of something that is kept; None if nothing is."""
        if isinstance(kept, Packet):
            return self.packet_left(kept)
        return None if kept.id in self.notes or note_of(kept) in self.notes else kept

    def take_any_of(self, kept: Iterable[Kept]) -> bool:
        """Return whether anything that is kept goes, or a part of it."""
        return any(self.left_of(one) is not one for one in kept)

    def packet_left(self, packet: Packet) -> Packet:
        """Return what is left of a packet: all of it, or its header."""
        return without_body(packet) if packet.events and self.take(packet) else packet

    def _takes(self, said: Event, packet: Packet) -> bool:
        fact, by = said.fact, said.author.panelist
        if not isinstance(fact, NoteErased) or packet.id not in fact.packets:
            return False
        is_own = self.seats.get(packet.device) == by
        return (is_own or by == self.lead) and all(_goes(event, fact.note, is_own) for event in packet.events)


def erasures_in(standing: Sequence[Event]) -> Erasures:
    """Return the erasures among events that stand."""
    said = tuple(event for event in standing if isinstance(event.fact, NoteErased))
    facts = [event.fact for event in said if isinstance(event.fact, NoteErased)]
    seats, lead = _seats(standing)
    notes = frozenset(fact.note for fact in facts)
    return Erasures(said, seats, lead, notes, frozenset(name for fact in facts for name in fact.packets))


def without_body(packet: Packet) -> Packet:
    """Return a packet as it is once its body was erased: who signed it, and what came before it, can still be told."""
    return replace(packet, body=NO_BODY, events=(), is_adopting=False)


def note_of(event: Event) -> str:
    """Return the note that an event is about, as far as it can be read; empty if it is about none."""
    fact = event.fact
    if isinstance(fact, NoteTaken):
        return event.id
    return fact.note if isinstance(fact, _ABOUT_A_NOTE) else ""


def completed(facts: Iterable[AnyFact], history: "History", by: str) -> tuple[AnyFact, ...]:
    """Return facts of the panelist `by`, of which each erasure names all packets that go with its note.

    Its number is left out, unless it was counted before there was a panel.
    """
    return tuple(_completed(fact, history, by) if isinstance(fact, NoteErased) else fact for fact in facts)


def not_named_yet(history: "History", by: str) -> list[NoteErased]:
    """Return what the panelist `by` may still erase of notes that were erased: it wasn't known where that was said."""
    again = (NoteErased(note=note.id, label=note.label) for note in history.session.erased.values())
    return [more for fact in again if (more := _completed(fact, history, by)).packets]


def _completed(fact: NoteErased, history: "History", by: str) -> NoteErased:
    about = [event for event in history.readable if fact.note in (note_of(event), event.id)]
    orders, session = {event.order for event in about}, history.session
    seats, is_lead = {name: device.seat for name, device in session.devices.items()}, by == session.agenda.lead.id
    packets = tuple(
        packet.id
        for packet in history.packets.values()
        if packet.events
        and (is_lead or seats.get(packet.device) == by)
        and all(event.order in orders for event in packet.events)
        and all(_goes(event, fact.note, seats.get(packet.device) == by) for event in packet.events)
    )
    is_counted = any(isinstance(event.fact, NoteTaken) and not event.fact.number for event in about)
    return replace(fact, number=fact.number if is_counted else 0, packets=packets)


def deny_others_notes(
    denied: Denied,
    ordered: Iterable[Event],
    packets: Iterable[Packet],
    about_the_panel: Callable[[Denied], Sequence[Event]],
) -> None:
    """Deny erasures that name packets of somebody else, unless the lead does it, and those from before their time.

    `about_the_panel` returns the facts about the panel that stand if something is denied, the host's admission first.
    """
    said = [(event, event.fact) for event in ordered if isinstance(event.fact, NoteErased)]
    standing = about_the_panel(denied)
    if not standing:
        return
    host, (seats, lead) = standing[0], _seats(standing)
    seat_of = {packet.id: seats.get(packet.device) for packet in packets}
    for event, fact in said:
        author = event.author
        theirs = [seat_of[name] == author.panelist for name in fact.packets if name in seat_of]
        if event.order < host.order and author.device in seats and author.device != host.author.device:
            denied.setdefault(event.order, Reason.NOT_ADMITTED)
        elif author.panelist != lead and not all(theirs):
            denied.setdefault(event.order, Reason.NOT_THEIRS_TO_ERASE)


def _seats(standing: Iterable[Event]) -> tuple[dict[str, str], str]:
    """Return the seat of each device that was admitted, and who leads: the host has the lead's seat."""
    admitted = [event.fact for event in standing if isinstance(event.fact, DeviceAdmitted)]
    return {fact.device: fact.seat for fact in reversed(admitted)}, admitted[0].seat if admitted else ""


def _goes(event: Event, note: str, is_own: bool) -> bool:
    """Return whether an event goes with a note: what is sealed can't be read here, and its author says what it is."""
    if isinstance(event.fact, FactSealed):
        return event.id == note or (is_own and not event.fact.number)
    return note_of(event) == note
