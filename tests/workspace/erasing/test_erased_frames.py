"""A note that is erased on one device of a panel is gone on each that hears of it, and nothing brings it back."""

import shutil
from pathlib import Path

import pytest

from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.language.decision import Refusal
from facilitator.sharing.panel_state import PanelState
from facilitator.sharing.transports.boxes import Boxes
from facilitator.workspace.exports import save_all
from facilitator.workspace.retention import place_hold, release_hold
from facilitator.workspace.running_session import RunningSession, in_hand
from facilitator.workspace.shared.carry import carry
from facilitator.workspace.shared.membership import keyring
from facilitator.workspace.shared.who_has_what.panel_report import panel_report
from facilitator.workspace.workspace import Workspace
from tests.workspace.erasing.secrets_of_sessions import with_secret
from tests.workspace.shared.conftest import devices as devices
from tests.workspace.shared.conftest import either as either
from tests.workspace.shared.devices import Devices


def in_the_boxes(devices: Devices) -> list[str]:
    """The texts of all that lies in the shared folder, opened with the keys of the host."""
    keys = devices.keys(devices.host)
    ring = keyring(keys, devices.host.read(devices.session)[0])
    return [ring.packet(frame).body.decode() for frame in Boxes(keys.place, "0" * 16).read()]


def hears(workspace: Workspace, session: str) -> None:
    """The device is used, for whatever, and so it hears what there is."""
    with in_hand(workspace, session):
        pass


@pytest.fixture
def shared(devices: Devices):
    """Ann, who leads, and Bo: each has left with a note; Bo's is secret, and was changed."""
    ann = devices.open(devices.host)
    guest, _ = devices.joined("bo", "bo")
    bo = devices.open(guest)
    ann.conductor.submit("a note of Ann's")
    bo.conductor.submit("of zanzibar")
    bo.conductor.submit("/edit n1 better: zanzibar")
    devices.agree(ann, bo)
    devices.leave()
    return devices, guest


def test_it_goes_everywhere_by_either_way_and_all_keep_the_same(either: Devices):
    ann = either.open(either.host)
    guest, _ = either.joined("bo", "bo")
    bo = either.open(guest)
    bo.conductor.submit("of zanzibar")
    bo.conductor.submit("/edit n1 better: zanzibar")
    bo.conductor.submit("another one")
    either.agree(ann, bo)
    assert with_secret(either.root)
    bo.conductor.submit("/erase n1")
    either.agree(ann, bo)
    assert [note.called for note in ann.conductor.session.erased.values()] == ["b1"]
    assert [note.label for note in ann.conductor.session.notes.values()] == ["b2"]
    either.leave()
    assert with_secret(either.root) == []
    assert panel_report(either.host, either.session).digest == panel_report(guest, either.session).digest


def test_the_lead_erases_anothers_note_and_nobody_else_does(shared):
    devices, guest = shared
    with in_hand(guest, devices.session) as bo, pytest.raises(Refusal, match="or the lead, can erase it"):
        bo.conductor.submit("/erase a1")
    with in_hand(devices.host, devices.session) as ann:
        assert ann.conductor.submit("/erase b1").said == "Note b1 is erased."
    assert with_secret(devices.host.home.root) == []
    hears(guest, devices.session)
    assert with_secret(devices.root) == []


def test_who_took_it_is_told_who_erased_it(shared):
    devices, guest = shared
    ann, bo = devices.open(devices.host), devices.open(guest)
    ann.conductor.submit("/erase b1")
    devices.agree(ann, bo)
    assert bo.shared.told == ["Ann Lee erased your note b1."]
    bo.conductor.submit("a second one")
    bo.conductor.submit("/erase n2")
    devices.agree(ann, bo)
    assert ann.shared.told == []
    assert len(bo.shared.told) == 1


