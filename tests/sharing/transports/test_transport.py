"""A contract that nothing broke would hold for anything: it fails a transport that drops, reverses or repeats."""

from facilitator.sharing.transports.memory import Air, MemoryTransport
from tests.sharing.transports.contract import Listener, until


async def test_frames_can_come_in_any_order_and_nothing_else_is_promised():
    air = Air()
    one, other, heard = MemoryTransport(air), MemoryTransport(air), Listener()
    await one.open(Listener().ears)
    await other.open(heard.ears)
    await one.send([b"b", b"a"])
    await until(lambda: len(heard.frames) == 2)
    assert set(heard.frames) == {b"a", b"b"}
