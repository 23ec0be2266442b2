"""What goes between those who are there right now: over a way that remembers nothing, and over no other."""

from collections.abc import AsyncIterator
from pathlib import Path

import msgspec
import pytest

from facilitator.domain.facts.kinds.panel import DeviceRemoved
from facilitator.domain.language.decision import Decision, Refusal
from facilitator.sharing.right_now.backstage import BACKSTAGE, Aside
from facilitator.sharing.right_now.right_now import DOWN, ONLY_A_FOLDER, RightNow
from facilitator.sharing.right_now.typing_now import PRESENCE, Presence
from facilitator.sharing.syncing.syncing import Syncing
from facilitator.sharing.transports.folder import FolderTransport
from facilitator.sharing.transports.memory import Air, MemoryTransport
from facilitator.sharing.transports.transport import Transport, TransportDown
from tests.conducting.packed_panels import KEY, PackedDevice, PackedPanel
from tests.sharing.replicas import replica_of
from tests.sharing.transports.contract import until


class End:
    """A device with all that it says and hears."""

    def __init__(self, panel: PackedPanel, device: PackedDevice, *ways: Transport) -> None:
        self.device, self.ways = device, ways
        self.asides: list[Aside] = []
        self.told: list[str] = []
        replica, checker = replica_of(panel, device), panel.checker()
        for packet in device.packets:
            checker.learn_from(packet)
        self.now = RightNow(
            device.conductor,
            KEY,
            device.signer,
            checker,
            self,
            lambda deed: deed(),
            self.told.append,
            self.asides.append,
        )
        now = self.now
        self.syncing = Syncing(replica, ways, 50, hear=now.hear, asked=now.answer, beside=now.go_on, notice=now.see)

    @property
    def is_live(self) -> bool:
        return self.syncing.is_live

    @property
    def reaches(self) -> bool:
        return self.syncing.reaches

    def say_now(self, kind: str, data: bytes) -> None:
        self.syncing.say_now(kind, data)


@pytest.fixture
def panel() -> PackedPanel:
    panel = PackedPanel(before="/start")
    panel.join("bo")
    panel.join("cy")
    panel.exchange()
    return panel


@pytest.fixture
async def ends(panel) -> AsyncIterator[list[End]]:
    """Three devices in one air."""
    air = Air()
    ends = [End(panel, device, MemoryTransport(air, device=device.device)) for device in panel.devices]
    for end in ends:
        await end.syncing.open()
    yield ends
    for end in ends:
        await end.syncing.close()


async def test_what_is_told_comes_to_whom_it_is_for_and_is_recorded_nowhere(ends):
    ann, bo, cy = ends
    before = len(ann.device.conductor.events)
    assert ann.device.conductor.submit("/tell bo 2 min to wrap").said == "Bo Ek is told."
    assert ann.device.conductor.submit("/tell two minutes, all").said == "All are told."
    await until(lambda: len(bo.asides) == 2)
    assert [aside.text for aside in bo.asides] == ["2 min to wrap", "two minutes, all"]
    assert [aside.text for aside in cy.asides] == ["two minutes, all"]
    assert len(ann.device.conductor.events) == len(bo.device.conductor.events) == before


async def test_the_last_that_was_told_can_be_kept_as_a_note_of_ones_own(ends):
    ann, bo, _ = ends
    with pytest.raises(Refusal, match="Nobody has told you anything"):
        bo.device.conductor.submit("/keep")
    ann.device.conductor.submit("/tell bo /end the interview, cy> and mind q1")
    await until(lambda: bool(bo.asides))
    assert bo.device.conductor.submit("/keep").said.startswith("Kept")
    [note] = bo.device.session.notes.values()
    assert (note.author, note.text) == ("bo", "/end the interview, cy> and mind q1")
    assert bo.device.session.ended_at is None


async def test_who_types_is_seen_by_the_others(ends):
    ann, bo, cy = ends
    ann.now.types(is_begun=True)
    await until(lambda: all(end.now.seen[ann.device.device].doing is Presence.TYPING for end in (bo, cy)))
    assert ann.now.seen[bo.device.device].doing is Presence.HERE


async def test_who_leaves_is_away_at_once(ends):
    ann, bo, _ = ends
    await bo.syncing.close()
    await until(lambda: ann.now.seen[bo.device.device].doing is Presence.AWAY)


