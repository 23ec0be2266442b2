"""Syncing: when a replica sends what it has, tells what it keeps, and takes in what came.

What replicas say to each other's whispers is said at most every half second, the last of each kind: so many replicas
that hear the same make no storm. Over several ways at once everything goes by each of them. By one that gives answers,
what is lacking is asked of the device that has it, so that nobody else gets it again.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from functools import partial
from random import Random

from facilitator.sharing.asks import HASHES, HEADS, WANTED
from facilitator.sharing.replica import Replica
from facilitator.sharing.syncing.announcing import Announcing
from facilitator.sharing.syncing.arrivals import Arrivals
from facilitator.sharing.syncing.outbox import Outbox
from facilitator.sharing.syncing.pulling import Pulling
from facilitator.sharing.syncing.telling_heads import Telling
from facilitator.sharing.syncing.troubles import Troubles
from facilitator.sharing.transports.transport import CannotAsk, Ears, Transport, TransportDown

TOLD_EVERY_SECONDS = 10.0
TOLD_GIVE_OR_TAKE = 0.2
"""By so much, either way, the time between two heads differs, so that replicas don't all speak at once."""
LOOKED_FOR_SECONDS = 1.5
"""Whoever is there says what they keep within this time."""

Hear = Callable[[str, bytes], None]
Answering = Callable[[str, bytes], bytes]
Notice = Callable[[str, bool], None]
Beside = Callable[[Sequence[Transport]], Coroutine[object, object, None]]
"""What goes on beside it, by the same ways, from when they are open until they are closed."""


