"""The one way to a session: its events are verified, opened, judged and folded, in this order.

Verified: the journal checks each line before its events come here. Opened: see `domain.session.privacy.unsealing`.
Judged: see `domain.session.authority`. Folded: see `domain.session.fold`. Whoever wants the state of a session,
for whatever use, gets it here, so that a rule that is added later holds everywhere. And here it is read by which clock
it goes on.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from facilitator.domain.facts.event import Event
from facilitator.domain.facts.kinds.notes import FactSealed, NoteErased
from facilitator.domain.facts.packet import Kept, Packet, events_in
from facilitator.domain.facts.timeline import Anchor, Reading
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
    anchors = history.session.anchors
    own = anchors.get(device)
    if own is not None and (own.holds_for(reading) or history.session.devices):
        return own
    if own is None and at is not None:
        return Anchor(at, reading)
    return max(anchors.values(), key=lambda anchor: anchor.at, default=Anchor(history.events[-1].at, reading))


def last_known(history: History, device: str) -> int:
    """Return the latest instant that was: on a panel, only what this device did says so, not another's clock."""
    events = history.events
    if not history.session.devices:
        return events[-1].stamp.ms
    return next((event.at for event in reversed(events) if event.author.device == device), 0)
