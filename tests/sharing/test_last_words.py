"""Last words reach whoever is there, and whoever comes meanwhile; what they say back is heard."""

import asyncio

from facilitator.sharing.last_words import say_for_a_while
from facilitator.sharing.transports.memory import Air, MemoryTransport
from facilitator.sharing.transports.transport import Ears, TransportDown


class Down(MemoryTransport):
    async def open(self, ears: Ears) -> None:
        raise TransportDown("nothing listens")


async def test_who_comes_late_hears_it_and_is_heard():
    air, heard, answered = Air(), list[tuple[str, bytes]](), list[tuple[str, bytes]]()

    def answer(kind: str, data: bytes) -> None:
        answered.append((kind, data))

    way = MemoryTransport(air)
    saying = asyncio.ensure_future(say_for_a_while(way, {"erase": b"it"}, answer, lambda: bool(answered), 60))
    await asyncio.sleep(0)
    late, comes = MemoryTransport(air), asyncio.Event()

    def hear(kind: str, data: bytes) -> None:
        heard.append((kind, data))
        comes.set()

    await late.open(Ears(lambda frame: None, hear, lambda kind, data: b""))
    await asyncio.wait_for(comes.wait(), 60)
    await late.whisper("erased", b"here")
    await asyncio.wait_for(saying, 60)
    assert heard[0] == ("erase", b"it")
    assert answered == [("erased", b"here")]
    assert air.members == [late]


async def test_nobody_waits_for_ever_nor_for_a_way_that_is_down():
    air = Air()
    await say_for_a_while(MemoryTransport(air), {"erase": b"it"}, lambda kind, data: None, lambda: False, 0.01)
    await say_for_a_while(Down(air), {"erase": b"it"}, lambda kind, data: None, lambda: False, 60)
    assert air.members == []
