"""Devices that share a session: what is said on one is soon on all, whatever happens to the folder between them."""

import errno
import shutil
from pathlib import Path
from threading import Event

import pytest

from facilitator.files import durable, patience
from facilitator.files.durable import StorageError
from facilitator.sharing.doorstep import Doorstep
from facilitator.sharing.transports.boxes import Boxes
from facilitator.storage.panel_keys import PanelKeysFile, place_in
from facilitator.workspace.retention import erase_session
from facilitator.workspace.running_session import in_hand, resume
from facilitator.workspace.workspace import Workspace
from tests.workspace.shared.devices import Devices


def notes(running) -> list[str]:
    return sorted(note.text for note in running.conductor.session.notes.values())


def test_what_is_typed_on_one_device_is_soon_on_the_other(devices):
    ann = devices.open(devices.host)
    guest, _ = devices.joined("bo", "bo")
    bo = devices.open(guest)
    ann.conductor.submit("Ann's note")
    bo.conductor.submit("Bo's note")
    devices.agree(ann, bo)
    assert notes(ann) == ["Ann's note", "Bo's note"]
    assert bo.conductor.writer == "bo"


def test_the_clock_is_handed_over_and_only_its_owner_moves_on(devices):
    ann = devices.open(devices.host)
    guest, _ = devices.joined("bo", "bo")
    bo = devices.open(guest)
    ann.conductor.submit("/start")
    ann.conductor.submit("/clock bo")
    devices.agree(ann, bo)
    bo.conductor.submit("/next")
    devices.agree(ann, bo)
    assert ann.conductor.session.clock_owner == "bo"
    assert ann.conductor.session.current.id == bo.conductor.session.plan.segments[1].id


def test_who_is_given_the_clock_or_loses_it_is_told(devices):
    ann = devices.open(devices.host)
    guest, _ = devices.joined("bo", "bo")
    bo = devices.open(guest)
    assert ann.shared is not None
    assert bo.shared is not None
    ann.conductor.submit("/clock bo")
    devices.agree(ann, bo)
    assert bo.shared.told[-1] == "You have the clock now."
    ann.conductor.submit("/clock me")
    devices.agree(ann, bo)
    assert bo.shared.told[-1] == "Ann Lee has the clock now."
    assert not any("the clock now" in said for said in ann.shared.told)


def test_whoever_ran_on_alone_is_told_what_was_set_aside(devices):
    ann = devices.open(devices.host)
    guest, _ = devices.joined("bo", "bo")
    bo = devices.open(guest)
    ann.conductor.submit("/start")
    devices.agree(ann, bo)
    away = devices.root / "away"
    devices.folder.rename(away)
    bo.conductor.submit("/clock me")
    taken = bo.conductor.now()
    devices.until(lambda: ann.conductor.now() > taken)  # their clocks differ, as far as the folder lets them know
    ann.conductor.submit("/next")
    away.rename(devices.folder)
    devices.until(lambda: any("set aside" in said for said in ann.shared.told))
    devices.agree(ann, bo)
    assert ann.shared.told[-1] == "Something of yours was set aside: start of “Second”, because Bo Chen had the clock."


def test_a_folder_that_goes_away_and_returns_costs_nothing(devices):
    ann = devices.open(devices.host)
    guest, _ = devices.joined("bo", "bo")
    bo = devices.open(guest)
    devices.agree(ann, bo)
    away = devices.root / "away"
    devices.folder.rename(away)
    ann.conductor.submit("Ann's, in the dark")
    bo.conductor.submit("Bo's, in the dark")
    devices.until(lambda: bool(ann.shared.state().trouble) and ann.shared.state().unsent == 1)
    assert ann.shared.state().down_since is not None
    assert not devices.folder.exists(), "nothing is made in the place of a folder that isn't there"
    away.rename(devices.folder)
    devices.agree(ann, bo)
    devices.until(lambda: not ann.shared.state().trouble and ann.shared.state().unsent == 0)
    assert len(notes(ann)) == 2


def test_whoever_comes_back_has_what_was_said_meanwhile(devices):
    ann = devices.open(devices.host)
    guest, _ = devices.joined("bo", "bo")
    ann.conductor.submit("while Bo was away")
    ann.conductor.submit("/start")
    devices.until(lambda: ann.shared.state().unsent == 0)
    devices.leave()
    with in_hand(guest, devices.session) as bo:
        assert notes(bo) == ["while Bo was away"]
        bo.conductor.submit("a late note of Bo's")
    with in_hand(devices.host, devices.session) as ann:
        assert notes(ann) == ["a late note of Bo's", "while Bo was away"]


