"""What is said backstage: a few words to one colleague or to all, which nobody keeps.

It is sealed with the key that all devices of the panel share, and signed by the device that tells it.
"""

from collections import deque
from collections.abc import Callable
from typing import Annotated, NamedTuple

import msgspec

from facilitator.domain.facts.packet import DeviceName
from facilitator.domain.language.decision import LONGEST_TOLD, Backstage, ToTell
from facilitator.domain.text.plain_text import one_line
from facilitator.files.unpacking import unpacked

BACKSTAGE = "backstage"
"""The kind of these whispers."""
MOST_HEARD = 20
AS_OLD_AS_MS = 600_000
"""What a carrier brings so long after it was said isn't heard."""

_Text = Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_TOLD)]


class Aside(NamedTuple):
    """What somebody at `device` has said to this one's panelist, or to `all`, at an instant (ms)."""

    device: str
    at: int
    is_for_all: bool
    text: str


class LiveBackstage(Backstage):
    """What was told to the panelist `seat` at `device`: the last twenty `asides`, in memory only.

    `now` returns the instant, and `say` whispers something, both from any thread. `say` raises Refusal if nobody hears.
    """

    def __init__(self, device: str, seat: str, now: Callable[[], int], say: Callable[[bytes], object]) -> None:
        self.asides: deque[Aside] = deque(maxlen=MOST_HEARD)
        self._device = device
        self._seat = seat
        self._now = now
        self._say = say
        self._last_at: dict[str, int] = {}

    def tell(self, words: ToTell) -> None:
        at = max(self._now(), self._last_at.get(self._device, 0) + 1)
        self._last_at[self._device] = at
        self._say(msgspec.msgpack.encode((self._device, at, words.to, words.text)))

    def hear(self, data: bytes, is_by: Callable[[str], bool]) -> Aside | None:
        """Take in what another says; return it if it is for this device's panelist, new, and by whom it says.

        Raises Unreadable.
        """
        who, at, to, text = unpacked(data, tuple[DeviceName, int, str, _Text])
        is_old = at <= self._last_at.get(who, 0) or abs(self._now() - at) > AS_OLD_AS_MS
        is_for_us = who != self._device and self._seat and to in ("", self._seat)  # an observer has no seat
        if not is_for_us or is_old or not one_line(text) or not is_by(who):
            return None
        self._last_at[who] = at
        aside = Aside(who, at, not to, one_line(text))
        self.asides.append(aside)
        self.heard = aside.text
        return aside
