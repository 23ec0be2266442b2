"""What has come and isn't taken in yet: the first at once, and what comes in the moment after it together.

So a batch is kept with one sync of the disk.
"""

import asyncio
from collections.abc import Callable, Sequence

from facilitator.sharing.waiting_frames import WaitingFrames

TAKEN_EVERY_SECONDS = 0.02


class Arrivals:
    """Hands frames to `take`, which returns how many packets were new; in the running event loop.

    What is dropped because too much waits comes again through the heads. `shortly` makes the moment so many times
    shorter.
    """

    def __init__(self, take: Callable[[Sequence[bytes]], int], shortly: float = 1) -> None:
        self._take = take
        self._seconds = TAKEN_EVERY_SECONDS / shortly
        self._waiting = WaitingFrames()
        self._next: asyncio.TimerHandle | None = None

    def hear(self, frame: bytes) -> None:
        """Note a frame that has come, to be taken in now or in a moment."""
        self._waiting.put((frame,))
        if self._next is None:
            self._take_and_wait()

    def take_in(self, frames: Sequence[bytes] = ()) -> int:
        """Take in what waits, and these frames, now; return how many packets were new."""
        return self._take([*self._waiting.take(), *frames])

    def close(self) -> None:
        """Take in what waits, and let nothing come after it by itself."""
        if self._next is not None:
            self._next.cancel()
        self.take_in()

    def _take_and_wait(self) -> None:
        self._next = None
        if self._waiting:
            self._next = asyncio.get_running_loop().call_later(self._seconds, self._take_and_wait)
            self.take_in()