class Syncing:
    """Keeps a replica together with the others, from `open` to `close`, in the running event loop.

    `trouble` says why nothing goes by any way now, for a person, and `down_since` since when (ms, on the timeline);
    None if it goes by one. What is whispered that isn't between replicas is for `hear`, what is asked for `asked`.
    `shortly` makes all times so many times as short.
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
        self._replica = replica
        self._ways = tuple(ways)
        self._shortly = shortly
        self._chance = chance or Random()
        self._hear = hear
        self._asked = asked or _no_answer
        self._beside = beside
        self._notice = notice or _unnoticed
        self._arrivals = Arrivals(replica.take, shortly)
        self._announcing = Announcing(self._ways, shortly)
        self._outbox = Outbox(self._ways, shortly)
        self._down = Troubles(len(self._ways), replica.conductor.now)
        self._changed = asyncio.Event()
        self._looked: set[int] = set()
        self._has_looked = asyncio.Event()
        self._live = [number for number, way in enumerate(self._ways) if not way.remembers]
        live = [self._ways[number] for number in self._live]
        self._pulling = Pulling(live, self._take_now, self.whisper, partial(self._look_is_over, *self._live))
        self._telling = Telling(live, replica.heads, shortly)
        self._tasks: list[asyncio.Task[None]] = []

    @property
    def trouble(self) -> str:
        return self._down.text

    @property
    def partly_down(self) -> str:
        """Why nothing goes by one of the ways now, though it goes by another."""
        return self._down.partly

    @property
    def down_since(self) -> int | None:
        return self._down.since

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
        return self._outbox.unsent

    async def open(self) -> None:
        """Begin. A way that is down now is tried again by itself."""
        own = self._replica.newly_kept()
        for number, way in enumerate(self._ways):
            if way.remembers:
                self._outbox.put_for(number, own)
        loop = asyncio.get_running_loop()
        look_again = partial(self._look_again, loop)
        self._replica.conductor.listen(look_again)
        self._replica.conductor.listen_to_disk(look_again)
        await asyncio.gather(*(self._begin(number, way) for number, way in enumerate(self._ways)))
        self._tasks += [
            loop.create_task(self._send()),
            loop.create_task(self._announcing.go_on()),
            loop.create_task(self._telling.go_on()),
        ]
        if self._beside is not None:
            self._tasks.append(asyncio.ensure_future(self._beside(self._ways)))

    async def has_looked(self) -> None:
        """Wait until what each way has for this replica is taken in, or it is known to be down, or nobody is there."""
        await self._has_looked.wait()
        self._arrivals.take_in()

    async def close(self) -> None:
        """Send what can still be sent, and end."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, self._pulling.close(), return_exceptions=True)
        self._tasks = []
        self._arrivals.close()
        self._outbox.put(self._replica.newly_kept())
        self._outbox.hurry()
        for number in sorted(range(len(self._ways)), key=lambda number: self._ways[number].remembers):  # no disk first
            await self._leave(number, self._ways[number])

    async def _leave(self, number: int, way: Transport) -> None:
        """Send by a way what can still be sent, and close it: left open, it might keep the program from ending."""
        if not way.remembers:
            self._outbox.put_for(number, self._replica.unconfirmed())
        try:
            await self._send_by(number)
            await self._announcing.say_last(way)
            await way.whisper(HEADS, self._replica.heads(is_leaving=True))
        finally:
            await way.close()

    def whisper(self, kind: str, data: bytes) -> None:
        """Whisper something by each way, in a moment; in the event loop."""
        self._announcing.soon(kind, data)

    def say_now(self, kind: str, data: bytes) -> None:
        """Whisper something at once, by each way that remembers nothing; in the event loop."""
        self._announcing.now(kind, data)

    def forget(self, gone: Callable[[bytes], bool]) -> None:
        """Let go of frames that are `gone`, wherever they are; in the event loop."""
        self._outbox.forget(gone)
        self._changed.set()

    def _hear_whisper(self, kind: str, data: bytes) -> None:
        if kind not in (HEADS, HASHES, WANTED):
            if self._hear is not None:
                self._hear(kind, data)
            return
        reply = self._replica.hear(kind, data)
        self._outbox.are_kept(self._replica.confirmed, are_all=self._replica.is_confirmed_by_all)
        if reply.asks:
            self._pulling.pull(reply)
        elif reply.kind:
            self.whisper(reply.kind, reply.whisper)
        elif kind == HEADS:
            self._look_is_over(*self._live)
        if reply.frames:
            self._outbox.put(reply.frames)
            self._changed.set()

    def _hear_ask(self, kind: str, data: bytes) -> bytes:
        try:
            return self._replica.asked(kind, data)
        except CannotAsk:
            return self._asked(kind, data)

    def _hear_trouble(self, number: int, why: str) -> None:
        was_down = number in self._down
        self._is_down(number, why)
        if why or self._ways[number].remembers:
            self._look_is_over(number)
        elif was_down:
            self._telling.now()

    def _look_is_over(self, *numbers: int) -> None:
        """Take note that there is nothing more to be had by ways for now."""
        self._looked.update(numbers)
        if len(self._looked) == len(self._ways):
            self._has_looked.set()

    def _is_down(self, number: int, why: str) -> None:
        if self._down.note(number, why):
            self._changed.set()

    async def _begin(self, number: int, way: Transport) -> None:
        """Open a way, and go on with it. None waits for another: one that leads nowhere may take seconds."""
        is_open = await self._is_opened(number, way)
        self._tasks.append(asyncio.get_running_loop().create_task(self._keep_open(number, way, is_open)))

    async def _is_opened(self, number: int, way: Transport) -> bool:
        """Open a way; return whether that was possible."""
        try:
            trouble = partial(self._hear_trouble, number)
            await way.open(Ears(self._arrivals.hear, self._hear_whisper, self._hear_ask, trouble, self._notice))
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
        if number in self._live:
            wait = LOOKED_FOR_SECONDS / self._shortly
            asyncio.get_running_loop().call_later(wait, self._look_is_over, number)
        while True:
            await way.whisper(HEADS, self._replica.heads())
            await self._wait(TOLD_EVERY_SECONDS * self._chance.uniform(1 - TOLD_GIVE_OR_TAKE, 1 + TOLD_GIVE_OR_TAKE))

    def _take_now(self, frames: Sequence[bytes]) -> None:
        if self._arrivals.take_in(frames):
            self._telling.after_the_last()  # what is lacking still shows by the heads

    async def _send(self) -> None:
        while True:
            seconds = self._outbox.looked_again_seconds
            with suppress(TimeoutError):
                async with asyncio.timeout(None if seconds is None else seconds / self._shortly):
                    await self._changed.wait()
            self._changed.clear()
            self._outbox.put(self._replica.newly_kept())
            await asyncio.gather(*map(self._send_by, range(len(self._ways))))

    def _look_again(self, loop: asyncio.AbstractEventLoop) -> None:
        """Wake what sends if there is something new; from any thread, also once the loop has ended."""
        if self._replica.is_behind:
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(self._changed.set)

    async def _send_by(self, number: int) -> None:
        try:
            has_sent = await self._outbox.send_by(number)
        except TransportDown as why:
            self._is_down(number, str(why))
        else:
            if has_sent:
                self._is_down(number, "")
                self._telling.after_the_last()

    async def _wait(self, seconds: float) -> None:
        await asyncio.sleep(seconds / self._shortly)


def _unnoticed(device: str, is_there: bool) -> None:
    pass


def _no_answer(kind: str, data: bytes) -> bytes:
    raise CannotAsk(f"Nothing is known of {kind}.")
