"""What has come and waits to be taken in: bounded, so that whoever sends very much fills no memory.

Separate from who takes it in when it is time: a replica, or somebody who joins.
"""

from collections.abc import Iterable

MOST_WAITING_FRAMES = 4096
MOST_WAITING_BYTES = 1 << 25


class WaitingFrames:
    """Frames, at most so many and so much of them: what comes then is dropped."""

    def __init__(self, most: int = MOST_WAITING_FRAMES, most_bytes: int = MOST_WAITING_BYTES) -> None:
        self._most, self._most_bytes = most, most_bytes
        self._frames: list[bytes] = []
        self._bytes = 0

    def __len__(self) -> int:
        return len(self._frames)

    def put(self, frames: Iterable[bytes]) -> None:
        for frame in frames:
            if len(self._frames) < self._most and self._bytes + len(frame) <= self._most_bytes:
                self._frames.append(frame)
                self._bytes += len(frame)

    def take(self) -> list[bytes]:
        """Return what has come since the last call."""
        frames, self._frames, self._bytes = self._frames, [], 0
        return frames
