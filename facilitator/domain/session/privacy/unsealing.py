"""What was sealed and can be read by now: a pure step before events are judged and folded.

Which keys there are follows from the set of events alone, so it doesn't matter when or in which order they come; a
device has its own besides. A key that opens nothing changes nothing. Separate from the cryptography, which is handed
in (see `conducting.sealing.own_notes`).
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from msgspec import Struct

from facilitator.domain.facts.event import Event, PrivateEvent
from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.notes import FactSealed, NoteShown, NotesOpened

MOST_KEYS_TRIED = 8
"""So many keys are tried for a device: the right one is its own, or what the host opened of it."""


class Unsealer(Protocol):
    """What opens boxes, on the device `device`, whose note key is `own_key` (base64); on none, both are empty."""

    device: str
    own_key: str

    def opened(self, event: Event, box: str, key: str, *, is_single: bool) -> AnyFact | None:
        """Return what was sealed in the box of an event; None if that isn't its key, or it is nothing to be sealed.

        The key is that of this fact alone if it `is_single`, else the note key of its device.
        """


class Keys(Struct, frozen=True):
    """The keys that were given: those of devices, and those of single facts, by device and event."""

    of_devices: dict[str, tuple[str, ...]] = {}
    of_facts: dict[tuple[str, str], str] = {}


def keys_in(events: Iterable[Event]) -> Keys:
    """Return the keys that were given with some events. A device's own word on its key comes first."""
    own, others = dict[str, list[str]](), dict[str, list[str]]()
    facts: dict[tuple[str, str], str] = {}
    for event in events:
        fact, device = event.fact, event.author.device
        if isinstance(fact, NotesOpened):
            whose = fact.device or device
            (own if whose == device else others).setdefault(whose, []).append(fact.key)
        elif isinstance(fact, NoteShown):
            facts |= {(device, name): key for name, key in fact.keys.items()}
    given = {name: dict.fromkeys((*own.get(name, ()), *others.get(name, ()))) for name in own | others}
    return Keys({name: tuple(keys)[:MOST_KEYS_TRIED] for name, keys in given.items()}, facts)


def as_readable(events: Sequence[Event], keys: Keys, unsealer: Unsealer) -> Sequence[Event]:
    """Return the events with what can be read here in the place of what was sealed."""
    if not any(type(event.fact) is FactSealed for event in events):
        return events
    return tuple(_readable(event, keys, unsealer) for event in events)


def _readable(event: Event, keys: Keys, unsealer: Unsealer) -> Event:
    fact = event.fact
    if not isinstance(fact, FactSealed):
        return event
    for key, is_single in _keys_for(event, keys):
        found = unsealer.opened(event, fact.box, key, is_single=is_single)
        if found is not None:
            return _with(event, found, Event)
    if event.author.device == unsealer.device:
        found = unsealer.opened(event, fact.box, unsealer.own_key, is_single=False)
        if found is not None:
            return _with(event, found, PrivateEvent)
    return event


def _keys_for(event: Event, keys: Keys) -> Iterator[tuple[str, bool]]:
    single = keys.of_facts.get((event.author.device, event.id))
    if single is not None:
        yield single, True
    yield from ((key, False) for key in keys.of_devices.get(event.author.device, ()))


def _with(event: Event, fact: AnyFact, kind: type[Event]) -> Event:
    return kind(id=event.id, session=event.session, stamp=event.stamp, at=event.at, group=event.group, fact=fact)
