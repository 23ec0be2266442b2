"""Where the word of a device ends that is removed: at what is known of it where that is said.

Separate from the decision to remove somebody, which knows no packets.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.panel import DeviceRemoved
from facilitator.domain.facts.packet import NONE_BEFORE, Packet


def with_last_packets(facts: Sequence[AnyFact], packets: Sequence[Packet]) -> tuple[AnyFact, ...]:
    """Return facts, of which each removal says which packets of its device count, as far as they are here."""
    return tuple(_with_last(fact, packets) if isinstance(fact, DeviceRemoved) else fact for fact in facts)


def _with_last(removed: DeviceRemoved, packets: Sequence[Packet]) -> DeviceRemoved:
    own = [packet for packet in packets if packet.device == removed.device]
    followed = {packet.head.previous for packet in own}
    heads = tuple(sorted(packet.id for packet in own if packet.id not in followed))
    return replace(removed, through_seq=max((packet.seq for packet in own), default=0), heads=heads or (NONE_BEFORE,))
