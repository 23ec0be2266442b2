"""What is private on a panel: on its author's device as ever, nowhere else a byte of it, until the cards are open."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.domain.debrief.debrief import debrief
from facilitator.sharing.transports import folder
from facilitator.workspace.cards import open_sealed_cards, submit_card
from facilitator.workspace.exports import save_all
from facilitator.workspace.running_session import RunningSession, in_hand
from facilitator.workspace.workspace import Workspace
from tests.workspace.shared.devices import QUICKLY, Devices
from tests.workspace.shared.test_cards_on_two_devices import card

TYPED = "closed three of five"


@pytest.fixture
def devices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Devices]:
    monkeypatch.setattr(folder, "POLL_SECONDS", QUICKLY)
    with Devices(tmp_path, private=True) as devices:
        yield devices


@pytest.fixture
def guest(devices: Devices) -> Workspace:
    """Bo's device, on which something private was typed; the interview has ended on both."""
    ann = devices.open(devices.host)
    guest, _ = devices.joined("bo", "bo")
    bo = devices.open(guest)
    ann.conductor.submit("/start")
    devices.until(lambda: bo.conductor.session.is_running)
    ann.conductor.submit("Ann's own")
    for line in (f"+ {TYPED} #craft", "another", "/edit 1 weaker than I thought", "/rate craft 2", "/recommend no"):
        bo.conductor.submit(line)
    ann.conductor.submit("/end")
    devices.until(lambda: len(ann.conductor.packets) == len(bo.conductor.packets))
    assert texts(bo) == ["another", "weaker than I thought"]
    assert texts(ann) == ["Ann's own"]
    assert len(bo.conductor.session.ratings) == 1
    assert not ann.conductor.session.ratings
    devices.leave()
    return guest


def texts(running: RunningSession) -> list[str]:
    return sorted(note.text for note in running.conductor.session.notes.values())


def everything_in(folder: Path) -> bytes:
    return b"\n".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_nothing_of_it_can_be_read_from_another_devices_files_before_the_opening(devices, guest, tmp_path):
    ann, now = devices.host.read(devices.session)
    save_all(devices.host, debrief(ann, now), ("html", "json", "md"), devices.host.events(devices.session))
    devices.host.reindex()
    there = everything_in(tmp_path / "host") + everything_in(devices.folder)
    assert b"Ann's own" in there, "it would be found"
    for typed in (TYPED, "another", "weaker than", "craft: 2"):
        assert typed.encode() not in there


def test_once_both_cards_are_in_all_notes_stand_where_they_belong(devices, guest):
    submit_card(devices.host, devices.session, "ann", card(3))
    submit_card(guest, devices.session, "bo", card(4))
    for workspace in (devices.host, guest, devices.host):
        with in_hand(workspace, devices.session):
            pass
    sessions = []
    for workspace in (devices.host, guest):
        with in_hand(workspace, devices.session) as running:
            sessions.append(running.conductor.session)
    assert sessions[0] == sessions[1]
    assert {note.called: note.text for note in sessions[0].notes.values()} == {
        "a1": "Ann's own",
        "b1": "weaker than I thought",
        "b2": "another",
    }
    assert not sessions[0].sealed
    assert sessions[0].ratings["bo", "craft"].rating == 4


def test_whoever_hasnt_submitted_keeps_theirs_when_the_cards_are_opened_early(devices, guest):
    submit_card(devices.host, devices.session, "ann", card(3))
    open_sealed_cards(devices.host, devices.session, None, "Bo is late")
    with in_hand(guest, devices.session) as bo:
        assert texts(bo) == ["Ann's own", "another", "weaker than I thought"]
    with in_hand(devices.host, devices.session) as ann:
        assert texts(ann) == ["Ann's own"]
    submit_card(guest, devices.session, "bo", card(4))
    with in_hand(devices.host, devices.session) as ann:
        assert texts(ann) == ["Ann's own", "another", "weaker than I thought"]


def test_its_author_reads_it_on_their_own_device_also_while_the_session_isnt_open(devices, guest):
    bo, _ = guest.read(devices.session)
    assert sorted(note.text for note in bo.notes.values()) == ["another", "weaker than I thought"]
    assert any(TYPED.encode() in repr(event.fact).encode() for event in guest.events(devices.session))


def test_the_key_is_left_with_the_host_unless_that_isnt_wanted(devices, guest):
    ann, _ = devices.host.read(devices.session)
    assert list(ann.note_keys_left) == [devices.keys(guest).device]
