"""What waits to be sent, by each of several ways: all goes by every way, and stays until that way has taken it."""

import asyncio
from collections.abc import Callable, Iterable, Sequence

from facilitator.sharing.transports.transport import Transport, TransportDown


class Outbox:
    """The frames that each of `ways`, called by its number, hasn't taken yet."""

    def __init__(self, ways: Sequence[Transport]) -> None:
        self._ways = ways
        self._unsent: list[dict[bytes, None]] = [{} for _ in ways]
        self._gone: dict[int, Callable[[bytes], bool]] = {}

    @property
    def unsent(self) -> int:
        """How many frames the way that lacks most hasn't taken."""
        return max(map(len, self._unsent), default=0)

    @property
    def is_waiting(self) -> bool:
        """Whether some way hasn't taken all there is for it, or hasn't let go of all that it is to."""
        return bool(self.unsent or self._gone)

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

    async def send_by(self, number: int) -> bool:
        """Send by a way what waits for it; return whether there was anything. Raises TransportDown: it still waits."""
        if (gone := self._gone.get(number)) is not None:
            await self._ways[number].forget(gone)
            self._gone.pop(number, None)
        if not (frames := self._unsent[number]):
            return False
        self._unsent[number] = {}
        try:
            await self._ways[number].send(tuple(frames))
        except (asyncio.CancelledError, TransportDown):  # whether they went isn't known: once more does no harm
            self._unsent[number] = frames | self._unsent[number]
            raise
        return True
