"""The way through a folder that something else carries about: for days on which no device can reach another.

It is slow, remembers everything, and can't ask. Separate from the boxes in the folder, which know no event loop.
"""

import asyncio
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from facilitator.files.durable import reason
from facilitator.files.patience import Patience
from facilitator.sharing.transports.boxes import Boxes, Whisper
from facilitator.sharing.transports.transport import CannotAsk, Ears, TransportDown

POLL_SECONDS = 1.0

_Answer = TypeVar("_Answer")


class FolderTransport:
    """The way through `folder` for `device`. The folder is looked at every `poll_seconds`, a second unless told.

    A disk that hangs stops nothing else: its folder is down until it answers.
    """

    remembers = True

    def __init__(self, folder: Path, device: str, poll_seconds: float | None = None) -> None:
        self._folder = folder
        self._boxes = Boxes(folder, device)
        self._poll_seconds = POLL_SECONDS if poll_seconds is None else poll_seconds
        self._disk = Patience()
        self._ends: threading.Event | None = None

    async def open(self, ears: Ears) -> None:
        await asyncio.to_thread(self._do, self._boxes.open)
        self._ends = threading.Event()
        polling = partial(self._poll, ears, asyncio.get_running_loop(), self._ends)
        threading.Thread(target=polling, name="folder", daemon=True).start()

    async def send(self, frames: Sequence[bytes]) -> None:
        await asyncio.to_thread(self._do, partial(self._boxes.write, tuple(frames)))

    async def whisper(self, kind: str, data: bytes) -> None:
        with suppress(TransportDown):
            await asyncio.to_thread(self._do, partial(self._boxes.put, kind, data))

    async def ask(self, kind: str, data: bytes) -> bytes:
        raise CannotAsk("A folder gives no answers.")

    async def forget(self, gone: Callable[[bytes], bool]) -> None:
        await asyncio.to_thread(self._do, partial(self._boxes.forget, gone))

    async def close(self) -> None:
        if self._ends is not None:
            self._ends.set()
            self._ends = None
        else:
            self._disk.end()

    def _poll(self, ears: Ears, loop: asyncio.AbstractEventLoop, ends: threading.Event) -> None:
        """Look at the folder, in a thread of its own, until it `ends`. The event loop is woken only for what is new."""
        before: str | None = None
        while not ends.is_set():
            found, trouble = _NOTHING, ""
            try:
                found = self._do(self._look)
            except TransportDown as why:  # it may be there again the next time
                trouble = str(why)
            if any(found) or trouble != before:
                with suppress(RuntimeError):  # the loop has ended
                    loop.call_soon_threadsafe(_hear, ears, ends, found, trouble)
            before = trouble
            ends.wait(self._poll_seconds)
        self._disk.end()

    def _look(self) -> "_Found":
        return self._boxes.read(), self._boxes.whispers()

    def _do(self, deed: Callable[[], _Answer]) -> _Answer:
        """Do something with the disk, and wait for it. Raises TransportDown."""
        try:
            return self._disk.do(deed)
        except OSError as error:  # a TimeoutError is one
            raise TransportDown(f"{self._folder} can't be used: {reason(error)}.") from error


_Found = tuple[list[bytes], list[Whisper]]
_NOTHING: _Found = ([], [])


def _hear(ears: Ears, ends: threading.Event, found: _Found, trouble: str) -> None:
    if ends.is_set():
        return
    for frame in found[0]:
        ears.frame(frame)
    for whisper in found[1]:
        ears.whisper(whisper.kind, whisper.data)
    ears.trouble(trouble)