def test_what_is_kept_of_a_folder_that_lost_everything_goes_there_again(devices):
    ann = devices.open(devices.host)
    guest, _ = devices.joined("bo", "bo")
    bo = devices.open(guest)
    devices.agree(ann, bo)
    ann.conductor.submit("before it was lost")
    devices.agree(ann, bo)
    shutil.rmtree(devices.folder)
    devices.folder.mkdir()
    ann.conductor.submit("and after")
    devices.until(lambda: bool(ann.shared.state().trouble))
    devices.leave()
    ann, bo = devices.open(devices.host, "a"), devices.open(guest, "b")
    devices.agree(ann, bo)
    assert notes(bo) == ["and after", "before it was lost"]


def test_its_keys_are_needed_to_take_part_and_not_to_read(devices):
    devices.host.home.path(devices.session, "panel").unlink()
    with pytest.raises(StorageError, match="needs a new invite"), resume(devices.host, devices.session):
        pass
    assert devices.host.read(devices.session)[0].id == devices.session


def test_keys_of_another_panel_are_refused_before_anything_is_recorded(devices, tmp_path):
    with Devices(tmp_path / "other") as others:
        foreign = others.keys(others.host)
    before = devices.host.home.read_session(devices.session).kept
    PanelKeysFile(devices.host.home.path(devices.session, "panel")).save(foreign)
    with pytest.raises(StorageError, match="not this session's"), resume(devices.host, devices.session):
        pass
    assert devices.host.home.read_session(devices.session).kept == before


def test_panels_in_one_folder_dont_see_each_other(devices):
    assert place_in(devices.folder, devices.keys(devices.host).panel) != place_in(devices.folder, "f" * 32)


def test_what_hangs_keeps_nobody_from_leaving(devices, monkeypatch):
    ann = devices.open(devices.host)
    assert ann.conductor.submit("a note").wait().kept
    assert isinstance(ann.shared.doorstep, Doorstep)
    monkeypatch.setattr(patience, "HANGING_SECONDS", 1)
    hanging = Event()
    monkeypatch.setattr(Boxes, "read", lambda boxes: hanging.wait())
    devices.until(lambda: "gives no answer" in ann.shared.state().trouble)
    assert ann.conductor.submit("typed while the folder hangs").wait().kept
    devices.leave()
    hanging.set()


def test_a_full_disk_on_one_device_keeps_nothing_from_the_others(devices, monkeypatch):
    ann = devices.open(devices.host)
    guest, _ = devices.joined("bo", "bo")
    bo = devices.open(guest)
    devices.agree(ann, bo)
    write_all = durable.write_all

    def full(descriptor: int, data: bytes) -> None:
        if Path(f"/proc/self/fd/{descriptor}").readlink().is_relative_to(guest.home.root):
            raise OSError(errno.ENOSPC, "no space")
        write_all(descriptor, data)

    monkeypatch.setattr(durable, "write_all", full)
    assert bo.conductor.submit("on a full disk").wait().kept
    assert "instead" in bo.conductor.trouble
    ann.conductor.submit("on a disk with room")
    devices.agree(ann, bo)
    assert notes(ann) == ["on a disk with room", "on a full disk"]
    monkeypatch.setattr(durable, "write_all", write_all)
    devices.until(lambda: not bo.conductor.trouble)
    devices.leave()
    assert guest.read(devices.session)[0] == devices.host.read(devices.session)[0]


def test_erasing_takes_what_this_device_sent_out_of_the_folder_as_well(devices):
    ann = devices.open(devices.host)
    guest, _ = devices.joined("bo", "bo")
    bo = devices.open(guest)
    ann.conductor.submit("a note")
    devices.agree(ann, bo)
    mine, theirs = (sent(devices, workspace) for workspace in (devices.host, guest))
    devices.leave()
    assert mine
    assert theirs
    erase_session(guest, devices.session)
    assert not any(path.exists() for path in theirs)
    assert all(path.exists() for path in mine)
    assert "the other devices keep it" in guest.notices[f"shared {devices.session}"]


def sent(devices: Devices, workspace: Workspace) -> list[Path]:
    return [path for path in devices.keys(workspace).sent() if path.suffix == ".box"]
