"""What is whispered by each way: in a moment, the last of each kind, so that many who hear the same make no storm."""

import asyncio
from collections.abc import Sequence

from facilitator.sharing.transports.transport import Transport

SAID_AFTER_SECONDS = 0.5


class Announcing:
    """Whispers by `ways`. `shortly` makes all times so many times as short."""

    def __init__(self, ways: Sequence[Transport], shortly: float) -> None:
        self._ways = ways
        self._shortly = shortly
        self._to_say: dict[str, bytes] = {}
        self._has_to_say = asyncio.Event()
        self._being_said: set[asyncio.Task[None]] = set()

    def soon(self, kind: str, data: bytes) -> None:
        """Whisper something by each way, in a moment; in the event loop."""
        self._to_say[kind] = data
        self._has_to_say.set()

    def now(self, kind: str, data: bytes) -> None:
        """Whisper something at once, by each way that remembers nothing; in the event loop."""
        for way in self._ways:
            if not way.remembers:
                saying = asyncio.ensure_future(way.whisper(kind, data))
                self._being_said.add(saying)
                saying.add_done_callback(self._being_said.discard)

    async def go_on(self) -> None:
        """Say what there is to say, for ever."""
        while True:
            await self._has_to_say.wait()
            self._has_to_say.clear()
            await asyncio.sleep(SAID_AFTER_SECONDS / self._shortly)
            said, self._to_say = self._to_say, {}
            for kind, data in said.items():
                await asyncio.gather(*(way.whisper(kind, data) for way in self._ways))

    async def say_last(self, way: Transport) -> None:
        """Say by a way what there is still to say, before it is closed."""
        for kind, data in tuple(self._to_say.items()):  # others still come
            await way.whisper(kind, data)
