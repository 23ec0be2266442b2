"""Whispers: said in a moment or at once, by which ways."""

import asyncio
from contextlib import suppress

import pytest

from facilitator.sharing.syncing.announcing import Announcing
from facilitator.sharing.transports.memory import Air, MemoryTransport


class Way(MemoryTransport):
    """A way that takes what is whispered."""

    def __init__(self, remembers: bool = False) -> None:
        super().__init__(Air())
        self.remembers = remembers
        self.said: list[tuple[str, bytes]] = []
        self.is_said = asyncio.Event()

    async def whisper(self, kind: str, data: bytes) -> None:
        self.said.append((kind, data))
        self.is_said.set()


@pytest.fixture
async def ways():
    return [Way(), Way(remembers=True)]


async def test_only_the_last_of_each_kind_is_said_by_each_way(ways):
    announcing = Announcing(ways, shortly=100)
    going_on = asyncio.ensure_future(announcing.go_on())
    announcing.soon("heads", b"old")
    announcing.soon("heads", b"new")
    for way in ways:
        await asyncio.wait_for(way.is_said.wait(), 60)
    going_on.cancel()
    with suppress(asyncio.CancelledError):
        await going_on
    assert [way.said for way in ways] == [[("heads", b"new")]] * 2


async def test_what_is_for_now_goes_by_no_way_that_remembers(ways):
    announcing = Announcing(ways, shortly=1)
    announcing.now("backstage", b"two minutes")
    await asyncio.wait_for(ways[0].is_said.wait(), 60)
    assert [way.said for way in ways] == [[("backstage", b"two minutes")], []]


async def test_what_waits_is_said_before_a_way_is_closed(ways):
    announcing = Announcing(ways, shortly=1)
    announcing.soon("wanted", b"these")
    await announcing.say_last(ways[1])
    assert [way.said for way in ways] == [[], [("wanted", b"these")]]
