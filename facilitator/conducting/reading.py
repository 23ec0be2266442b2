"""The one way to a session: its events are verified, opened, judged and folded, in this order.

Verified: the journal checks each line before its events come here. Opened: see `domain.session.privacy.unsealing`.
Judged: see `domain.session.authority`. Folded: see `domain.session.fold`. Whoever wants the state of a session,
for whatever use, gets it here, so that a rule that is added later holds everywhere. And here it is read by which clock
it goes on.
"""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from facilitator.domain.facts.event import Event
from facilitator.domain.facts.kinds.notes import FactSealed, NoteErased
from facilitator.domain.facts.kinds.running import ClockAnchored
from facilitator.domain.facts.packet import Kept, Packet, events_in
from facilitator.domain.facts.timeline import Anchor, Reading
from facilitator.domain.session.fold import in_order
from facilitator.domain.session.history import History

if TYPE_CHECKING:
    from facilitator.conducting.sealing.own_notes import OwnNotes

RESTARTED = "The device was restarted: time since then is from the wall clock."
ANOTHER_DEVICE = "Continued on another device: the time in between is from the wall clock."


def read(kept: Iterable[Kept], own: "OwnNotes | None" = None) -> History:
    """Return the history of these events and packets, which may come in any order and more than once.

    What is sealed can be read if it is open to everybody, or this device's `own`. Raises ValueError if no event opens
    a session.
    """
    kept = tuple(kept)
    if own is None and any(isinstance(one, Packet) or type(one.fact) is FactSealed for one in kept):
        from facilitator.conducting.sealing.own_notes import OwnNotes  # not at the top: hardly any session has it

        own = OwnNotes()
    history = History.of(kept, own)
    if not history.is_open:
        raise ValueError("no event opens the session")
    return history


def readable_events(kept: Iterable[Kept], own: "OwnNotes | None") -> tuple[Event, ...]:
    """Return the events that weren't erased in order, as far as they can be read on this device."""
    kept = tuple(kept)
    if own is None and not any(type(one.fact) is NoteErased for one in kept if not isinstance(one, Packet)):
        return tuple(events_in(kept))
    return History.of(kept, own).readable


def anchor_for(history: History, device: str, reading: Reading, at: int | None) -> Anchor:
    """Return what ties the timeline to this device's clocks: its own anchor while that holds, else the latest.

    On a panel, a device goes on by its own anchor even after a reboot: another's wall clock may be an hour off. One
    that has none yet is told that it is the instant `at`.
    """
    own = own_anchor(history, device)
    if own is not None and (own.holds_for(reading) or history.session.devices):
        return own
    if own is None and at is not None:
        return Anchor(at, reading)
    anchors = history.session.anchors.values()
    return max(anchors, key=lambda anchor: anchor.at, default=Anchor(history.events[-1].at, reading))


def own_anchor(history: History, device: str) -> Anchor | None:
    """Return the last anchor that a device has recorded; None if there is none."""
    anchors = own_anchors(history, device)
    return anchors[-1] if anchors else None


def own_anchors(history: History, device: str) -> list[Anchor]:
    """Return the anchors that a device has recorded, in order.

    What is set aside counts as well: others say who is on the panel, but not what the clocks of a device have shown.
    """
    return [
        Anchor(event.at, event.fact.reading)
        for event in _signed_by(device, history)
        if isinstance(event.fact, ClockAnchored) and event.stamp.author.device == device
    ]


def last_known(history: History, device: str) -> int:
    """Return the latest instant that was: on a panel, only what this device did says so, not another's clock."""
    if not history.session.devices:
        return history.events[-1].stamp.ms
    own = (event for event in reversed(_signed_by(device, history)) if event.author.device == device)
    return next((event.at for event in own), 0)


def _signed_by(device: str, history: History) -> Sequence[Event]:
    """Return what a device has signed, in order; without a panel, all that there is.

    Its events may name other devices as their authors.
    """
    if not history.packets:
        return history.events
    signed = (packet.events for packet in history.packets.values() if packet.device == device)
    return in_order(chain.from_iterable(signed))
