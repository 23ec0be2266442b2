"""Events in which more may stand than this version knows: read as far as it goes, and kept as they were written."""

from collections.abc import Sequence

import msgspec

from facilitator.domain.facts.event import Event, NewerEvent, Stamp
from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.newer import NewerFact
from facilitator.storage.forms.lifts import Lift

UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


class _Envelope(msgspec.Struct):
    """What every event has, whatever its fact is."""

    id: str
    session: str
    stamp: Stamp
    at: int
    group: str
    fact: msgspec.Raw


def event_in(written: bytes, lifts: Sequence[Lift] = ()) -> Event | None:
    """Return the event that was `written` as JSON, lifted; a NewerEvent if there is more in it than is known here.

    Return None if it is no event at all.
    """
    try:
        if lifts:
            written = _lifted(written, lifts)
        known = msgspec.json.decode(written, type=Event)
    except UNREADABLE:
        try:
            envelope = msgspec.json.decode(written, type=_Envelope)
        except UNREADABLE:
            return None
        return _newer(envelope, NewerFact(), written)
    return known if msgspec.json.encode(known) == written else _newer(known, known.fact, written)


def events_of(body: bytes, lifts: Sequence[Lift] = ()) -> list[Event] | None:
    """Return the events of a line without its checksum; None if it is another sort of line."""
    try:
        found = [event_in(bytes(written), lifts) for written in msgspec.json.decode(body, type=list[msgspec.Raw])]
    except UNREADABLE:
        return None
    events = [event for event in found if event is not None]
    return events if len(events) == len(found) else None


def _newer(found: Event | _Envelope, fact: AnyFact, written: bytes) -> NewerEvent:
    return NewerEvent(
        id=found.id,
        session=found.session,
        stamp=found.stamp,
        at=found.at,
        group=found.group,
        fact=fact,
        written=msgspec.Raw(written),
    )


def _lifted(written: bytes, lifts: Sequence[Lift]) -> bytes:
    event = msgspec.json.decode(written, type=dict)
    for lift in lifts:
        event = lift.lifted(event)
    return msgspec.json.encode(event)
