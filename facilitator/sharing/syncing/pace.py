"""The pace at which packets go to those who are there: somebody who pastes an hour's notes at once floods nobody.

A token bucket: so many go at once, then so many a second. And only so many are under way that nobody has shown to keep:
who is behind is waited for. What was lost shows nowhere, so it counts as under way for a while only; the heads heal it.
"""

from collections import deque

PACKETS_A_SECOND = 50
AT_ONCE = 200
MOST_UNDER_WAY = 100
UNDER_WAY_SECONDS = 10.0


class Pace:
    """How many may go; every instant `now` is in seconds, by any clock that only goes forward."""

    def __init__(self) -> None:
        self._tokens = float(AT_ONCE)
        self._filled_at: float | None = None
        self._under_way: deque[float] = deque()

    def may_go(self, now: float) -> int:
        """Return how many packets may go at `now`."""
        since = now - self._filled_at if self._filled_at is not None else 0.0
        self._tokens = min(AT_ONCE, self._tokens + since * PACKETS_A_SECOND)
        self._filled_at = now
        while self._under_way and now - self._under_way[0] > UNDER_WAY_SECONDS:
            self._under_way.popleft()
        return min(int(self._tokens), MOST_UNDER_WAY - len(self._under_way))

    def went(self, packets: int, now: float) -> None:
        """Take note that so many have gone, of those that might."""
        self._tokens -= packets
        self._under_way.extend([now] * packets)

    def are_kept(self, packets: int) -> None:
        """Take note that another device keeps so many more of them."""
        for _ in range(min(packets, len(self._under_way))):
            self._under_way.popleft()
