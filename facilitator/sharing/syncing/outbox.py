"""What waits to be sent, by each of several ways: all goes by every way, and stays until that way has taken it."""

import asyncio
from collections.abc import Iterable, Sequence

from facilitator.sharing.transports.transport import Transport, TransportDown


class Outbox:
    """The frames that each of `ways`, called by its number, hasn't taken yet."""

    def __init__(self, ways: Sequence[Transport]) -> None:
        self._ways = ways
        self._unsent: list[dict[bytes, None]] = [{} for _ in ways]

    @property
    def unsent(self) -> int:
        """How many frames the way that lacks most hasn't taken."""
        return max(map(len, self._unsent), default=0)

    def put(self, frames: Iterable[bytes]) -> None:
        """Send frames by every way, once each: what is asked for again while a way is down waits there already."""
        for unsent in self._unsent:
            unsent.update(dict.fromkeys(frames))

    def put_for(self, number: int, frames: Iterable[bytes]) -> None:
        """Send frames by one way alone."""
        self._unsent[number].update(dict.fromkeys(frames))

    async def send_by(self, number: int) -> bool:
        """Send by a way what waits for it; return whether there was anything. Raises TransportDown: it still waits."""
        if not (frames := self._unsent[number]):
            return False
        self._unsent[number] = {}
        try:
            await self._ways[number].send(tuple(frames))
        except (asyncio.CancelledError, TransportDown):  # whether they went isn't known: once more does no harm
            self._unsent[number] = frames | self._unsent[number]
            raise
        return True
