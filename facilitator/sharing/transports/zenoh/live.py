"""The live way: what one device sends the others have a moment later, as long as they reach the one that listens.

Zenoh calls on threads of its own. Here that becomes calls in the event loop, and what may block is done in threads, so
that the event loop waits for no connection. Nothing acknowledges what is sent: what got lost is asked for.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from facilitator.extras import LIVE_EXTRA
from facilitator.sharing.asks import WHY_REMOVED, frames_in
from facilitator.sharing.transports.transport import CannotAsk, Ears, TransportDown
from facilitator.sharing.transports.zenoh.ends import Listening, Reaching, why_down

if TYPE_CHECKING:
    from facilitator.sharing.transports.zenoh.zenoh_session import GiveAnswer, ZenohSession

MOST_HOPS = 4096
"""What comes while so much waits for the event loop is dropped: the heads bring it again."""
LINKED_WITHIN_SECONDS = 1.0
"""A connection that is only being made isn't yet said to be down."""
ANSWERED_WITHIN_SECONDS = 4.0
ASKED_AGAIN_WITHIN_SECONDS = 60.0
MUTE_AFTER_SECONDS = 4.0
"""A device that is still without an answer when it would wait longer than this to ask again connects anew."""
GONE_WITHIN_SECONDS = 1.0
"""Whoever is shut out has so long to hear why, and to go by themselves."""

NOT_INSTALLED = f"Connections between devices need one more package: {LIVE_EXTRA}."


