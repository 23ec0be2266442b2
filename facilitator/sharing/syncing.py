"""Syncing: when a replica sends what it has, tells what it keeps, and takes in what came.

What came is taken in together, after a moment, so that a batch is kept with one sync of the disk. What replicas say to
each other's whispers is said at most every half second, the last of each kind: so many replicas that hear the same make
no storm. Over several ways at once everything goes by each of them.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from functools import partial
from random import Random

from facilitator.sharing.replica import HASHES, HEADS, WANTED, Replica
from facilitator.sharing.transports.transport import CannotAsk, Ears, Transport, TransportDown

TAKEN_AFTER_SECONDS = 0.02
TOLD_EVERY_SECONDS = 10.0
TOLD_GIVE_OR_TAKE = 0.2
"""By so much, either way, the time between two heads differs, so that replicas don't all speak at once."""
ANSWERED_AFTER_SECONDS = 0.5
LOOKED_AGAIN_SECONDS = 1.0
MOST_WAITING_FRAMES = 4096
"""What comes when so many wait to be taken in is dropped: the heads bring it again."""

Hear = Callable[[str, bytes], None]
Answering = Callable[[str, bytes], bytes]
Notice = Callable[[str, bool], None]
Beside = Callable[[Sequence[Transport]], Coroutine[object, object, None]]
"""What goes on beside it, by the same ways, from when they are open until they are closed."""


