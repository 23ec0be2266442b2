"""What the lead erases is erased on every device that hears of it, which says so; and nothing brings it back."""

from pathlib import Path

import pytest

from facilitator.conducting.sealing.leaving.last_word import LastWord
from facilitator.files import durable
from facilitator.files.durable import StorageError
from facilitator.sharing.transports.boxes import Boxes
from facilitator.storage.retaining.tombstones import WasErased
from facilitator.workspace.errors import WrongRequest
from facilitator.workspace.exports import save_all
from facilitator.workspace.hand_over import take_in
from facilitator.workspace.retention import erase_session, place_hold, release_hold
from facilitator.workspace.running_session import in_hand
from facilitator.workspace.shared.carry import carry
from facilitator.workspace.shared.erasure import erased_devices
from facilitator.workspace.shared.inviting import invite
from facilitator.workspace.shared.join import join
from tests.workspace.shared.devices import Devices
from tests.workspace.shared.test_membership import in_the_folder

SECRETS = (b"Robin", b"Reyes", b"a secret of Ann's", b"a secret of Bo's", b"Chen")


@pytest.fixture
def shared(devices: Devices):
    """Ann, who leads, and Bo: each has left with a note and an export."""
    ann = devices.open(devices.host)
    guest, _ = devices.joined("bo", "bo")
    bo = devices.open(guest)
    ann.conductor.submit("a secret of Ann's")
    bo.conductor.submit("a secret of Bo's")
    devices.agree(ann, bo)
    devices.leave()
    return devices, guest


def left(root: Path) -> list[str]:
    """The files of a device in which a word of it is left."""
    return [
        str(path)
        for path in root.rglob("*")
        if path.is_file() and (any(word in path.read_bytes() for word in SECRETS) or "small" in path.name)
    ]


def said(workspace, session) -> dict[str, LastWord | None]:
    return {one.letter: one.said for one in erased_devices(workspace, session)}


def hears(workspace, session) -> None:
    """The device is used, for whatever, and so it hears what there is in the folder."""
    with in_hand(workspace, session):
        pass


def test_each_device_that_hears_of_it_erases_it_and_says_so(shared):
    devices, guest = shared
    assert left(guest.home.root)
    erase_session(devices.host, devices.session)
    assert left(devices.host.home.root) == []
    assert said(devices.host, devices.session) == {"a": LastWord.ERASED, "b": None}
    hears(guest, devices.session)
    assert left(guest.home.root) == []
    assert "was erased by its lead" in guest.notices[f"erased {devices.session}"]
    assert said(devices.host, devices.session) == {"a": LastWord.ERASED, "b": LastWord.ERASED}
    assert said(guest, devices.session)["b"] is LastWord.ERASED


def test_what_lies_in_the_folder_goes_too(shared):
    devices, guest = shared
    place = devices.keys(devices.host).place
    assert in_the_folder(devices)
    erase_session(devices.host, devices.session)
    assert not list(place.glob("*.box*"))
    hears(guest, devices.session)
    assert not list(place.glob("*.box*"))
    assert {path.name.split(".")[1] for path in place.iterdir()} == {"erase", "erased"}


def test_whoever_has_it_open_is_told_and_it_goes_when_they_leave(shared):
    devices, guest = shared
    bo = devices.open(guest)
    erase_session(devices.host, devices.session)
    devices.until(lambda: bool(bo.shared.told))
    assert bo.shared.told == ["Ann Lee has erased this interview on every device: here it goes as soon as you leave."]
    bo.conductor.submit("typed since")
    devices.leave()
    assert left(guest.home.root) == []
    assert guest.home.session_ids() == []


def test_only_the_lead_erases_everywhere(shared):
    devices, guest = shared
    erase_session(guest, devices.session)
    hears(devices.host, devices.session)
    assert devices.host.home.session_ids() == [devices.session]
    assert "the other devices keep it" in guest.notices[f"shared {devices.session}"]


def test_a_word_that_isnt_the_leads_erases_nothing(shared):
    from facilitator.conducting.sealing.leaving.last_word import panel_hash, spoken_by

    devices, guest = shared
    keys = devices.keys(guest)
    forged = spoken_by(keys.sign_key, LastWord.ERASE, panel_hash(keys.panel))
    theirs = Boxes(keys.place, keys.device)
    theirs.put(LastWord.ERASE, forged)
    hears(devices.host, devices.session)
    for junk in (b"", b"x" * 96, bytes(200_000)):
        theirs.put(LastWord.ERASE, junk)
        hears(devices.host, devices.session)
    assert devices.host.home.session_ids() == [devices.session]


