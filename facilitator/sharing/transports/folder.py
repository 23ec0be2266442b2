"""The way through a folder that something else carries about: for days on which no device can reach another.

It is slow, remembers everything, and can't ask. Separate from the boxes in the folder, which know no event loop.
"""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from facilitator.files.durable import reason
from facilitator.files.patience import Patience
from facilitator.sharing.transports.boxes import Boxes
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
        self._polling: asyncio.Task[None] | None = None

    async def open(self, ears: Ears) -> None:
        await self._do(self._boxes.open)
        self._polling = asyncio.get_running_loop().create_task(self._poll(ears))

    async def send(self, frames: Sequence[bytes]) -> None:
        await self._do(partial(self._boxes.write, tuple(frames)))

    async def whisper(self, kind: str, data: bytes) -> None:
        with suppress(TransportDown):
            await self._do(partial(self._boxes.put, kind, data))

    async def ask(self, kind: str, data: bytes) -> bytes:
        raise CannotAsk("A folder gives no answers.")

    async def close(self) -> None:
        if self._polling is not None:
            self._polling.cancel()
            with suppress(asyncio.CancelledError):
                await self._polling
            self._polling = None
        self._disk.end()

    async def _poll(self, ears: Ears) -> None:
        while True:
            try:
                for frame in await self._do(self._boxes.read):
                    ears.frame(frame)
                for whisper in await self._do(self._boxes.whispers):
                    ears.whisper(whisper.kind, whisper.data)
            except TransportDown as why:  # it may be there again the next time
                ears.trouble(str(why))
            else:
                ears.trouble("")
            await asyncio.sleep(self._poll_seconds)

    async def _do(self, deed: Callable[[], _Answer]) -> _Answer:
        """Do something with the disk in another thread. Raises TransportDown."""
        try:
            return await asyncio.to_thread(self._disk.do, deed)
        except OSError as error:  # a TimeoutError is one
            raise TransportDown(f"{self._folder} can't be used: {reason(error)}.") from error
