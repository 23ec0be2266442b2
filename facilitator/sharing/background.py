"""Syncing in a thread of its own, so that whoever is at the keys waits for no folder and no signature.

Separate from syncing, which runs in whichever event loop it is opened in.
"""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from facilitator.files.patience import waiting_for
from facilitator.sharing.syncing.syncing import Syncing

THE_OTHERS = "the other devices of the panel"
"""What is waited for here, for whoever would blame the disk of the data folder."""


class Background:
    """A thread with an event loop, in which what `make` returns is open from `start` to `close`."""

    def __init__(self, make: Callable[[], Syncing]) -> None:
        self.syncing: Syncing | None = None
        self._make = make
        self._gone: Callable[[bytes], bool] | None = None
        self._has_looked = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ending = threading.Event()
        self._ends: asyncio.Event | None = None
        self._thread = threading.Thread(target=self._run, name="sharing", daemon=True)

    @property
    def is_alive(self) -> bool:
        return self._thread.is_alive()

    def start(self) -> None:
        self._thread.start()

    @waiting_for(THE_OTHERS)
    def wait_for_a_look(self, longest_seconds: float) -> bool:
        """Wait until what is there for this device has been taken in, or can't be; return whether that was in time."""
        return self._has_looked.wait(longest_seconds)

    def do(self, deed: Callable[[], object]) -> None:
        """Do something in the thread's event loop, soon; nothing, once that has ended."""
        if self._loop is not None:
            with suppress(RuntimeError):
                self._loop.call_soon_threadsafe(deed)

    def deed(self, deed: Callable[[], object]) -> threading.Event:
        """Do something in the thread's event loop, soon; return what is set once it is done."""
        done = threading.Event()

        def do() -> None:
            deed()
            done.set()

        self.do(do)
        return done

    @property
    def is_live(self) -> bool:
        """Whether there is a way that reaches only those who are there right now."""
        return self.syncing is not None and self.syncing.is_live

    @property
    def reaches(self) -> bool:
        """Whether such a way is open now."""
        return self.is_alive and self.syncing is not None and self.syncing.reaches

    def whisper(self, kind: str, data: bytes) -> None:
        """Whisper something by each way, in a moment; from any thread."""
        if self.syncing is not None:
            self.do(partial(self.syncing.whisper, kind, data))

    def forget(self, gone: Callable[[bytes], bool]) -> None:
        """Let go of frames that are `gone`, wherever they are; from any thread."""
        self._gone = gone
        if self.syncing is not None:
            self.do(partial(self.syncing.forget, gone))

    def say_now(self, kind: str, data: bytes) -> None:
        """Whisper something at once, by each way that remembers nothing; from any thread."""
        if self.syncing is not None:
            self.do(partial(self.syncing.say_now, kind, data))

    @waiting_for(THE_OTHERS)
    def close(self, longest_seconds: float) -> None:
        """Send what can still be sent, and end; whatever hangs is left behind after `longest_seconds`."""
        self._ending.set()
        if self._ends is not None:
            self.do(self._ends.set)
        self._thread.join(longest_seconds)

    def _run(self) -> None:
        asyncio.run(self._main())

    async def _main(self) -> None:
        self._loop, self._ends = asyncio.get_running_loop(), asyncio.Event()
        self.syncing = self._make()
        if self._gone is not None:
            self.syncing.forget(self._gone)
        try:
            await self.syncing.open()
            looking = asyncio.ensure_future(self.syncing.has_looked())
            looking.add_done_callback(lambda _: self._has_looked.set())
            if not self._ending.is_set():
                await self._ends.wait()
            looking.cancel()
        finally:
            await self.syncing.close()