def test_what_was_undone_of_it_before_is_no_news_nor_what_was_set_aside_then(shared):
    devices, guest = shared
    ann, bo = devices.open(devices.host), devices.open(guest)
    for line in ("/undo", "/redo", "/clock me"):
        bo.conductor.submit(line)
    devices.agree(ann, bo)
    away = devices.root / "away"
    devices.folder.rename(away)
    ann.conductor.submit("/clock me")
    taken = ann.conductor.now()
    devices.until(lambda: bo.conductor.now() > taken)  # their clocks differ, as far as the folder lets them know
    bo.conductor.submit("/start")
    away.rename(devices.folder)
    devices.until(lambda: any("because Ann Lee had the clock." in said for said in bo.shared.told))
    devices.agree(ann, bo)
    bo.shared.told.clear()
    ann.conductor.submit("/erase b1")
    devices.agree(ann, bo)
    assert bo.shared.told == ["Ann Lee erased your note b1."]


def test_a_draft_of_a_change_goes_from_who_hears_of_it(shared):
    devices, guest = shared
    draft = guest.home.path(devices.session, "draft")
    draft.write_text("/edit n1 worse: zanzi")
    with in_hand(devices.host, devices.session) as ann:
        ann.conductor.submit("/erase b1")
    hears(guest, devices.session)
    assert not draft.exists()


def test_it_goes_out_of_the_folder_as_well(shared):
    devices, guest = shared
    assert "zanzibar" in str(in_the_boxes(devices))
    with in_hand(guest, devices.session) as bo:
        bo.conductor.submit("/erase n1")
    hears(devices.host, devices.session)
    assert "zanzibar" not in str(in_the_boxes(devices))
    assert len(in_the_boxes(devices)) > 4


def test_what_was_changed_by_somebody_who_hadnt_heard_of_it_goes_too(shared):
    devices, guest = shared
    folder, away = devices.folder, devices.root / "away"
    folder.rename(away)
    with in_hand(guest, devices.session) as bo:
        bo.conductor.submit("/edit n1 once more of zanzibar")
    away.rename(folder)
    with in_hand(devices.host, devices.session) as ann:
        ann.conductor.submit("/erase b1")
    for workspace in (guest, devices.host) * 2:
        hears(workspace, devices.session)
    assert with_secret(devices.root) == []
    assert "zanzibar" not in str(in_the_boxes(devices))
    assert panel_report(devices.host, devices.session).digest == panel_report(guest, devices.session).digest


def test_neither_a_stale_device_nor_a_stick_brings_it_back(shared):
    devices, guest = shared
    stale = devices.root / "stale"
    shutil.copytree(guest.home.root, stale)
    stick = devices.root / "panel.carry"
    carry(guest, devices.session, stick)
    old = stick.read_bytes()
    with in_hand(devices.host, devices.session) as ann:
        ann.conductor.submit("/erase b1")
    stick.write_bytes(old)
    carry(devices.host, devices.session, stick)
    assert with_secret(devices.host.home.root) == []
    hears(Workspace(stale, warn=print), devices.session)
    hears(devices.host, devices.session)
    assert with_secret(devices.host.home.root) == []
    assert with_secret(stale) == []


def test_a_hold_keeps_it_on_its_device_until_it_is_released(shared):
    devices, guest = shared
    place_hold(guest, devices.session, "a complaint")
    save_all(guest, debrief(*guest.read(devices.session)), ("md",), follows=True)
    with in_hand(devices.host, devices.session) as ann:
        ann.conductor.submit("/erase b1")
    hears(guest, devices.session)
    kept = with_secret(guest.home.root)
    assert len(kept) == 2
    assert "on hold" in guest.notices[f"hold {devices.session}"]
    guest.finish_what_was_begun()
    hears(guest, devices.session)
    assert with_secret(guest.home.root) == kept
    release_hold(guest, devices.session)
    guest.finish_what_was_begun()
    assert with_secret(devices.root) == []


