"""Syncing: when a replica sends what it has, tells what it keeps, and takes in what came.

What came is taken in together, after a moment, so that a batch is kept with one sync of the disk. What replicas say to
each other's whispers is said at most every half second, the last of each kind: so many replicas that hear the same make
no storm. Over several ways at once everything goes by each of them.
"""

import asyncio
from collections.abc import Sequence
from random import Random

from facilitator.sharing.replica import HEADS, Replica, ToSay
from facilitator.sharing.transports.transport import CannotAsk, Ears, Transport, TransportDown

TAKEN_AFTER_SECONDS = 0.02
TOLD_EVERY_SECONDS = 10.0
TOLD_GIVE_OR_TAKE = 0.2
"""By so much, either way, the time between two heads differs, so that replicas don't all speak at once."""
ANSWERED_AFTER_SECONDS = 0.5
MOST_WAITING_FRAMES = 4096
"""What comes when so many wait to be taken in is dropped: the heads bring it again."""


class Syncing:
    """Keeps a replica together with the others, from `open` to `close`, in the running event loop.

    `trouble` says by which ways nothing goes now, for a person. `shortly` makes all times so many times as short.
    """

    def __init__(
        self, replica: Replica, ways: Sequence[Transport], shortly: float = 1, chance: Random | None = None
    ) -> None:
        self._replica = replica
        self._ways = tuple(ways)
        self._shortly = shortly
        self._chance = chance or Random()
        self._arrived: list[bytes] = []
        self._to_say: dict[str, bytes] = {}
        self._unsent: dict[int, dict[bytes, None]] = {}
        self._down: dict[int, str] = {}
        self._changed = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

    @property
    def trouble(self) -> str:
        return "\n".join(self._down.values())

    @property
    def unsent(self) -> int:
        """How many of this device's packets some way hasn't taken yet."""
        return max(map(len, self._unsent.values()), default=0)

    async def open(self) -> None:
        """Begin. A way that is down now is tried again by itself."""
        ears = Ears(self._hear_frame, self._hear_whisper, _no_answer)
        own = self._replica.newly_kept()
        for number, way in enumerate(self._ways):
            self._unsent[number] = dict.fromkeys(own) if way.remembers else {}
        self._replica.conductor.listen(self._changed.set)
        loop = asyncio.get_running_loop()
        for number, way in enumerate(self._ways):
            is_open = await self._is_opened(number, way, ears)
            self._tasks.append(loop.create_task(self._keep_open(number, way, ears, is_open)))
        self._tasks += [
            loop.create_task(self._take()),
            loop.create_task(self._send()),
            loop.create_task(self._answer()),
        ]

    async def close(self) -> None:
        """Send what can still be sent, and end."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks = []
        self._replica.take(self._arrived)
        self._arrived = []
        self._gather()
        for number, way in enumerate(self._ways):
            await self._send_by(number, way)
            await way.whisper(HEADS, self._replica.heads())
            await way.close()

    def _hear_frame(self, frame: bytes) -> None:
        if len(self._arrived) < MOST_WAITING_FRAMES:
            self._arrived.append(frame)
            self._changed.set()

    def _hear_whisper(self, kind: str, data: bytes) -> None:
        reply: ToSay = self._replica.hear(kind, data)
        if reply.kind:
            self._to_say[reply.kind] = reply.whisper
        if reply.frames:
            self._let_go(reply.frames)
            self._changed.set()

    async def _is_opened(self, number: int, way: Transport, ears: Ears) -> bool:
        """Open a way; return whether that was possible."""
        try:
            await way.open(ears)
        except TransportDown as why:
            self._down[number] = str(why)
            return False
        self._down.pop(number, None)
        return True

    async def _keep_open(self, number: int, way: Transport, ears: Ears, is_open: bool) -> None:
        """Open a way, however long that takes, and tell by it what is kept here, again and again."""
        while not is_open:
            await self._wait(TOLD_EVERY_SECONDS / 10)
            is_open = await self._is_opened(number, way, ears)
        self._changed.set()
        while True:
            await way.whisper(HEADS, self._replica.heads())
            await self._wait(TOLD_EVERY_SECONDS * self._chance.uniform(1 - TOLD_GIVE_OR_TAKE, 1 + TOLD_GIVE_OR_TAKE))
            if self._unsent[number]:
                self._changed.set()

    async def _take(self) -> None:
        while True:
            await self._wait(TAKEN_AFTER_SECONDS)
            if self._arrived:
                arrived, self._arrived = self._arrived, []
                self._replica.take(arrived)

    async def _send(self) -> None:
        while True:
            await self._changed.wait()
            self._changed.clear()
            self._gather()
            for number, way in enumerate(self._ways):
                await self._send_by(number, way)

    async def _answer(self) -> None:
        while True:
            await self._wait(ANSWERED_AFTER_SECONDS)
            said, self._to_say = self._to_say, {}
            for kind, whisper in said.items():
                for way in self._ways:
                    await way.whisper(kind, whisper)

    def _gather(self) -> None:
        self._let_go(self._replica.newly_kept())

    def _let_go(self, frames: Sequence[bytes]) -> None:
        """Send frames by every way, once each: what is asked for again while a way is down waits there already."""
        for unsent in self._unsent.values():
            unsent.update(dict.fromkeys(frames))

    async def _send_by(self, number: int, way: Transport) -> None:
        if not (frames := self._unsent[number]):
            return
        self._unsent[number] = {}
        try:
            await way.send(tuple(frames))
        except asyncio.CancelledError:  # whether they went isn't known: sending them again does no harm
            self._unsent[number] = frames | self._unsent[number]
            raise
        except TransportDown as why:
            self._unsent[number] = frames | self._unsent[number]
            self._down[number] = str(why)
        else:
            self._down.pop(number, None)

    async def _wait(self, seconds: float) -> None:
        await asyncio.sleep(seconds / self._shortly)


def _no_answer(kind: str, data: bytes) -> bytes:
    raise CannotAsk(f"Nothing is known of {kind}.")
