"""Pulling: what is lacking here is asked of the device that has it, so that nobody else gets it again.

Only by ways that give answers. What is sent to all instead comes a second time to most of them.
"""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress

from facilitator.sharing.asks import HAVE, frames_in
from facilitator.sharing.replica import ToSay
from facilitator.sharing.transports.transport import CannotAsk, Transport


class Pulling:
    """Asks by `ways`, one device at a time, and gives what comes to `take`.

    `whisper` is called with a kind and what to say when nobody answers, and `end` when all was asked.
    """

    def __init__(
        self,
        ways: Sequence[Transport],
        take: Callable[[Sequence[bytes]], object],
        whisper: Callable[[str, bytes], object],
        end: Callable[[], object],
    ) -> None:
        self._ways = ways
        self._take = take
        self._whisper = whisper
        self._end = end
        self._task: asyncio.Task[None] | None = None

    def pull(self, lacking: ToSay) -> None:
        """Ask for what is lacking, in a moment; if another is being asked, it is said again."""
        if not self._ways:
            self._whisper(lacking.kind, lacking.whisper)
        elif self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._ask(lacking))

    async def close(self) -> None:
        """Ask no more."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _ask(self, lacking: ToSay) -> None:
        try:
            for ask in lacking.asks:
                self._take(frames_in(await first_answer(self._ways, HAVE + lacking.whom, ask)))
        except CannotAsk:
            self._whisper(lacking.kind, lacking.whisper)
        else:
            self._end()


async def first_answer(ways: Sequence[Transport], kind: str, data: bytes) -> bytes:
    """Return the answer that the first way gives which gives one. Raises CannotAsk."""
    for way in ways:
        with suppress(CannotAsk):
            return await way.ask(kind, data)
    raise CannotAsk("Nobody answers.")
