"""A session becomes one that several devices share, once, with all that was recorded before."""

import stat

import pytest

from facilitator.files.durable import StorageError
from facilitator.workspace.errors import WrongRequest
from facilitator.workspace.running_session import resume
from facilitator.workspace.shared.share import share, shared_folder
from tests.workspace.shared.devices import Devices


def test_what_was_there_before_is_everybodys_from_then_on(tmp_path):
    with Devices(tmp_path, before="+ before the panel\n/start") as devices:
        ann = devices.open(devices.host)
        guest, _ = devices.joined("bo", "bo")
        bo = devices.open(guest)
        devices.agree(ann, bo)
        assert [note.text for note in bo.conductor.session.notes.values()] == ["before the panel"]
        assert bo.conductor.session.started_at is not None


def test_sharing_again_changes_the_folder_and_nothing_else(devices, tmp_path):
    path = devices.host.home.path(devices.session, "panel")
    before, packets = devices.keys(devices.host), devices.host.home.read_session(devices.session).kept
    (tmp_path / "another").mkdir()
    share(devices.host, devices.session, tmp_path / "another")
    again = devices.keys(devices.host)
    assert (again.folder, again.panel, again.sign_key) == (str(tmp_path / "another"), before.panel, before.sign_key)
    assert devices.host.home.read_session(devices.session).kept == packets
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_guest_keeps_its_seat_in_another_folder(devices, tmp_path):
    devices.open(devices.host)
    guest, _ = devices.joined("bo", "bo")
    (tmp_path / "another").mkdir()
    share(guest, devices.session, tmp_path / "another")
    with resume(guest, devices.session) as bo:
        assert bo.conductor.writer == "bo"
        assert bo.conductor.session.clock_owner == "ann"


def test_without_its_keys_it_can_be_shared_by_nobody(devices):
    devices.host.home.path(devices.session, "panel").unlink()
    with pytest.raises(StorageError, match="needs an invite"):
        share(devices.host, devices.session, devices.folder)


def test_a_folder_that_isnt_there_is_told(tmp_path):
    with pytest.raises(WrongRequest, match="There is no folder"):
        shared_folder(tmp_path / "missing")


def test_what_is_too_long_to_be_sent_is_told_before_it_is_shared(tmp_path):
    with pytest.raises(WrongRequest, match=r"Something in .* is too long to be shared\. That takes \d+ KiB"):
        Devices(tmp_path, before="\U0001f600" * 90_000)
