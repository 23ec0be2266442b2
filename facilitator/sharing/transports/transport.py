"""What every way between devices does. It carries sealed bytes, understands none of them, and may lose any.

Whoever uses one must be content with frames that come in any order, any number of times, or never: what is missing is
asked for (`heads`).
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol


class TransportDown(Exception):
    """Nothing goes this way now. The text is why, for a person."""


class CannotAsk(Exception):
    """Nobody answers this way, now or ever."""


def _passed_over(trouble: str) -> None:
    pass


def _unseen(device: str, is_there: bool) -> None:
    pass


class Ears(NamedTuple):
    """What a transport calls, in the event loop: with frames, with what is whispered, with what is asked.

    `trouble` is called with why nothing goes this way now, for a person, and with an empty text once it does again.
    `present` is called with a device that is there now, or no longer, by a way that can tell.
    """

    frame: Callable[[bytes], None]
    whisper: Callable[[str, bytes], None]
    asked: Callable[[str, bytes], bytes]
    trouble: Callable[[str], None] = _passed_over
    present: Callable[[str, bool], None] = _unseen


class Transport(Protocol):
    """A way to the other devices of a panel.

    Kinds are short words of small letters. What is asked of one device alone has its name behind: `have/<device>`.
    """

    remembers: bool
    """Whether what was sent is there for those who come later."""

    async def open(self, ears: Ears) -> None:
        """Begin to carry. Raises TransportDown if it can't begin; what is down later comes back by itself."""

    async def send(self, frames: Sequence[bytes]) -> None:
        """Send frames to all others. Sending one again does no harm. Raises TransportDown if none of it went."""

    async def whisper(self, kind: str, data: bytes) -> None:
        """Tell the others something that may get lost; a later whisper of this kind replaces it."""

    async def ask(self, kind: str, data: bytes) -> bytes:
        """Return somebody's answer. Raises CannotAsk."""

    async def forget(self, gone: Callable[[bytes], bool]) -> None:
        """Take out of what this way remembers those frames of this device that are `gone`. Raises TransportDown."""

    async def close(self) -> None:
        """Carry nothing more. A second call does nothing."""
