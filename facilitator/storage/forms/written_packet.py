"""A packet as it is written: the line of a journal that keeps its signed bytes, and what they say.

    ["p1", signature, header, body]

Header and body stand in it as they were signed, so that what is passed on is what was signed. Whether the signature is
right isn't asked here: that takes the key of its device.
"""

from binascii import unhexlify
from hashlib import sha256
from typing import Literal

import msgspec

from facilitator.domain.facts.event import Event
from facilitator.domain.facts.packet import NO_BODY, SIGNATURE_BYTES, Packet, PacketHead
from facilitator.files.foreign import UNREADABLE
from facilitator.storage.forms.newer import events_of

_HEAD = msgspec.json.Decoder(PacketHead)
_LINE = msgspec.json.Decoder(tuple[Literal["p1"], str, msgspec.Raw, msgspec.Raw])
_BODY = msgspec.json.Decoder(tuple[str, msgspec.Raw])


class NoPacket(ValueError):
    """These bytes are no packet. The text says what is wrong with them."""


def packet_in(header: bytes, signature: bytes, body: bytes) -> Packet:
    """Return the packet of these bytes; without events, if its body was erased (`null`). Raises NoPacket."""
    if len(signature) != SIGNATURE_BYTES:
        raise NoPacket("its signature is cut")
    if not (_is_one_line(header) and (_is_one_line(body) or body == NO_BODY)):
        raise NoPacket("it isn't one line of JSON")
    try:
        head = _HEAD.decode(header)
    except UNREADABLE as error:
        raise NoPacket("its header can't be read") from error
    events = _events(body)
    if body != NO_BODY and sha256(body).hexdigest() != head.body_hash:
        raise NoPacket("its body was changed")
    name = sha256(header).hexdigest()
    return Packet(
        id=name,
        head=head,
        header=header,
        signature=signature,
        body=body,
        events=events,
        is_adopting=any(event.author.device != head.device for event in events),
    )


def encoded_packet(packet: Packet) -> bytes:
    """Return the line of a packet, without its checksum."""
    return b'["p1","%b",%b,%b]' % (packet.signature.hex().encode(), packet.header, packet.body)


def packet_in_line(body: bytes) -> Packet | None:
    """Return the packet in a line without its checksum; None if it is another sort of line."""
    try:
        _, signature, header, content = _LINE.decode(body)
        return packet_in(bytes(header), unhexlify(signature), bytes(content))
    except (*UNREADABLE, ValueError):
        return None


def _is_one_line(json: bytes) -> bool:
    """Return whether JSON stays the same bytes between two commas of a line: an array with nothing around it."""
    return json.startswith(b"[") and json.endswith(b"]") and b"\n" not in json


def _events(body: bytes) -> tuple[Event, ...]:
    if body == NO_BODY:
        return ()
    try:
        _, written = _BODY.decode(body)
    except UNREADABLE as error:
        raise NoPacket("its body can't be read") from error
    events = events_of(bytes(written))
    if not events:
        raise NoPacket("there are no events in it")
    return tuple(events)
