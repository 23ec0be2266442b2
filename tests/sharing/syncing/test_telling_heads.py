"""What is kept is told once more when packets have stopped going, and at once when a way is there again."""

import asyncio

from facilitator.sharing.syncing.telling_heads import Telling
from facilitator.sharing.transports.memory import Air, MemoryTransport
from tests.sharing.transports.contract import Listener, until


async def test_it_is_told_once_after_the_last_and_when_asked_for():
    air, heard = Air(), Listener()
    here, there = MemoryTransport(air), MemoryTransport(air)
    await here.open(Listener().ears)
    await there.open(heard.ears)
    telling = Telling([here], lambda: b"what is kept", shortly=20)
    going_on = asyncio.ensure_future(telling.go_on())
    for _ in range(5):
        telling.after_the_last()
        await asyncio.sleep(0.001)
    await until(lambda: bool(heard.whispers))
    telling.now()
    await until(lambda: len(heard.whispers) == 2)
    assert heard.whispers == [("heads", b"what is kept")] * 2
    going_on.cancel()
