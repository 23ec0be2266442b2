"""What the packets of a panel say against events that came in them; it can't be told from the events alone.

A device may sign what another is to have recorded: that counts only before the panel began. And a device that was
removed may go on, wherever in the order it says that it did: its removal names the last packet that counts.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import cast

from facilitator.domain.facts.event import Event, Stamp
from facilitator.domain.facts.kinds.panel import DeviceRemoved
from facilitator.domain.facts.packet import Packet
from facilitator.domain.session.rights import Reason

Denied = dict[tuple[Stamp, str], Reason]
"""What doesn't count because of the packet that it came in, by its place in the order."""


def said_of_others(packets: Iterable[Packet]) -> Denied:
    """Return what is signed by another device than it names."""
    adopting = (packet for packet in packets if packet.is_adopting)
    return {
        event.order: Reason.NOT_ADMITTED
        for packet in adopting
        for event in packet.events
        if event.stamp.author.device != packet.device
    }


def deny_removed(
    denied: Denied,
    ordered: Iterable[Event],
    packets: Sequence[Packet],
    about_the_panel: Callable[[Denied], Sequence[Event]],
) -> frozenset[str]:
    """Deny what removed devices went on with, and return these devices.

    `about_the_panel` returns the facts about the panel that stand if something is denied, the host's admission first.
    Whether a removal stands is asked as if it did: else whoever is removed could take the clock before it. Where two
    remove each other, the host's stands.
    """
    removals = [event for event in ordered if type(event.fact) is DeviceRemoved] if packets else []
    removed: set[str] = set()
    if not (removals and (standing := about_the_panel(denied))):
        return frozenset()
    removals.sort(key=lambda event: event.author.device != standing[0].author.device)
    while removals:
        for event in removals:
            supposed = denied | _gone_on_with(event, packets)
            if any(one is event for one in about_the_panel(supposed)):
                break
        else:
            break
        denied.update(supposed)
        removed.add(cast(DeviceRemoved, event.fact).device)
        removals.remove(event)
    return frozenset(removed)


def _gone_on_with(removal: Event, packets: Iterable[Packet]) -> Denied:
    """Return what a device went on with after the last packet that counts by its removal, or put in before that.

    A removal without a number holds for its place in the order only. Had the device been restored from a backup, there
    may be several last packets.
    """
    fact = removal.fact
    if not isinstance(fact, DeviceRemoved) or not (fact.through_seq or fact.heads):
        return {}
    own = {packet.id: packet for packet in packets if packet.device == fact.device}
    counts = _led_back_to(fact.heads, own)
    denied = (one for one in own.values() if one.seq > fact.through_seq or (fact.heads and one.id not in counts))
    return {event.order: Reason.REMOVED for packet in denied for event in packet.events}


def _led_back_to(heads: Iterable[str], packets: Mapping[str, Packet]) -> set[str]:
    """Return these packets and all before them in their chains, by id, as far as they are here."""
    found = set[str]()
    for name in heads:
        while name in packets and name not in found:
            found.add(name)
            name = packets[name].head.previous
    return found
