"""An interview that goes from device to device in a file comes to the same on each."""

import os

import pytest

from facilitator.files.durable import StorageError
from facilitator.workspace.errors import WrongRequest
from facilitator.workspace.retention import belongings_of
from facilitator.workspace.running_session import in_hand
from facilitator.workspace.shared.carry import carry
from facilitator.workspace.shared.who_has_what.panel_report import panel_report
from tests.workspace.shared.devices import Devices
from tests.workspace.shared.test_shared_session import notes


@pytest.fixture
def apart(devices: Devices):
    """Ann and Bo, whose folder is gone for good, each with a note that the other hasn't got."""
    ann = devices.open(devices.host)
    guest, _ = devices.joined("bo", "bo")
    bo = devices.open(guest)
    devices.agree(ann, bo)
    devices.leave()
    devices.folder.rename(devices.root / "gone")
    for workspace, text in ((devices.host, "Ann's, alone"), (guest, "Bo's, alone")):
        with in_hand(workspace, devices.session) as running:
            running.conductor.submit(text)
    return devices, guest


def test_a_stick_that_goes_there_and_back_brings_everything(apart, tmp_path):
    devices, guest = apart
    stick = tmp_path / "stick"
    stick.mkdir()
    there = carry(devices.host, devices.session, stick)
    brought = carry(guest, devices.session, stick)
    back = carry(devices.host, devices.session, stick)
    assert there.path.parent == stick
    assert there.path == brought.path
    assert (there.new, there.was_cut) == (0, False)
    assert brought.new >= 1
    assert back.new >= 1
    assert back.holds == brought.holds
    assert len({panel_report(one, devices.session).digest for one in (devices.host, guest)}) == 1
    with in_hand(guest, devices.session) as bo:
        assert notes(bo) == ["Ann's, alone", "Bo's, alone"]


def test_the_same_once_more_changes_nothing(apart, tmp_path):
    devices, guest = apart
    path = tmp_path / "panel.carry"
    for workspace in (devices.host, guest, devices.host, guest):
        carry(workspace, devices.session, path)
    before = path.read_bytes()
    assert {carry(one, devices.session, path).new for one in (devices.host, guest) * 2} == {0}
    assert sorted(path.read_bytes()) == sorted(before)


def test_no_word_of_it_can_be_read(apart, tmp_path):
    devices, _ = apart
    path = carry(devices.host, devices.session, tmp_path / "panel.carry").path
    content = path.read_bytes()
    for word in (b"alone", b"Robin", b"Reyes", b"Ann", b"small", devices.session.encode()):
        assert word not in content


def test_a_file_that_is_something_else_is_refused_and_stays(apart, tmp_path):
    devices, _ = apart
    mine = tmp_path / "thesis.pdf"
    mine.write_bytes(b"years of work")
    with pytest.raises(WrongRequest, match="isn't used, and stays as it is: no panel was carried"):
        carry(devices.host, devices.session, mine)
    assert mine.read_bytes() == b"years of work"


def test_that_of_another_interview_is_refused(apart, tmp_path):
    devices, _ = apart
    with Devices(tmp_path / "others") as others:
        theirs = carry(others.host, others.session, tmp_path / "theirs.carry").path
    with pytest.raises(WrongRequest, match="it carries another interview"):
        carry(devices.host, devices.session, theirs)


def test_what_a_stranger_put_in_counts_for_nothing(apart, tmp_path):
    devices, guest = apart
    path = carry(guest, devices.session, tmp_path / "panel.carry").path
    content = path.read_bytes()
    path.write_bytes(content[:-4] + (600).to_bytes(4, "big") + b"1" + os.urandom(599) + bytes(4))
    assert carry(devices.host, devices.session, path).new >= 1
    assert path.read_bytes().count(b"facilitator carries") == 1


def test_one_that_is_cut_brings_what_is_whole_and_is_written_anew(apart, tmp_path):
    devices, guest = apart
    path = carry(guest, devices.session, tmp_path / "panel.carry").path
    path.write_bytes(path.read_bytes()[:-700])
    assert carry(devices.host, devices.session, path).was_cut
    assert not carry(devices.host, devices.session, path).was_cut


def test_a_link_is_not_followed(apart, tmp_path):
    devices, _ = apart
    (tmp_path / "target").write_bytes(b"something")
    (tmp_path / "link").symlink_to(tmp_path / "target")
    with pytest.raises((WrongRequest, StorageError)):
        carry(devices.host, devices.session, tmp_path / "link")
    assert (tmp_path / "target").read_bytes() == b"something"


def test_erasing_takes_the_file_as_well_as_far_as_it_is_this_devices(apart, tmp_path):
    devices, _ = apart
    path = carry(devices.host, devices.session, tmp_path / "panel.carry").path
    assert path in belongings_of(devices.host, devices.session).elsewhere


def test_a_session_that_isnt_shared_has_nobody_to_be_carried_to(tmp_path):
    from facilitator.workspace.running_session import start
    from facilitator.workspace.workspace import Workspace
    from tests.ui.sessions import small_agenda

    workspace = Workspace(tmp_path / "alone", warn=print)
    with start(workspace, small_agenda(), "small", "", None) as running:
        session = running.conductor.session.id
    with pytest.raises(WrongRequest, match="isn't shared yet"):
        carry(workspace, session, tmp_path / "x")