def test_a_hold_keeps_it_and_says_so_until_it_is_released(shared):
    devices, guest = shared
    place_hold(guest, devices.session, "a complaint")
    erase_session(devices.host, devices.session)
    with in_hand(guest, devices.session) as bo:
        assert bo.shared is not None
        told = bo.shared.told[-1]
    assert told == "Ann Lee has erased this interview. Here it is on hold: nothing of it is erased."
    assert guest.home.session_ids() == [devices.session]
    assert said(devices.host, devices.session)["b"] is LastWord.HELD
    release_hold(guest, devices.session)
    hears(guest, devices.session)
    assert left(guest.home.root) == []
    assert said(devices.host, devices.session)["b"] is LastWord.ERASED


def test_a_hold_on_the_leads_own_device_stops_all_of_it(shared):
    devices, guest = shared
    place_hold(devices.host, devices.session, "a complaint")
    with pytest.raises(StorageError, match="on hold"):
        erase_session(devices.host, devices.session)
    hears(guest, devices.session)
    assert guest.home.session_ids() == [devices.session]


def test_a_stale_device_resurrects_nothing(shared):
    devices, guest = shared
    stale = devices.root / "backup"
    import shutil

    shutil.copytree(guest.home.root, stale)
    erase_session(devices.host, devices.session)
    hears(guest, devices.session)
    again = devices.workspace("backup")
    hears(again, devices.session)
    assert left(stale) == []
    assert left(devices.host.home.root) == left(guest.home.root) == []


def test_no_export_and_no_journal_brings_it_back(shared, tmp_path):
    from facilitator.domain.debrief.debrief import debrief

    devices, guest = shared
    export, journal = tmp_path / "export.json", tmp_path / "copy.journal"
    value = debrief(*guest.read(devices.session))
    save_all(guest, value, ("json",), guest.events(devices.session))
    [written] = guest.home.debriefs.glob("*.json")
    export.write_bytes(written.read_bytes())
    journal.write_bytes(guest.home.path(devices.session, "journal").read_bytes())
    erase_session(devices.host, devices.session)
    for file in (export, journal):
        with pytest.raises(WasErased, match="isn't taken in again"):
            take_in(devices.host, file)
    assert left(devices.host.home.root) == []


def test_no_invite_brings_it_back(shared):
    devices, guest = shared
    made = invite(guest, devices.session, "ann")
    erase_session(devices.host, devices.session)
    with pytest.raises(WasErased):
        join(devices.host, made, devices.folder, lambda why: None)


def test_a_stick_brings_the_word_and_nothing_back(shared, tmp_path):
    devices, guest = shared
    stick = tmp_path / "panel.carry"
    carry(guest, devices.session, stick)
    devices.folder.rename(devices.root / "gone")
    erase_session(devices.host, devices.session)
    assert carry(devices.host, devices.session, stick).was_erased
    assert devices.host.home.session_ids() == []
    assert stick.stat().st_size < 1000
    assert carry(guest, devices.session, stick).was_erased
    assert left(guest.home.root) == []
    assert said(devices.host, devices.session)["b"] is None
    carry(devices.host, devices.session, stick)
    assert said(devices.host, devices.session) == {"a": LastWord.ERASED, "b": LastWord.ERASED}


def test_a_hold_is_told_by_stick_as_well(shared, tmp_path):
    devices, guest = shared
    stick = tmp_path / "panel.carry"
    place_hold(guest, devices.session, "a complaint")
    devices.folder.rename(devices.root / "gone")
    erase_session(devices.host, devices.session)
    carry(devices.host, devices.session, stick)
    assert not carry(guest, devices.session, stick).was_erased
    assert guest.home.session_ids() == [devices.session]
    carry(devices.host, devices.session, stick)
    assert said(devices.host, devices.session)["b"] is LastWord.HELD
    with pytest.raises(WrongRequest):
        carry(devices.host, devices.session, _something_else(tmp_path))


def _something_else(folder: Path) -> Path:
    path = folder / "thesis"
    path.write_bytes(b"years of work")
    return path


def test_an_erasure_that_was_killed_is_finished_and_told(shared, monkeypatch):
    devices, guest = shared
    sync_folder = durable.sync_folder

    def killed(path: Path) -> None:
        if path == devices.host.home.sessions:
            raise KeyboardInterrupt
        sync_folder(path)

    monkeypatch.setattr(durable, "sync_folder", killed)
    with pytest.raises(KeyboardInterrupt):
        erase_session(devices.host, devices.session)
    monkeypatch.undo()
    devices.host.finish_what_was_begun()
    hears(guest, devices.session)
    assert left(guest.home.root) == left(devices.host.home.root) == []


def test_a_folder_that_isnt_there_is_told_and_the_word_is_said_later(shared):
    devices, guest = shared
    away = devices.root / "away"
    devices.folder.rename(away)
    erase_session(devices.host, devices.session)
    assert "The others don't know yet" in devices.host.notices["erased"]
    away.rename(devices.folder)
    assert said(devices.host, devices.session)["b"] is None
    hears(guest, devices.session)
    assert left(guest.home.root) == []
