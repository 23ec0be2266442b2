"""The way between replicas in one process, for tests and demonstrations. What a cable is to others, `Air` is to it."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from facilitator.sharing.transports.transport import CannotAsk, Ears, TransportDown


class Air:
    """What all that is in it hears of each other."""

    def __init__(self) -> None:
        self.members: list[MemoryTransport] = []


Lag = Callable[[], Awaitable[object]]
"""Takes as long as something is under way."""


async def _no_lag() -> None:
    pass


class MemoryTransport:
    """One end of the air. While it `is_cut`, nothing comes or goes.

    Whoever asks waits for `out` before somebody answers, and for `back` before they hear it. The others are told when
    `device` comes and goes, if that is named.
    """

    remembers = False

    def __init__(self, air: Air, out: Lag = _no_lag, back: Lag = _no_lag, device: str = "") -> None:
        self.is_cut = False
        self._out = out
        self._back = back
        self._device = device
        self._air = air
        self._ears: Ears | None = None

    async def open(self, ears: Ears) -> None:
        self._ears = ears
        for member in self._air.members:
            if member._device:
                ears.present(member._device, True)
        self._air.members.append(self)
        self._tell_present(is_there=True)

    async def send(self, frames: Sequence[bytes]) -> None:
        if self._ears is None or self.is_cut:
            raise TransportDown("The air is cut.")
        self._tell(lambda ears: [ears.frame(frame) for frame in frames])

    async def whisper(self, kind: str, data: bytes) -> None:
        if self._ears is not None and not self.is_cut:
            self._tell(lambda ears: ears.whisper(kind, data))

    async def ask(self, kind: str, data: bytes) -> bytes:
        await self._out()
        for ears in self._others():
            try:
                answer = ears.asked(kind, data)
            except CannotAsk:
                continue
            await self._back()
            return answer
        raise CannotAsk("Nobody answers.")

    async def forget(self, gone: Callable[[bytes], bool]) -> None:
        pass

    async def close(self) -> None:
        if self in self._air.members:
            self._tell_present(is_there=False)
            self._air.members.remove(self)
        self._ears = None

    def _others(self) -> list[Ears]:
        if self.is_cut:
            return []
        there = (member for member in self._air.members if member is not self and not member.is_cut)
        return [member._ears for member in there if member._ears is not None]

    def _tell_present(self, *, is_there: bool) -> None:
        if self._device:
            self._tell(lambda ears: ears.present(self._device, is_there))

    def _tell(self, say: Callable[[Ears], object]) -> None:
        loop = asyncio.get_running_loop()
        for ears in self._others():
            loop.call_soon(say, ears)
