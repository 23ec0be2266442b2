"""The live way keeps the contract, says when it is down, and comes back by itself."""

from collections.abc import AsyncIterator

import pytest

from facilitator.sharing.transports.transport import CannotAsk, TransportDown
from facilitator.sharing.transports.zenoh.live import ZenohTransport
from tests.sharing.transports.contract import Contract, Listener, Ways, until


class TestBetweenGuests(Contract):
    @pytest.fixture
    async def ways(self, opened) -> AsyncIterator[Ways]:
        await opened(opened.panel.host())
        async with Ways(opened.panel.guest, tells_presence=True) as ways:
            await until(lambda: len(ways.here.there) == 2)
            yield ways


class TestFromTheHost(Contract):
    @pytest.fixture
    async def ways(self, opened) -> AsyncIterator[Ways]:
        made: list[ZenohTransport] = []

        def make() -> ZenohTransport:
            made.append(opened.panel.guest() if made else opened.panel.host())
            return made[-1]

        async with Ways(make, tells_presence=True) as ways:
            yield ways


class TestDown:
    async def test_without_a_host_it_cant_be_opened(self, opened):
        with pytest.raises(TransportDown, match="can't be reached, or isn't this panel's host"):
            await opened(opened.panel.guest())

    async def test_a_port_that_is_taken_is_told(self, opened):
        await opened(opened.panel.host())
        with pytest.raises(TransportDown, match="something else listens there"):
            await opened(opened.panel.host())

    async def test_while_the_host_is_away_nothing_goes_and_it_comes_back_by_itself(self, opened):
        heard, host_hears = Listener(), Listener()
        host = await opened(opened.panel.host())
        guest = await opened(opened.panel.guest(), heard)
        await until(lambda: guest.is_up)
        await host.close()
        await until(lambda: not guest.is_up)
        with pytest.raises(TransportDown):
            await guest.send([b"frame"])
        with pytest.raises(CannotAsk):
            await guest.ask("time", b"")
        await guest.whisper("heads", b"lost")
        await opened(opened.panel.host(), host_hears)
        await until(lambda: guest.is_up)
        assert [bool(why) for why in heard.troubles][-2:] == [True, False]
        await until(lambda: bool(host_hears.there))
        await guest.send([b"again"])
        await until(lambda: host_hears.frames == [b"again"])

    async def test_before_it_is_open_nothing_goes(self, opened):
        with pytest.raises(TransportDown):
            await opened.panel.guest().send([b"frame"])


class TestPresence:
    async def test_who_is_there_is_told_until_they_leave(self, opened):
        here, there = Listener(), Listener()
        await opened(opened.panel.host(), here)
        guest = await opened(opened.panel.guest(), there)
        await until(lambda: len(here.there) == len(there.there) == 1)
        await guest.close()
        await until(lambda: not here.there)

    async def test_when_the_host_is_gone_nobody_is_there(self, opened):
        here = Listener()
        host = await opened(opened.panel.host())
        await opened(opened.panel.guest(), here)
        await opened(opened.panel.guest())
        await until(lambda: len(here.there) == 2)
        await host.close()
        await until(lambda: not here.there)


async def test_who_is_no_user_any_more_is_out_and_the_others_come_back(opened):
    panel, heard = opened.panel, Listener()
    host = await opened(panel.host(), heard)
    stays, leaves = await opened(panel.guest(panel.users[1])), await opened(panel.guest(panel.users[2]))
    await until(lambda: len(heard.there) == 2)
    panel.users.remove(panel.users[2])
    await host.renew(panel.listening())
    await until(lambda: stays.is_up)
    await host.send([b"frame"])
    await until(lambda: len(heard.there) == 1)
    assert not leaves.is_up
