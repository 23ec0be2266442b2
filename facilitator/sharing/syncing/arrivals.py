"""What has come and waits to be taken in: bounded, so that whoever sends very much fills no memory.

Separate from `syncing`, which takes it in when it is time: somebody who joins gathers it in the same way.
"""

from collections.abc import Iterable

MOST_WAITING_FRAMES = 4096
MOST_BYTES = 1 << 25


class Arrivals:
    """Frames, at most so many and so much of them: what comes then is dropped."""

    def __init__(self, most: int = MOST_WAITING_FRAMES, most_bytes: int = MOST_BYTES) -> None:
        self._most, self._most_bytes = most, most_bytes
        self._frames: list[bytes] = []
        self._bytes = 0

    def __bool__(self) -> bool:
        return bool(self._frames)

    def put(self, frames: Iterable[bytes]) -> None:
        for frame in frames:
            if len(self._frames) < self._most and self._bytes + len(frame) <= self._most_bytes:
                self._frames.append(frame)
                self._bytes += len(frame)

    def take(self) -> list[bytes]:
        """Return what has come since the last call."""
        frames, self._frames, self._bytes = self._frames, [], 0
        return frames