class Syncing:
    """Keeps a replica together with the others, from `open` to `close`, in the running event loop.

    `trouble` says by which ways nothing goes now, for a person, and `down_since` since when (ms, on the timeline); None
    if all is well. What is whispered that isn't between replicas is for `hear`, what is asked for `asked`. `shortly`
    makes all times so many times as short.
    """

    def __init__(
        self,
        replica: Replica,
        ways: Sequence[Transport],
        shortly: float = 1,
        chance: Random | None = None,
        hear: Hear | None = None,
        asked: Answering | None = None,
        beside: Beside | None = None,
        notice: Notice | None = None,
    ) -> None:
        self.down_since: int | None = None
        self._replica = replica
        self._ways = tuple(ways)
        self._shortly = shortly
        self._chance = chance or Random()
        self._hear = hear
        self._asked = asked or _no_answer
        self._beside = beside
        self._notice = notice
        self._being_said: set[asyncio.Task[None]] = set()
        self._arrived: list[bytes] = []
        self._to_say: dict[str, bytes] = {}
        self._unsent: dict[int, dict[bytes, None]] = {}
        self._down: dict[int, str] = {}
        self._changed = asyncio.Event()
        self._has_arrived = asyncio.Event()
        self._has_to_say = asyncio.Event()
        self._has_looked = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

    @property
    def trouble(self) -> str:
        return "\n".join(self._down.values())

    @property
    def is_live(self) -> bool:
        """Whether there is a way that reaches only those who are there right now."""
        return any(not way.remembers for way in self._ways)

    @property
    def reaches(self) -> bool:
        """Whether such a way is open now."""
        return any(not way.remembers and number not in self._down for number, way in enumerate(self._ways))

    @property
    def unsent(self) -> int:
        """How many of this device's packets some way hasn't taken yet."""
        return max(map(len, self._unsent.values()), default=0)

    async def open(self) -> None:
        """Begin. A way that is down now is tried again by itself."""
        own = self._replica.newly_kept()
        for number, way in enumerate(self._ways):
            self._unsent[number] = dict.fromkeys(own) if way.remembers else {}
        loop = asyncio.get_running_loop()
        self._replica.conductor.listen(partial(_set_from_anywhere, loop, self._changed))
        for number, way in enumerate(self._ways):
            is_open = await self._is_opened(number, way)
            self._tasks.append(loop.create_task(self._keep_open(number, way, is_open)))
        self._tasks += [
            loop.create_task(self._take()),
            loop.create_task(self._send()),
            loop.create_task(self._answer()),
        ]
        if self._beside is not None:
            self._tasks.append(asyncio.ensure_future(self._beside(self._ways)))

    async def has_looked(self) -> None:
        """Wait until what a way that remembers has for this replica is taken in, or it is known to be down."""
        await self._has_looked.wait()
        self._take_arrived()

    async def close(self) -> None:
        """Send what can still be sent, and end."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks = []
        self._take_arrived()
        self._gather()
        for number, way in enumerate(self._ways):
            await self._send_by(number, way)
        await self._say()
        for way in self._ways:
            await way.whisper(HEADS, self._replica.heads(is_leaving=True))
            await way.close()

    def whisper(self, kind: str, data: bytes) -> None:
        """Whisper something by each way, in a moment; in the event loop."""
        self._to_say[kind] = data
        self._has_to_say.set()

    def say_now(self, kind: str, data: bytes) -> None:
        """Whisper something at once, by each way that remembers nothing; in the event loop."""
        for way in self._ways:
            if not way.remembers:
                saying = asyncio.ensure_future(way.whisper(kind, data))
                self._being_said.add(saying)
                saying.add_done_callback(self._being_said.discard)

    def _hear_frame(self, frame: bytes) -> None:
        if len(self._arrived) < MOST_WAITING_FRAMES:
            self._arrived.append(frame)
            self._has_arrived.set()

    def _hear_whisper(self, kind: str, data: bytes) -> None:
        if kind not in (HEADS, HASHES, WANTED):
            if self._hear is not None:
                self._hear(kind, data)
            return
        reply = self._replica.hear(kind, data)
        if reply.kind:
            self.whisper(reply.kind, reply.whisper)
        if reply.frames:
            self._let_go(reply.frames)
            self._changed.set()

    def _see(self, device: str, is_there: bool) -> None:
        if self._notice is not None:
            self._notice(device, is_there)

    def _hear_trouble(self, number: int, why: str) -> None:
        self._is_down(number, why)
        self._has_looked.set()

    def _is_down(self, number: int, why: str) -> None:
        """Take note of why a way is down, or, with an empty text, that it isn't."""
        if why:
            self._down[number] = why
        elif self._down.pop(number, None) is not None:
            self._changed.set()
        if not self._down:
            self.down_since = None
        elif self.down_since is None:
            self.down_since = self._replica.conductor.now()

    async def _is_opened(self, number: int, way: Transport) -> bool:
        """Open a way; return whether that was possible."""
        try:
            trouble = partial(self._hear_trouble, number)
            await way.open(Ears(self._hear_frame, self._hear_whisper, self._asked, trouble, self._see))
        except TransportDown as why:
            self._hear_trouble(number, str(why))
            return False
        self._is_down(number, "")
        return True

    async def _keep_open(self, number: int, way: Transport, is_open: bool) -> None:
        """Open a way, however long that takes, and tell by it what is kept here, again and again."""
        while not is_open:
            await self._wait(TOLD_EVERY_SECONDS / 10)
            is_open = await self._is_opened(number, way)
        self._changed.set()
        while True:
            await way.whisper(HEADS, self._replica.heads())
            await self._wait(TOLD_EVERY_SECONDS * self._chance.uniform(1 - TOLD_GIVE_OR_TAKE, 1 + TOLD_GIVE_OR_TAKE))

    async def _take(self) -> None:
        while True:
            await self._has_arrived.wait()
            self._has_arrived.clear()
            await self._wait(TAKEN_AFTER_SECONDS)
            self._take_arrived()

    def _take_arrived(self) -> None:
        arrived, self._arrived = self._arrived, []
        self._replica.take(arrived)

    async def _send(self) -> None:
        while True:
            waits = self.unsent or self._replica.conductor.is_keeping  # what a slow disk has kept isn't told everywhere
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOKED_AGAIN_SECONDS / self._shortly if waits else None):
                    await self._changed.wait()
            self._changed.clear()
            self._gather()
            for number, way in enumerate(self._ways):
                await self._send_by(number, way)

    async def _answer(self) -> None:
        while True:
            await self._has_to_say.wait()
            self._has_to_say.clear()
            await self._wait(ANSWERED_AFTER_SECONDS)
            await self._say()

    async def _say(self) -> None:
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
            self._is_down(number, str(why))
        else:
            self._is_down(number, "")

    async def _wait(self, seconds: float) -> None:
        await asyncio.sleep(seconds / self._shortly)


def _set_from_anywhere(loop: asyncio.AbstractEventLoop, event: asyncio.Event) -> None:
    """Set an event of a loop that may run in another thread, or have ended."""
    with suppress(RuntimeError):
        loop.call_soon_threadsafe(event.set)


def _no_answer(kind: str, data: bytes) -> bytes:
    raise CannotAsk(f"Nothing is known of {kind}.")
