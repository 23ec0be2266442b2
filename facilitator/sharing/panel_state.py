"""How a panel stands, seen from one of its devices: who was heard when, what they keep, and what goes no way now."""

from collections import Counter
from collections.abc import Mapping

from msgspec import Struct, field

from facilitator.domain.facts.timeline import Instant
from facilitator.sharing.heads import Heads, Heard
from facilitator.sharing.right_now.typing_now import Presence, Seen

SET_ASIDE_SECONDS = 60
"""How long it is shown that something was set aside."""


class PanelState(Struct, frozen=True):
    """What a device knows of the others, by their ids; `keeps` is what it keeps itself.

    `unsent` of its own packets haven't gone yet, because of `trouble`, since the instant `down_since` (ms, on the
    timeline); while some way is left, it is `partly_down` instead. `words` are those to compare, for each device that
    was invited. `newer` counts the facts that only a newer version knows, by panelist, and `refused` what came and
    wasn't genuine, by reason. `clock_bound_ms` says how far this device's clock may be from the panel's. If it
    `is_live`, others are heard while they are there, and `seen` has what they were doing last. `set_aside` says why
    something recorded here was set aside last, and at which instant that was heard. If it `keeps_erased`, a hold has it
    keep the text of notes that were erased.
    """

    device: str
    keeps: Heads = field(default_factory=dict)
    heard: Mapping[str, Heard] = field(default_factory=dict)
    unsent: int = 0
    trouble: str = ""
    partly_down: str = ""
    down_since: Instant | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    newer: Mapping[str, int] = field(default_factory=dict)
    refused: Mapping[str, int] = field(default_factory=Counter)
    clock_bound_ms: Instant = 0
    is_live: bool = False
    seen: Mapping[str, Seen] = field(default_factory=dict)
    set_aside: tuple[str, Instant] | None = None
    keeps_erased: bool = False

    def set_aside_at(self, now: int) -> str:
        """Return why something recorded here was set aside, if that was heard lately; else empty."""
        why, heard_at = self.set_aside or ("", 0)
        return why if now - heard_at <= SET_ASIDE_SECONDS * 1000 else ""

    def is_gone(self, device: str) -> bool:
        """Whether a device is known to be there no longer: nothing was heard of it since."""
        seen, heard = self.seen.get(device), self.heard.get(device)
        if seen is None or seen.doing is not Presence.AWAY:
            return False
        return heard is None or heard.heard_at <= seen.heard_at

    def last_heard_at(self, device: str) -> int | None:
        """Return when a device was heard last (ms, on the timeline); None if it never was."""
        heard, seen = self.heard.get(device), self.seen.get(device)
        return max((one.heard_at for one in (heard, seen) if one is not None), default=None)


def lacks(others: Heads, own: Heads) -> int:
    """Return how many of the packets that are kept here another device, at least, doesn't keep."""
    there = {device: head.packets for device, head in others.items()}
    return sum(max(0, head.packets - there.get(device, 0)) for device, head in own.items())
