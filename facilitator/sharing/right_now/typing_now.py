"""Who is there and typing right now, never what. It is whispered, and a whisper that is lost does no harm."""

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

import msgspec

from facilitator.domain.facts.packet import DeviceName
from facilitator.domain.facts.timeline import Instant
from facilitator.files.unpacking import unpacked

PRESENCE = "presence"
"""The kind of these whispers."""

SAID_AGAIN_MS = 3000
SHOWN_MS = 6000
"""Whoever types says so again after so long; others show it for so long, so that one whisper may be lost."""


MOST_SEEN = 256
"""So many devices are told apart: more than can be on a panel."""


class Presence(StrEnum):
    """What somebody is doing at their device."""

    HERE = "here"
    TYPING = "typing"
    AWAY = "away"


class Seen(NamedTuple):
    """What somebody was doing at the instant `said_at` of their clock, which was heard at `heard_at` (ms)."""

    doing: Presence
    said_at: Instant
    heard_at: Instant


class TypingNow:
    """What the others are `seen` doing, by device, and what they are told of `device`.

    `now` returns the instant, and `say` whispers something, both from any thread.
    """

    def __init__(self, device: str, now: Callable[[], int], say: Callable[[bytes], object]) -> None:
        self.seen: dict[str, Seen] = {}
        self._device = device
        self._now = now
        self._say = say
        self._said = Presence.HERE
        self._said_at = 0

    def types(self, is_begun: bool) -> None:
        """Take note of a key: a line is begun now, or there is none. Others are told now and then."""
        doing, now = Presence.TYPING if is_begun else Presence.HERE, self._now()
        if doing is self._said and (doing is Presence.HERE or now - self._said_at < SAID_AGAIN_MS):
            return
        self._said, self._said_at = doing, now
        self._say(msgspec.msgpack.encode((self._device, now, doing)))

    def see(self, device: str, is_there: bool) -> None:
        """Take note that a device is there now, or no longer."""
        before = self.seen.get(device)
        said_at = before.said_at if before is not None else 0
        seen = Seen(Presence.HERE if is_there else Presence.AWAY, said_at, self._now())
        self.seen = {**self.seen, device: seen}

    def hear(self, data: bytes) -> None:
        """Take note of what another says. Raises Unreadable."""
        who, said_at, doing = unpacked(data, tuple[DeviceName, Instant, Presence])
        before = self.seen.get(who)
        if before is None and len(self.seen) >= MOST_SEEN:
            return
        if who != self._device and (before is None or said_at > before.said_at):
            self.seen = {**self.seen, who: Seen(doing, said_at, self._now())}
