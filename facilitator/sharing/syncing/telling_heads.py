"""Telling those who are there what is kept here: nothing acknowledges what went to them, so it shows what was lost."""

import asyncio
from collections.abc import Callable, Sequence

from facilitator.sharing.asks import HEADS
from facilitator.sharing.transports.transport import Transport

TOLD_AFTER_LAST_SECONDS = 1.0
"""So long after its last packet a device says once more what it keeps."""


class Telling:
    """Tells by `ways`, which remember nothing, what `heads` returns; `shortly` makes the time as many times shorter."""

    def __init__(self, ways: Sequence[Transport], heads: Callable[[], bytes], shortly: float = 1) -> None:
        self._ways = ways
        self._heads = heads
        self._seconds = TOLD_AFTER_LAST_SECONDS / shortly
        self._has_sent = asyncio.Event()
        self._telling: set[asyncio.Task[None]] = set()

    def now(self) -> None:
        """Tell it in a moment, as when a way is there again."""
        telling = asyncio.ensure_future(self._tell())
        self._telling.add(telling)
        telling.add_done_callback(self._telling.discard)

    def after_the_last(self) -> None:
        """Take note of a packet that went, or came: a while after the last of them it is told."""
        self._has_sent.set()

    async def go_on(self) -> None:
        """Tell it a while after the last packet, again and again."""
        while True:
            await self._has_sent.wait()
            while self._has_sent.is_set():
                self._has_sent.clear()
                await asyncio.sleep(self._seconds)
            await self._tell()

    async def _tell(self) -> None:
        for way in self._ways:
            await way.whisper(HEADS, self._heads())
