"""What waits to be sent, by each of several ways: all goes by every way, and stays until that way has taken it.

Where others are there at the other end, it goes at a pace; a folder takes all at once.
"""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from facilitator.sharing.syncing.pace import Pace
from facilitator.sharing.transports.transport import Transport, TransportDown

LOOKED_AGAIN_SECONDS = 1.0
GOES_ON_SECONDS = 0.1
"""So soon more go, if there were too many to go at once."""


class Outbox:
    """The frames that each of `ways`, called by its number, hasn't taken yet. `shortly` makes all times shorter."""

    def __init__(self, ways: Sequence[Transport], shortly: float = 1) -> None:
        self._ways = ways
        self._shortly = shortly
        self._unsent: list[dict[bytes, None]] = [{} for _ in ways]
        self._paces: list[Pace | None] = [None if way.remembers else Pace() for way in ways]
        self._kept = 0
        self._is_held_back = [False for _ in ways]
        self._gone: dict[int, Callable[[bytes], bool]] = {}

    @property
    def unsent(self) -> int:
        """How many frames the way that lacks most hasn't taken."""
        return max(map(len, self._unsent), default=0)

    @property
    def looked_again_seconds(self) -> float | None:
        """How soon to try again, if some way hasn't taken or let go of all that it is to; None if all have."""
        if not (self.unsent or self._gone):
            return None
        return GOES_ON_SECONDS if any(self._is_held_back) else LOOKED_AGAIN_SECONDS

    def forget(self, gone: Callable[[bytes], bool]) -> None:
        """Send no frame that is `gone`, and let every way that remembers any let go of it."""
        self._unsent = [{frame: None for frame in unsent if not gone(frame)} for unsent in self._unsent]
        self._gone = {number: gone for number, way in enumerate(self._ways) if way.remembers}

    def put(self, frames: Iterable[bytes]) -> None:
        """Send frames by every way, once each: what is asked for again while a way is down waits there already."""
        for unsent in self._unsent:
            unsent.update(dict.fromkeys(frames))

    def put_for(self, number: int, frames: Iterable[bytes]) -> None:
        """Send frames by one way alone."""
        self._unsent[number].update(dict.fromkeys(frames))

    def are_kept(self, packets: int, *, are_all: bool) -> None:
        """Take note that others are known to keep so many of this device's packets by now.

        If that `are_all`, with everybody who is there, they have asked for the rest: it needn't go to them again.
        """
        for number, pace in enumerate(self._paces):
            if pace is not None:
                pace.are_kept(packets - self._kept)
                if are_all:
                    self._unsent[number].clear()
        self._kept = max(packets, self._kept)

    def hurry(self) -> None:
        """Send whatever is left at no pace: this device leaves."""
        self._paces = [None for _ in self._ways]

    async def send_by(self, number: int) -> bool:
        """Send by a way what waits for it and may go; return whether anything went.

        Raises TransportDown: it still waits.
        """
        if (gone := self._gone.get(number)) is not None:
            await self._ways[number].forget(gone)
            self._gone.pop(number, None)
        now, pace, unsent = self._now(), self._paces[number], self._unsent[number]
        frames = dict.fromkeys(islice(unsent, None if pace is None else pace.may_go(now)))
        self._is_held_back[number] = len(frames) < len(unsent)
        if not frames:
            return False
        self._unsent[number] = {frame: None for frame in unsent if frame not in frames}
        try:
            await self._ways[number].send(tuple(frames))
        except (asyncio.CancelledError, TransportDown):  # whether they went isn't known: once more does no harm
            self._unsent[number] = frames | self._unsent[number]
            raise
        if pace is not None:
            pace.went(len(frames), now)
        return True

    def _now(self) -> float:
        """Return the time by which the loop's timers go, in seconds: it sets the pace alone, and is in no fact."""
        return asyncio.get_running_loop().time() * self._shortly
