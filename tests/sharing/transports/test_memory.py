"""The way in memory keeps the contract, and can be cut."""

from collections.abc import AsyncIterator

import pytest

from facilitator.sharing.transports.memory import Air, MemoryTransport
from facilitator.sharing.transports.transport import CannotAsk, TransportDown
from tests.sharing.transports.contract import Contract, Listener, Ways, until


class TestMemory(Contract):
    @pytest.fixture
    async def ways(self) -> AsyncIterator[Ways]:
        air = Air()
        async with Ways(lambda: MemoryTransport(air)) as ways:
            yield ways

    async def test_while_it_is_cut_nothing_comes_or_goes(self, ways):
        ways.one.is_cut = True
        with pytest.raises(TransportDown):
            await ways.one.send([b"frame"])
        with pytest.raises(CannotAsk):
            await ways.one.ask("time", b"")
        await ways.one.whisper("heads", b"lost")
        await ways.other.send([b"lost too"])
        ways.one.is_cut = False
        await ways.one.send([b"again"])
        await until(lambda: bool(ways.there.frames))
        assert (ways.here.frames, ways.there.frames, ways.there.whispers) == ([], [b"again"], [])

    async def test_whoever_has_no_answer_is_passed_over(self, ways):
        silent = ways.make()
        await silent.open(Listener().ears)
        assert await ways.one.ask("time", b"!") == b"time!"
        with pytest.raises(CannotAsk):
            await ways.other.ask("time", b"")

    async def test_before_it_is_open_nothing_goes(self):
        with pytest.raises(TransportDown):
            await MemoryTransport(Air()).send([b"frame"])
