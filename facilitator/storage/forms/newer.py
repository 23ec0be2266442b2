"""Events in which more may stand than this version knows: read as far as it goes, and kept as they were written."""

from collections.abc import Sequence
from typing import get_args

import msgspec

from facilitator.domain.facts.event import Event, NewerEvent, Stamp, WrittenEvent
from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.newer import NewerFact
from facilitator.domain.facts.timeline import Instant
from facilitator.files.foreign import UNREADABLE, cleaned, is_harmless
from facilitator.storage.forms.lifts import Lift

_KINDS = frozenset(kind.__name__ for kind in get_args(AnyFact))

_WRITTEN = msgspec.json.Decoder(list[msgspec.Raw])


class _Envelope(msgspec.Struct):
    """What every event has, whatever its fact is."""

    id: str
    session: str
    stamp: Stamp
    at: Instant
    group: str
    fact: msgspec.Raw


class _Kind(msgspec.Struct):
    type: str


def event_in(written: bytes, lifts: Sequence[Lift] = ()) -> Event | None:
    """Return the event that was `written` as JSON, lifted; a NewerEvent if there is more in it than is known here.

    Return None if it is no event at all. JSON is UTF-8 (RFC 8259, section 8.1), also where nobody here reads it.
    """
    try:
        written.decode()
    except UnicodeDecodeError:
        return None
    return _read(written, lifts) if is_harmless(written) else _cleaned(written, lifts)


def _read(written: bytes, lifts: Sequence[Lift]) -> Event | None:
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


def _cleaned(written: bytes, lifts: Sequence[Lift]) -> Event | None:
    """Return an event with its texts cleaned, and with what was `written` kept."""
    try:
        harmless = msgspec.json.encode(cleaned(msgspec.json.decode(written)))
    except UNREADABLE:
        return None
    known = _read(harmless, lifts)
    if known is None or harmless == written:
        return known
    kind = NewerEvent if isinstance(known, NewerEvent) else WrittenEvent
    values = {name: getattr(known, name) for name in Event.__struct_fields__}
    return kind(**values, written=msgspec.Raw(written))


def complaint_about(written: bytes, found: Event | None, *, may_be_newer: bool) -> str:
    """Return what is wrong with an event that was `written` as JSON and `found` by `event_in`; empty if nothing is.

    Unless a newer version may have written it, nothing but kinds, fields and values of enumerations may be unknown.
    """
    if found is not None and (may_be_newer or not isinstance(found.fact, NewerFact)):
        return ""
    try:
        msgspec.json.decode(written, type=Event)
    except msgspec.ValidationError as error:
        if found is None:
            return f"not an event ({error})"
        kind = _kind(written)
        if kind in _KINDS and not str(error).startswith("Invalid enum value"):
            return f"a {kind} that can't be understood ({error})"
    return ""


def events_of(body: bytes, lifts: Sequence[Lift] = ()) -> list[Event] | None:
    """Return the events of a line without its checksum; None if it is another sort of line."""
    try:
        found = [event_in(bytes(written), lifts) for written in _WRITTEN.decode(body)]
    except UNREADABLE:
        return None
    events = [event for event in found if event is not None]
    return events if len(events) == len(found) else None


def _kind(written: bytes) -> str:
    """Return which kind of fact an event says that it has; empty if it doesn't."""
    fact = msgspec.json.decode(written, type=_Envelope).fact
    try:
        return msgspec.json.decode(fact, type=_Kind).type
    except msgspec.ValidationError:
        return ""


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