class ZenohTransport:
    """The live way of `device` to the others in a room, at its `end`."""

    remembers = False

    def __init__(self, end: Listening | Reaching, room: str, device: str) -> None:
        self.is_up = False
        """Whether what is sent now can come to somebody."""
        self._end, self._room, self._device = end, room, device
        self._session: ZenohSession | None = None
        self._is_closed = False
        self._asking: asyncio.Task[None] | None = None
        self._asked_again_seconds = LINKED_WITHIN_SECONDS
        self._connecting: asyncio.Task[None] | None = None
        self._there: set[str] = set()
        self._came_or_went = asyncio.Event()
        self._renewing = asyncio.Lock()
        self._waiting: deque[Callable[[], object]] = deque()
        self._sending = ThreadPoolExecutor(1, "panel-send")
        self._saying = ThreadPoolExecutor(1, "panel-say")

    async def open(self, ears: Ears) -> None:
        self._ears = ears
        self._loop = asyncio.get_running_loop()
        await self._loop.run_in_executor(self._sending, self._open)
        self._look()
        self._loop.call_later(LINKED_WITHIN_SECONDS, self._tell_if_down)

    async def send(self, frames: Sequence[bytes]) -> None:
        session = self._linked()
        await self._loop.run_in_executor(self._sending, session.send, frames)
        self._linked()

    async def whisper(self, kind: str, data: bytes) -> None:
        with suppress(TransportDown):
            await self._loop.run_in_executor(self._saying, self._linked().whisper, kind, data)

    async def ask(self, kind: str, data: bytes) -> bytes:
        try:
            session = self._linked()
        except TransportDown as why:
            raise CannotAsk(str(why)) from None
        answer: asyncio.Future[bytes | None] = self._loop.create_future()
        answered = lambda data: self._hop(partial(_settle, answer, data))  # noqa: E731
        over = lambda: self._hop(partial(_settle, answer, None))  # noqa: E731
        await self._loop.run_in_executor(self._saying, session.ask, kind, data, answered, over)
        found = None
        with suppress(TimeoutError):
            async with asyncio.timeout(ANSWERED_WITHIN_SECONDS):
                found = await answer
        if found is None:
            raise CannotAsk("Nobody answers.")
        return found

    async def renew(self, end: Listening | Reaching, leaving: Collection[str] = ()) -> None:
        """Listen anew for the users of `end`, who come back by themselves; or connect to `end` anew.

        The devices that are `leaving` have a moment to hear that they are, and to go.
        """
        async with self._renewing:
            self._end = end
            await self._wait_until_gone(leaving)
            session, self._session = self._session, None
            if session is None:  # it is being opened, or closed
                return
            self.is_up = False
            await asyncio.to_thread(session.close)
            for device in tuple(self._there):
                self._tell_present(device, False)
            while not await self._is_open_again():
                await asyncio.sleep(LINKED_WITHIN_SECONDS)
            self._look()

    async def forget(self, gone: Callable[[bytes], bool]) -> None:
        pass

    async def close(self) -> None:
        if self._is_closed:
            return
        self._is_closed = True
        self.is_up = False
        if self._asking is not None:
            self._asking.cancel()
        self._saying.shutdown(wait=False, cancel_futures=True)
        if self._session is not None:
            await asyncio.to_thread(self._session.close)
        self._sending.shutdown(wait=False, cancel_futures=True)

    async def _wait_until_gone(self, devices: Collection[str]) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(GONE_WITHIN_SECONDS):
                while self._there.intersection(devices):
                    self._came_or_went.clear()
                    await self._came_or_went.wait()

    async def _is_open_again(self) -> bool:
        """Open the session again; return whether that was possible, or isn't wanted any more."""
        if not self._is_closed:
            try:
                await self._loop.run_in_executor(self._sending, self._open)
            except TransportDown as why:
                self._ears.trouble(str(why))
                return False
        return True

    def _open(self) -> None:
        """Open the session, in a thread. Raises TransportDown."""
        try:
            from facilitator.sharing.transports.zenoh.zenoh_session import Calls, ZenohSession
        except ImportError as error:
            raise TransportDown(NOT_INSTALLED) from error
        ears = self._ears
        calls = Calls(
            frame=lambda frame: self._hop(partial(ears.frame, frame)),
            whisper=lambda kind, data: self._hop(partial(ears.whisper, kind, data)),
            asked=lambda kind, data, reply: self._hop(partial(self._answer, kind, data, reply)),
            present=lambda device, is_there: self._hop(partial(self._tell_present, device, is_there)),
            linked=lambda: self._hop(self._look, is_needed=True),
        )
        session = ZenohSession(self._end, self._room, self._device, calls)
        self._session = session
        if self._is_closed:
            session.close()

    def _hop(self, deed: Callable[[], object], is_needed: bool = False) -> None:
        """Do something in the event loop, soon; from any thread. After closing nothing is done any more."""
        if self._is_closed or (len(self._waiting) >= MOST_HOPS and not is_needed):
            return
        self._waiting.append(deed)
        with suppress(RuntimeError):  # the event loop has just ended
            self._loop.call_soon_threadsafe(self._land)

    def _land(self) -> None:
        deed = self._waiting.popleft()
        if not self._is_closed:
            deed()

    def _linked(self) -> "ZenohSession":
        """Return the session, if there is a connection. Raises TransportDown."""
        if self._session is None or not self.is_up:
            raise TransportDown(why_down(self._end))
        return self._session

    def _look(self) -> None:
        """Look whether there is a connection to the right host now, and tell if that has changed."""
        if self._session is None:
            return  # it is still being opened
        was_up, self.is_up = self.is_up, self._session.is_linked()
        if self.is_up != was_up:
            self._ears.trouble("" if self.is_up else why_down(self._end))
            if self._asking is not None:
                self._asking.cancel()
            if self.is_up and isinstance(self._end, Reaching):
                self._asking = self._loop.create_task(self._ask_why())

    async def _ask_why(self) -> None:
        """Ask what says that this device was removed while it was away, if it was: it hears nothing else any more.

        Whoever is there answers, once it is known here who gives answers, a moment after there is a connection. One
        that was made just when the host began to listen anew may never carry anything, and Zenoh doesn't say so: then
        this device connects anew.
        """
        while self.is_up:
            with suppress(CannotAsk):
                for frame in frames_in(await self.ask(WHY_REMOVED, b"")):
                    self._ears.frame(frame)
                self._asked_again_seconds = LINKED_WITHIN_SECONDS
                return
            await asyncio.sleep(self._asked_again_seconds)
            self._asked_again_seconds = min(2 * self._asked_again_seconds, ASKED_AGAIN_WITHIN_SECONDS)
            if self._asked_again_seconds > MUTE_AFTER_SECONDS:
                self._connecting = self._loop.create_task(self.renew(self._end))
                return

    def _tell_if_down(self) -> None:
        if not (self._is_closed or self.is_up):
            self._ears.trouble(why_down(self._end))

    def _tell_present(self, device: str, is_there: bool) -> None:
        if device != self._device:
            (self._there.add if is_there else self._there.discard)(device)
            self._came_or_went.set()
            self._ears.present(device, is_there)

    def _answer(self, kind: str, data: bytes, reply: "GiveAnswer") -> None:
        answer: bytes | None = None
        with suppress(CannotAsk):
            answer = self._ears.asked(kind, data)
        with suppress(RuntimeError):  # it has just been closed
            self._saying.submit(reply, answer)


def _settle(answer: "asyncio.Future[bytes | None]", data: bytes | None) -> None:
    """Give an answer to whoever waits for one, the first that comes; None if none comes."""
    if not answer.done():
        answer.set_result(data)