def test_the_others_are_told_which_device_a_hold_has_keep_it(either: Devices):
    ann = either.open(either.host)
    guest, _ = either.joined("bo", "bo")
    bo = either.open(guest)
    place_hold(guest, either.session, "a complaint")
    ann.conductor.submit("of zanzibar")
    either.agree(ann, bo)
    assert not stand(ann).keeps_erased
    assert not stand(bo).keeps_erased
    ann.conductor.submit("/erase n1")
    either.until(lambda: said_to_keep(ann) == [stand(bo).device])
    assert stand(bo).keeps_erased
    either.leave()
    for workspace, others in ((either.host, True), (guest, False)):
        report = panel_report(workspace, either.session)
        assert [one.keeps_erased for one in report.state.heard.values()] == [others]
        assert report.state.keeps_erased is not others
    release_hold(guest, either.session)
    ann, bo = either.open(either.host), either.open(guest)
    either.until(lambda: not said_to_keep(ann))
    assert not stand(bo).keeps_erased


def test_a_hold_that_came_after_the_erasure_keeps_nothing_of_it(shared):
    devices, guest = shared
    with in_hand(devices.host, devices.session) as ann:
        ann.conductor.submit("/erase b1")
    hears(guest, devices.session)
    place_hold(guest, devices.session, "a complaint")
    with in_hand(guest, devices.session) as bo:
        assert not stand(bo).keeps_erased
    assert not panel_report(guest, devices.session).state.keeps_erased


def stand(running: RunningSession) -> PanelState:
    """How the panel stands, seen from a device that has it open."""
    assert running.shared is not None
    return running.shared.state()


def said_to_keep(running: RunningSession) -> list[str]:
    """The devices that have said that they keep something that was erased."""
    return [device for device, heard in stand(running).heard.items() if heard.keeps_erased]


def test_who_joins_later_never_gets_it(shared):
    devices, _ = shared
    with in_hand(devices.host, devices.session) as ann:
        ann.conductor.submit("/erase b1")
    devices.open(devices.host)
    third, _ = devices.joined("cy", "ann")
    devices.leave()
    assert with_secret(third.home.root) == []
    assert [note.called for note in third.read(devices.session)[0].erased.values()] == ["b1"]


def test_what_is_sealed_is_erased_before_anybody_has_read_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    with Devices(tmp_path, "of zanzibar before it was shared", private=True) as devices:
        ann = devices.open(devices.host)
        guest, _ = devices.joined("bo", "bo")
        bo = devices.open(guest)
        bo.conductor.submit("sealed")
        bo.conductor.submit("/edit n1 sealed again")
        devices.until(lambda: len(ann.conductor.session.sealed) == 2)
        assert ann.conductor.submit("/erase b1").said == "Note b1 is erased."
        devices.until(lambda: not bo.conductor.session.notes.keys() - {next(iter(ann.conductor.session.notes), "")})
        devices.agree(ann, bo)
        devices.until(lambda: not ann.conductor.session.sealed)
        assert ann.conductor.submit("/erase n1").said == "Note a1 is erased."
        devices.agree(ann, bo)
        devices.leave()
        for workspace in (devices.host, guest):
            session, _ = workspace.read(devices.session)
            assert sorted(note.called for note in session.erased.values()) == ["a1", "b1"]
            assert "FactSealed" not in workspace.home.path(devices.session, "journal").read_text()
        assert with_secret(tmp_path) == []


def test_what_was_undone_goes_everywhere_once_its_author_erases_it(either: Devices):
    ann = either.open(either.host)
    guest, _ = either.joined("bo", "bo")
    bo = either.open(guest)
    for line in ("of zanzibar", "/edit n1 better: zanzibar", "/undo", "/undo", "another one"):
        bo.conductor.submit(line)
    either.agree(ann, bo)
    assert with_secret(either.root)
    bo.conductor.submit("/erase undone")
    either.agree(ann, bo)
    either.leave()
    assert with_secret(either.root) == []
    assert panel_report(either.host, either.session).digest == panel_report(guest, either.session).digest
