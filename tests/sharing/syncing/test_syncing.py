"""Several devices at once, over every way: what one keeps is soon kept by all, also after what was lost."""

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path
from random import Random

import msgspec
import pytest

from facilitator.sharing.asks import WANTED
from facilitator.sharing.heads import short_hash
from facilitator.sharing.replica import Replica
from facilitator.sharing.syncing import arrivals
from facilitator.sharing.syncing.syncing import Syncing
from facilitator.sharing.transports.folder import FolderTransport
from facilitator.sharing.transports.memory import Air, MemoryTransport
from facilitator.sharing.transports.transport import Ears, Transport
from facilitator.sharing.waiting_frames import MOST_WAITING_FRAMES, WaitingFrames
from tests.conducting.packed_panels import KEY, PackedDevice, PackedPanel
from tests.sharing.replicas import replica_of
from tests.sharing.transports.contract import until

SHORTLY = 100
FLOOD = 2000

Make = Callable[[PackedDevice], Transport]


@pytest.fixture(params=["memory", "folder"])
def make(request, tmp_path) -> Make:
    """Make a way for a device."""
    air = Air()
    if request.param == "memory":
        return lambda device: MemoryTransport(air)
    return lambda device: FolderTransport(tmp_path / "shared", device.device, 0.005)


class Together:
    """Devices of a panel that sync."""

    def __init__(self, panel: PackedPanel, make: Make) -> None:
        self.panel, self.make = panel, make
        self.open = AsyncExitStack()
        self.syncing: dict[str, Syncing] = {}
        self.ways: dict[str, Transport] = {}
        self.replicas: list[Replica] = []

    async def begin(self, *devices: PackedDevice) -> None:
        for device in devices:
            way = self.ways[device.name] = self.make(device)
            replica = replica_of_journal(self.panel, device)
            self.replicas.append(replica)
            self.syncing[device.name] = Syncing(replica, [way], SHORTLY, Random(1))
            await self.syncing[device.name].open()
            self.open.push_async_callback(self.syncing[device.name].close)

    async def agree(self, *devices: PackedDevice) -> None:
        await until(lambda: len({frozenset(packet.id for packet in device.packets) for device in devices}) == 1)
        assert all(device.session == devices[0].session for device in devices)

    async def __aenter__(self) -> "Together":
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.open.aclose()


def replica_of_journal(panel: PackedPanel, device: PackedDevice) -> Replica:
    return Replica(device.conductor, device.device, panel.checker(), KEY)


@pytest.fixture
def panel() -> PackedPanel:
    panel = PackedPanel()
    panel.join("bo")
    panel.join("cy")
    panel.exchange()
    return panel


async def test_what_one_types_is_soon_kept_by_all(panel, make):
    async with Together(panel, make) as together:
        await together.begin(*panel.devices)
        for device in panel.devices:
            device.type(f"a note of {device.name}")
        await together.agree(*panel.devices)
        assert len(panel.host.notes()) == 3


async def test_whoever_comes_later_gets_it_all(panel, make):
    async with Together(panel, make) as together:
        host, bo, cy = panel.devices
        await together.begin(host, bo)
        for number in range(20):
            host.type(f"note {number}")
        await together.agree(host, bo)
        await together.begin(cy)
        await together.agree(host, bo, cy)


async def test_what_is_missing_in_the_middle_is_asked_for(panel, make):
    host, bo, cy = panel.devices
    for number in range(6):
        packet = bo.type(f"note {number}")
        if number != 3:
            host.conductor.receive([packet])
    async with Together(panel, make) as together:
        await together.begin(host, bo, cy)
        await together.agree(host, bo, cy)


async def test_what_was_typed_while_the_air_was_cut_comes_once_it_heals(panel):
    air = Air()
    async with Together(panel, lambda device: MemoryTransport(air)) as together:
        await together.begin(*panel.devices)
        away = together.ways["bo"]
        assert isinstance(away, MemoryTransport)
        away.is_cut = True
        panel.devices[1].type("in the dark")
        panel.host.type("in the light")
        syncing = together.syncing["bo"]
        await until(lambda: syncing.trouble == "The air is cut.")
        assert syncing.unsent == 1
        away.is_cut = False
        await together.agree(*panel.devices)
        await until(lambda: syncing.trouble == "" and syncing.unsent == 0)


async def test_what_is_asked_for_again_and_again_waits_once_for_a_way_that_is_cut(panel):
    air = Air()
    async with Together(panel, lambda device: MemoryTransport(air)) as together:
        host, bo, _ = panel.devices
        await together.begin(host, bo)
        bo.type("a note")
        away, syncing = together.ways["bo"], together.syncing["bo"]
        assert isinstance(away, MemoryTransport)
        await together.agree(host, bo)
        away.is_cut = True
        wanted = (host.device, bo.device, {bo.device: [short_hash(bo.packets[-1])]})
        for _ in range(100):
            syncing._hear_whisper(WANTED, KEY.whisper(WANTED, msgspec.msgpack.encode(wanted)))
        assert syncing.unsent == 1


