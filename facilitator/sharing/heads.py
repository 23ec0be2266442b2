"""Heads: what is kept here of each device, so short that it can be told all the time, and what two replicas lack.

Per device how many packets are kept, and the XOR of the first 8 bytes of their hashes: gaps show, and so does the
second branch of a device that was restored from a backup, or a body that is missing. Where two differ, these 8 bytes
of each packet follow. Separate from the replica, because this is arithmetic about names of packets.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, NamedTuple

from msgspec import Meta

from facilitator.domain.facts.packet import DeviceName, Packet
from facilitator.domain.facts.timeline import Instant

SHORT_BYTES = 8

ShortHash = Annotated[bytes, Meta(min_length=SHORT_BYTES, max_length=SHORT_BYTES)]


class DeviceHead(NamedTuple):
    """How many packets of a device are kept, and the XOR of their short hashes."""

    packets: Annotated[int, Meta(ge=0, le=2**53)]
    xor: ShortHash


Heads = dict[DeviceName, DeviceHead]


class Heard(NamedTuple):
    """What another replica said of itself last: what it keeps, and whether it is leaving.

    It was the instant `said_at` there, and `heard_at` here (ms, on the panel's timeline). If it `keeps_erased`, a hold
    has it keep the text of notes that were erased.
    """

    said_at: Instant
    heard_at: Instant
    is_leaving: bool
    heads: Heads
    keeps_erased: bool = False


class SaidHeads(NamedTuple):
    """What a replica whispers of itself, as `Heard` has it."""

    device: DeviceName
    said_at: Instant
    is_leaving: bool
    heads: Heads
    keeps_erased: bool = False


Hashes = dict[DeviceName, list[ShortHash]]


class Holdings:
    """The packets that are kept here, by device and short hash."""

    def __init__(self) -> None:
        self._packets: dict[str, dict[bytes, Packet]] = {}
        self._xor: dict[str, int] = {}

    def add(self, packet: Packet, *, lacks_body: bool = False) -> None:
        """Add a packet that wasn't there. One that `lacks_body` counts as another, so that who has that sends it."""
        mark = short_hash(packet, second=lacks_body)
        self._packets.setdefault(packet.device, {})[mark] = packet
        self._xor[packet.device] = self._xor.get(packet.device, 0) ^ int.from_bytes(mark, "big")

    def heads(self) -> Heads:
        return {
            device: DeviceHead(len(packets), self._xor[device].to_bytes(SHORT_BYTES, "big"))
            for device, packets in self._packets.items()
        }

    def differing(self, others: Mapping[str, DeviceHead]) -> list[str]:
        """Return the devices of which another replica keeps something else, more or less."""
        own = self.heads()
        return sorted(device for device in own.keys() | others.keys() if own.get(device) != others.get(device))

    def hashes(self, devices: Iterable[str]) -> Hashes:
        return {device: list(self._packets.get(device, ())) for device in devices}

    def lacking(self, others: Mapping[str, Sequence[bytes]]) -> Hashes:
        """Return what of another replica's packets isn't kept here."""
        found = {
            device: [mark for mark in marks if mark not in self._packets.get(device, ())]
            for device, marks in others.items()
        }
        return {device: marks for device, marks in found.items() if marks}

    def more_than(self, others: Mapping[str, Sequence[bytes]]) -> Hashes:
        """Return all that is kept here of the devices of which another replica lacks some, by what it said of them."""
        return self.hashes(
            device for device, marks in others.items() if self._packets.get(device, {}).keys() - frozenset(marks)
        )

    def found(self, wanted: Mapping[str, Sequence[bytes]]) -> list[Packet]:
        """Return what is kept here of what is wanted, once each, however often it is named."""
        return [
            packet
            for device, marks in wanted.items()
            for mark in dict.fromkeys(marks)
            if (packet := self._packets.get(device, {}).get(mark)) is not None
        ]


def short_hash(packet: Packet, *, second: bool = False) -> bytes:
    """Return the first bytes of the hash by which a packet is known, or those after them.

    The two have nothing to do with each other: if they had, what one packet changes in an XOR could cancel out what
    another does.
    """
    return bytes.fromhex(packet.id)[SHORT_BYTES * second :][:SHORT_BYTES]
