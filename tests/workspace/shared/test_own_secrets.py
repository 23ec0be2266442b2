"""What is private on a panel: on its author's device as ever, nowhere else a byte of it, until the cards are open."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.facts.kinds.notes import NotesOpened
from facilitator.domain.language.decision import Refusal
from facilitator.sharing.transports import folder
from facilitator.workspace.cards import open_left_notes, open_sealed_cards, submit_card
from facilitator.workspace.errors import WrongRequest
from facilitator.workspace.exports import save_all
from facilitator.workspace.running_session import RunningSession, in_hand
from facilitator.workspace.shared.inviting import invite
from facilitator.workspace.shared.join import join
from facilitator.workspace.shared.share import share
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
    distrusting, invited = devices.workspace("cy"), invite(devices.host, devices.session, "bo")
    devices.open(devices.host)
    devices.while_it_runs(lambda: join(distrusting, invited, devices.folder, lambda why: None, leaves_note_key=False))
    devices.open(distrusting).conductor.submit("for nobody but me")
    devices.leave()
    with in_hand(devices.host, devices.session) as running:
        assert list(running.conductor.session.note_keys_left) == [devices.keys(guest).device]


def test_a_host_that_takes_no_keys_says_so_and_gets_none(tmp_path, monkeypatch):
    monkeypatch.setattr(folder, "POLL_SECONDS", QUICKLY)
    with Devices(tmp_path, private=True) as devices:
        share(devices.host, devices.session, devices.folder, takes_note_keys=False)
        ann = devices.open(devices.host)
        guest, _ = devices.joined("bo", "bo")
        bo = devices.open(guest)
        bo.conductor.submit("for nobody but me")
        devices.until(lambda: len(ann.conductor.packets) == len(bo.conductor.packets))
        assert ann.conductor.session.note_keys_left == {devices.keys(devices.host).device: ""}
        devices.leave()
        with pytest.raises(WrongRequest, match="left no key with this device"):
            open_left_notes(devices.host, devices.session, "bo", "his laptop was stolen")


def test_of_a_lost_device_the_host_opens_what_it_had_sent_and_says_why(devices, guest):
    shutil.rmtree(guest.home.root)
    done = open_left_notes(devices.host, devices.session, "bo", "his laptop was stolen")
    assert done.kept
    with in_hand(devices.host, devices.session) as ann:
        assert texts(ann) == ["Ann's own", "another", "weaker than I thought"]
        (opened,) = [one.fact for one in ann.conductor.events if isinstance(one.fact, NotesOpened)]
    assert (opened.reason, opened.device) != ("", "")


@pytest.mark.parametrize(
    ("who", "reason", "why"),
    [("bo", " ", "Say why"), ("ann", "curious", "Nothing of “ann” is sealed"), ("xy", "curious", "Nothing of “xy”")],
)
def test_without_a_reason_or_anything_sealed_nothing_is_opened(devices, guest, who, reason, why):
    with pytest.raises(WrongRequest, match=why):
        open_left_notes(devices.host, devices.session, who, reason)


def test_only_the_host_has_the_keys_that_were_left(devices, guest):
    with pytest.raises(WrongRequest, match="left no key"):
        open_left_notes(guest, devices.session, "ann", "curious")


def test_a_note_that_is_shown_can_be_read_by_all_and_the_others_stay(devices, guest):
    with in_hand(guest, devices.session) as bo:
        assert bo.conductor.submit("/show 2").said == "The panel can read note b2 now."
        with pytest.raises(Refusal, match="Everybody here can already read note b2"):
            bo.conductor.submit("/show 2")
    with in_hand(devices.host, devices.session) as ann:
        assert texts(ann) == ["Ann's own", "another"]
        with pytest.raises(Refusal, match="keeps note b1 to themselves for now"):
            ann.conductor.submit("/show b1")
        with pytest.raises(Refusal, match="Everybody here can already read note b2"):
            ann.conductor.submit("/show b2")