async def test_a_whisper_that_is_lost_does_no_harm(ends):
    ann, bo, cy = ends
    [way] = bo.ways
    assert isinstance(way, MemoryTransport)
    way.is_cut = True
    ann.now.types(is_begun=True)
    ann.device.conductor.submit("/tell lost by Bo")
    ann.device.type("a note")
    await until(lambda: bool(cy.asides))
    way.is_cut = False
    await until(lambda: bool(bo.device.notes()))
    assert bo.asides == []


async def test_the_clocks_agree_after_a_restart(ends):
    ann, bo, _ = ends
    device = bo.device
    device.clock.reboot(60)
    device.clock.set_wall_clock(device.clock.read().wall_ms - 3_600_000)
    device.conductor.watch_clocks()
    ann.device.clock.advance(60)
    await until(lambda: device.conductor.clock.bound_ms() < 100)
    assert abs(device.conductor.now() - ann.device.conductor.now()) < 100
    assert bo.told == ["The clock of this device was set 1:00 forward, to the panel's."]


async def test_over_a_folder_alone_nothing_of_it_is_written(panel, tmp_path):
    folder = tmp_path / "shared"
    host = End(panel, panel.host, FolderTransport(folder, panel.host.device, 0.01))
    await host.syncing.open()
    host.now.types(is_begun=True)
    with pytest.raises(Refusal) as refused:
        host.device.conductor.submit("/tell bo 2 min to wrap")
    assert str(refused.value) == ONLY_A_FOLDER
    await host.syncing.close()
    assert not any(PRESENCE in path.name or BACKSTAGE in path.name for path in Path(folder).iterdir())


async def test_with_a_folder_beside_it_only_the_live_way_carries_it(panel, tmp_path):
    air, folder = Air(), tmp_path / "shared"
    ends = [
        End(panel, device, FolderTransport(folder, device.device, 0.01), MemoryTransport(air))
        for device in panel.devices[:2]
    ]
    for end in ends:
        await end.syncing.open()
    ends[0].now.types(is_begun=True)
    ends[0].device.conductor.submit("/tell bo 2 min to wrap")
    await until(lambda: bool(ends[1].asides and ends[1].now.seen))
    for end in ends:
        await end.syncing.close()
    assert not any(PRESENCE in path.name or BACKSTAGE in path.name for path in Path(folder).iterdir())


async def test_while_the_connection_is_down_nobody_is_told_and_that_is_said(panel):
    class Down(MemoryTransport):
        async def open(self, ears: object) -> None:
            raise TransportDown("No such host.")

    host = End(panel, panel.host, Down(Air()))
    await host.syncing.open()
    with pytest.raises(Refusal) as refused:
        host.device.conductor.submit("/tell bo 2 min to wrap")
    assert str(refused.value) == DOWN
    await host.syncing.close()


@pytest.mark.parametrize("kind", [PRESENCE, BACKSTAGE])
@pytest.mark.parametrize("sealed", [b"", b"1" * 60_000, KEY.whisper("heads", b"x"), KEY.whisper(BACKSTAGE, b"\xc1")])
def test_what_makes_no_sense_is_passed_over(panel, kind, sealed):
    host = End(panel, panel.host)
    host.now.hear(kind, sealed)
    assert host.asides == []
    assert host.now.seen == {}


async def test_nobody_tells_anything_in_anothers_name_or_after_they_were_removed(panel):
    host, bo, cy = panel.devices
    end = End(panel, host)
    by_bo = msgspec.msgpack.encode((bo.device, host.conductor.now(), "", "hello"))
    for told in (bytes(64) + by_bo, cy.signer.told(by_bo), by_bo):
        end.now.hear(BACKSTAGE, KEY.whisper(BACKSTAGE, told))
    assert end.asides == []
    host.conductor.carry_out(Decision((DeviceRemoved(device=cy.device),)))
    by_cy = msgspec.msgpack.encode((cy.device, host.conductor.now(), "", "hello"))
    end.now.hear(BACKSTAGE, KEY.whisper(BACKSTAGE, cy.signer.told(by_cy)))
    assert end.asides == []
    end.now.hear(BACKSTAGE, KEY.whisper(BACKSTAGE, bo.signer.told(by_bo)))
    assert [aside.device for aside in end.asides] == [bo.device]
