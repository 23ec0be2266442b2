"""What is lacking is asked of who has it, and heard by nobody else."""

from contextlib import AsyncExitStack

from facilitator.sharing.replica import Replica
from facilitator.sharing.syncing.syncing import Syncing
from facilitator.sharing.transports.memory import Air, MemoryTransport
from facilitator.sharing.transports.transport import CannotAsk
from tests.conducting.packed_panels import KEY, PackedDevice, PackedPanel
from tests.sharing.transports.contract import Listener, until


async def test_what_is_lacking_is_pulled_and_nobody_else_gets_it_again():
    panel, air = PackedPanel(), Air()
    panel.join("bo")
    panel.exchange()
    host, bo = panel.devices
    for number in range(700):
        host.type(f"note {number}")
    async with AsyncExitStack() as stack:
        beside, heard = MemoryTransport(air), Listener()
        await beside.open(heard.ears)
        for device in (host, bo):
            syncing = Syncing(replica(panel, device), [MemoryTransport(air)], 100)
            await syncing.open()
            stack.push_async_callback(syncing.close)
        await until(lambda: len(bo.packets) == len(host.packets))
        assert heard.frames == []
        assert {kind for kind, _ in heard.whispers} == {"heads", "hashes"}


async def test_who_gives_no_answer_is_asked_by_a_whisper(monkeypatch):
    panel, air = PackedPanel(), Air()
    panel.join("bo")
    panel.exchange()
    host, bo = panel.devices
    host.type("a note")
    host_replica = replica(panel, host)
    monkeypatch.setattr(host_replica, "asked", silent)  # as a program of before, which knows no asks
    async with AsyncExitStack() as stack:
        for each in (host_replica, replica(panel, bo)):
            syncing = Syncing(each, [MemoryTransport(air)], 100)
            await syncing.open()
            stack.push_async_callback(syncing.close)
        await until(lambda: len(bo.packets) == len(host.packets))


def replica(panel: PackedPanel, device: PackedDevice) -> Replica:
    return Replica(device.conductor, device.device, panel.checker(), KEY)


def silent(kind: str, sealed: bytes) -> bytes:
    raise CannotAsk(kind)
