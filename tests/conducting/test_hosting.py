"""A session that one device kept becomes a panel's, with everything that was there before."""

import pytest

from facilitator.clock import SimulatedClock
from facilitator.conducting.conductor import Conductor
from facilitator.conducting.hosting import admit, hosted
from facilitator.conducting.reading import read
from facilitator.conducting.sealing.signing import Signer
from facilitator.domain.facts.kinds.panel import Role
from facilitator.domain.language.decision import Refusal
from facilitator.storage.journal import Journal, JournalError
from tests.conducting.packed_panels import PANEL, PackedPanel, secret
from tests.disks import Disk
from tests.domain.interviews import TEN

BEFORE = "+ closed three of five\n/start\n/cover 1"


def test_the_lead_hosts_and_has_the_clock():
    panel = PackedPanel(before=BEFORE)
    session = panel.host.session
    (device,) = session.devices.values()
    assert (device.device, device.seat, device.letter) == (panel.host.device, "ann", "a")
    assert session.clock_owner == "ann"
    assert panel.host.notes() == {"a1": "closed three of five"}


def test_what_was_there_before_is_signed_as_it_was():
    panel = PackedPanel(before=BEFORE)
    plain = [event for event in panel.host.log.kept if event in panel.host.conductor.events]
    assert len(plain) == 5
    packed = [event for packet in panel.host.packets for event in packet.events]
    assert all(event in packed for event in plain)
    assert panel.host.conductor.history.aside == ()


def test_whoever_has_the_packets_alone_has_all_of_it():
    panel = PackedPanel(before=BEFORE)
    assert read(panel.host.packets).session == panel.host.session


def test_a_panel_is_continued_and_nothing_is_signed_twice():
    panel = PackedPanel(before=BEFORE)
    panel.join("bo")
    known = panel.host.packets
    signer = Signer(secret("ann"), PANEL, known)
    again = hosted(panel.host.log, signer, panel.clock)
    assert tuple(again.packets) == known
    assert again.session == panel.host.session


def test_it_is_carried_on_where_it_broke_off():
    panel = PackedPanel(before=BEFORE)
    whole = panel.host.log.kept
    broken = Disk(whole[:7])
    known = [one for one in broken.kept if one in panel.host.packets]
    assert known
    again = hosted(broken, Signer(secret("ann"), PANEL, known), panel.clock)
    assert read(again.packets).session.notes.keys() == panel.host.session.notes.keys()
    orders = [event.order for packet in again.packets for event in packet.events]
    assert len(orders) == len(set(orders))


def test_the_clock_goes_on_where_it_was():
    panel = PackedPanel(before="/start")
    panel.clock.advance(60)
    before = panel.host.conductor.now()
    panel.host.start_again()
    assert panel.host.conductor.now() == before == TEN + 60_000
    assert panel.host.session.clock_marks == []


def test_on_a_full_disk_nothing_has_changed():
    panel = PackedPanel()
    disk = Disk([one for one in panel.host.log.kept if one not in panel.host.packets])
    disk.is_full = True
    with pytest.raises(JournalError):
        hosted(disk, Signer(secret("ann"), PANEL), SimulatedClock(TEN, "ann"))
    assert len(disk.kept) == 2


def test_only_who_has_the_clock_admits():
    panel = PackedPanel()
    bo = panel.join("bo")
    signer = Signer(secret("cy"), PANEL)
    with pytest.raises(Refusal, match="has the clock"):
        admit(bo.conductor, signer.device, "cy", Role.SHADOW, signer.public_key)


def test_a_restored_backup_makes_two_branches_and_both_stay(tmp_path):
    panel = PackedPanel()
    bo = panel.join("bo")
    backup = tmp_path / "s.journal"
    with Journal.create(backup) as journal:
        journal.append(bo.packets)
    lost = bo.type("before the disk broke")
    panel.exchange()
    log = Journal.open(backup)
    signer = Signer(secret("bo"), PANEL, bo.packets[:-1])
    again = Conductor.resume(log, bo.clock, bo.device, lambda: "again", seat="bo", signer=signer)
    again.submit("after it was restored")
    fork = again.packets[-1]
    assert (fork.seq, fork.head.previous) == (lost.seq, lost.head.previous)
    again.receive(panel.host.packets)
    again.submit("and on")
    assert again.packets[-1].seq == lost.seq + 1
    panel.host.conductor.receive(again.packets)
    assert len(panel.host.notes()) == 3
    again.close()


def test_the_packet_of_a_line_has_its_name():
    panel = PackedPanel()
    bo, conductor = panel.join("bo"), panel.host.conductor
    conductor.carry_out(conductor.decide("/start"), name="0123456789abcdef")
    conductor.carry_out(conductor.decide("a note"))
    panel.exchange()
    assert [packet.is_named("0123456789abcdef") for packet in bo.packets].count(True) == 1
    assert list(bo.notes().values()) == ["a note"]
