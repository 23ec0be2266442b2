"""The live way keeps the contract, says when it is down, and comes back by itself."""

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest

from facilitator.sharing.asks import WHY_REMOVED
from facilitator.sharing.transports.transport import CannotAsk, TransportDown
from facilitator.sharing.transports.zenoh.ends import Listening
from facilitator.sharing.transports.zenoh.live import ZenohTransport
from facilitator.sharing.transports.zenoh.zenoh_session import ZenohSession, opened_session
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


class TestThroughARouter(Contract):
    @pytest.fixture
    async def ways(self, opened) -> AsyncIterator[Ways]:
        with opened_session(opened.panel.listening()):
            async with Ways(opened.panel.guest, tells_presence=True) as ways:
                await until(lambda: len(ways.here.there) == 1)
                yield ways


async def test_whether_it_was_removed_is_asked_until_somebody_answers(opened, monkeypatch):
    asked: list[str] = []
    ask = ZenohTransport.ask

    async def too_early_at_first(way: ZenohTransport, kind: str, data: bytes) -> bytes:
        asked.append(kind)
        if len(asked) == 1:
            raise CannotAsk("Nobody answers.")
        return await ask(way, kind, data)

    monkeypatch.setattr(ZenohTransport, "ask", too_early_at_first)
    await opened(opened.panel.host())
    await opened(opened.panel.guest())
    await until(lambda: len(asked) >= 2)
    assert set(asked) == {WHY_REMOVED}


async def test_a_connection_by_which_no_answer_comes_is_made_anew(opened, monkeypatch):
    monkeypatch.setattr("facilitator.sharing.transports.zenoh.live.LINKED_WITHIN_SECONDS", 0.02)
    monkeypatch.setattr("facilitator.sharing.transports.zenoh.live.MUTE_AFTER_SECONDS", 0.05)
    sessions: list[ZenohSession] = []
    ask = ZenohSession.ask

    def mute(session: ZenohSession, kind: str, data: bytes, answered: Callable[[bytes], None], over: Callable) -> None:
        if session not in sessions:
            sessions.append(session)
        if len(sessions) < 3:
            over()
        else:
            ask(session, kind, data, answered, over)

    monkeypatch.setattr(ZenohSession, "ask", mute)
    host_hears = Listener()
    await opened(opened.panel.host(), host_hears)
    guest = await opened(opened.panel.guest())
    await until(lambda: len(sessions) == 3 and guest.is_up and len(host_hears.there) == 1)
    while not host_hears.frames:  # what goes into a link that is only just there may be lost
        await guest.send([b"frame"])
        await asyncio.sleep(0.05)
    assert len(sessions) == 3, "whoever was answered stays"


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
        while not host_hears.frames:  # what goes into a link that is only just there may be lost
            await guest.send([b"again"])
            await asyncio.sleep(0.05)
        assert set(host_hears.frames) == {b"again"}

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


async def test_who_leaves_hears_why_before_the_host_listens_anew(opened):
    panel, heard, told = opened.panel, Listener(), Listener()
    host, leaves = await opened(panel.host(), heard), await opened(panel.guest(), told)
    await until(lambda: len(heard.there) == 1)
    renewing = asyncio.ensure_future(host.renew(panel.listening(), frozenset(heard.there)))
    await asyncio.sleep(0)
    await host.send([b"you are removed"])
    await until(lambda: told.frames == [b"you are removed"])
    assert not renewing.done()
    await leaves.close()
    await renewing


async def test_who_was_removed_twice_in_a_row_stays_out(opened):
    panel = opened.panel
    host = await opened(panel.host())
    _, second, third = panel.users[:3]
    ends: list[Listening] = []
    for _ in range(2):
        del panel.users[0]
        ends.append(panel.listening())
    await asyncio.gather(*map(host.renew, ends))
    with pytest.raises(TransportDown):
        await opened(panel.guest(second))
    await opened(panel.guest(third))
