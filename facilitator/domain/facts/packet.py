"""A packet: the events of one command on one device, as that device signed them.

    header  ["p1", panel, device, seq, previous, body_hash]     JSON
    body    [salt, [event, …]]                                  JSON, the events as in a journal

It is known by the hash of its header, so its body can be erased while the chain of headers and the signatures hold.
Separate from how it is signed and sealed, which takes cryptography, and from its line in a journal.
"""

from collections.abc import Iterable
from typing import Annotated, Literal

from msgspec import Meta, Struct

from facilitator.domain.facts.event import Event

SIGNATURE_BYTES = 64
NONE_BEFORE = "0" * 64
"""What the first packet of a device says is the hash of the header before."""

NO_BODY = b"null"
"""What stands for a body that was erased."""

DeviceName = Annotated[str, Meta(min_length=16, max_length=16)]
HexHash = Annotated[str, Meta(min_length=64, max_length=64)]


class PacketHead(Struct, frozen=True, array_like=True):
    """What is signed. `device` counts its packets of this panel by `seq`; `previous` and `body_hash` are SHA-256."""

    form: Literal["p1"]
    panel: Annotated[str, Meta(min_length=32, max_length=32)]
    device: DeviceName
    seq: Annotated[int, Meta(ge=1, le=2**53)]
    previous: HexHash
    body_hash: HexHash


class Packet(Struct, frozen=True, kw_only=True):
    """A packet. `id` is the hash of its header; header, signature and body are the bytes that were signed.

    `events` is what was read in the body; nothing, if that was erased. It `is_adopting` if it signs what other devices
    recorded, as a host does with what was there before the panel.
    """

    id: str
    head: PacketHead
    header: bytes
    signature: bytes
    body: bytes
    events: tuple[Event, ...]
    is_adopting: bool

    @property
    def device(self) -> str:
        return self.head.device

    @property
    def seq(self) -> int:
        return self.head.seq

    def is_named(self, name: str) -> bool:
        """Return whether its salt begins with this name: it comes from the line that had it (see `DraftKeeper`)."""
        return self.body.startswith(b'["%b' % name.encode())


Kept = Event | Packet
"""What a journal keeps: events of a single device as they are, or a packet."""


def events_in(kept: Iterable[Kept]) -> list[Event]:
    """Return all events, those of packets included, in this order.

    What a packet says that is there already is left out: whoever hosts an interview signs what was recorded before.
    """
    kept = tuple(kept)
    plain = [one for one in kept if not isinstance(one, Packet)]
    if len(plain) == len(kept):
        return plain
    events = {event.order: event for event in plain}
    for one in kept:
        if isinstance(one, Packet):
            for event in one.events:
                events.setdefault(event.order, event)
    return list(events.values())