async def test_a_folder_that_is_there_later_is_taken_up(panel, tmp_path):
    (tmp_path / "shared").touch()
    async with Together(panel, lambda device: FolderTransport(tmp_path / "shared", device.device, 0.005)) as together:
        await together.begin(panel.host, panel.devices[1])
        await until(lambda: bool(together.syncing["ann"].trouble))
        (tmp_path / "shared").unlink()
        panel.host.type("a note")
        await together.agree(panel.host, panel.devices[1])


async def test_a_folder_has_what_its_devices_knew_when_they_left(panel, tmp_path):
    make: Make = lambda device: FolderTransport(tmp_path / "shared", device.device, 0.005)  # noqa: E731
    host, bo, _ = panel.devices
    async with Together(panel, make) as together:
        await together.begin(host)
        host.type("the last thing before leaving")
    async with Together(panel, make) as together:
        await together.begin(bo)
        await until(lambda: bool(bo.notes()))


class Nowhere(MemoryTransport):
    """A way that is never open: whoever is asked there answers nothing."""

    async def open(self, ears: Ears) -> None:
        await asyncio.Event().wait()


async def test_what_a_folder_has_is_there_while_another_way_is_still_being_opened(panel, tmp_path):
    host, bo, _ = panel.devices
    async with Together(panel, lambda device: FolderTransport(tmp_path / "shared", device.device, 0.005)) as together:
        await together.begin(host)
        host.type("a note")
    ways: list[Transport] = [Nowhere(Air()), FolderTransport(tmp_path / "shared", bo.device, 0.005)]
    syncing = Syncing(replica_of_journal(panel, bo), ways, SHORTLY, Random(1))
    opening = asyncio.ensure_future(syncing.open())
    await until(lambda: bool(bo.notes()))
    assert not opening.done()
    opening.cancel()
    await syncing.close()


async def test_what_a_carrier_took_away_comes_back(panel, tmp_path):
    folder = tmp_path / "shared"
    make: Make = lambda device: FolderTransport(folder, device.device, 0.005)  # noqa: E731
    host, bo, cy = panel.devices
    async with Together(panel, make) as together:
        await together.begin(host, bo)
        host.type("a note")
        await together.agree(host, bo)
        for path in folder.glob("*.box"):
            path.unlink()
        await together.begin(cy)
        await together.agree(host, bo, cy)


async def test_no_word_of_it_is_in_the_folder(panel, tmp_path):
    make: Make = lambda device: FolderTransport(tmp_path / "shared", device.device, 0.005)  # noqa: E731
    async with Together(panel, make) as together:
        await together.begin(*panel.devices)
        panel.host.type("+ closed three of five #craft")
        await together.agree(*panel.devices)
    found = b"".join(content_of(tmp_path / "shared"))
    assert len(found) > 4000
    for word in (b"closed", b"three of five", b"Ann Lee", b"craft", b"NoteTaken", b"Opening"):
        assert word not in found


def content_of(folder: Path) -> list[bytes]:
    return [path.name.encode() + path.read_bytes() for path in folder.iterdir()]


async def test_both_ways_at_once(panel, tmp_path):
    air = Air()
    host, bo, _ = panel.devices
    folders = [FolderTransport(tmp_path / "shared", device.device, 0.005) for device in (host, bo)]
    memories = [MemoryTransport(air), MemoryTransport(air)]
    syncing = [
        Syncing(replica_of(panel, device), ways, SHORTLY)
        for device, ways in zip((host, bo), zip(folders, memories, strict=True), strict=True)
    ]
    for each in syncing:
        await each.open()
    memories[0].is_cut = True
    host.type("by the folder")
    bo.type("by the folder too")
    await until(lambda: len(host.notes()) == len(bo.notes()) == 2)
    for each in syncing:
        await each.close()


class Counted(MemoryTransport):
    """An end of the air that counts the frames that came."""

    came = 0

    async def open(self, ears: Ears) -> None:
        def frame(data: bytes) -> None:
            self.came += 1
            ears.frame(data)

        await super().open(ears._replace(frame=frame))


@pytest.fixture
def most_waiting(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many frames waited to be taken in, each time that some were."""
    waiting: list[int] = []

    class Watched(WaitingFrames):
        def take(self) -> list[bytes]:
            frames = super().take()
            waiting.append(len(frames))
            return frames

    monkeypatch.setattr(arrivals, "WaitingFrames", Watched)
    return waiting


async def test_a_flood_of_one_reaches_all_and_drowns_nobody(most_waiting: list[int]):
    panel, air, ways = PackedPanel(), Air(), list[Counted]()
    for number in range(11):
        panel.join(f"bo-{number}")
    panel.exchange()

    def make(device: PackedDevice) -> Transport:
        ways.append(Counted(air))
        return ways[-1]

    async with Together(panel, make) as together:
        await together.begin(*panel.devices)
        flooding = panel.devices[5]
        for number in range(FLOOD):
            flooding.type(f"note {number}")
        syncing = together.syncing[flooding.name]
        async with asyncio.timeout(300):
            while syncing.unsent or any(len(one.packets) != len(flooding.packets) for one in panel.devices):
                await asyncio.sleep(0.05)
                for device in panel.devices:
                    device.clock.advance(0.05 * SHORTLY)
        await together.agree(*panel.devices)
        assert max(most_waiting) < MOST_WAITING_FRAMES
        assert all(way.came < FLOOD for way in ways), "what was asked for didn't come a second time"
        assert not any(replica.refused for replica in together.replicas)
