"""What a device keeps to itself: sealed on recording, opened on its own device at once, elsewhere with its key."""

from base64 import b64decode

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from facilitator.conducting.reading import read
from facilitator.conducting.sealing.own_notes import BLOCK_BYTES, NotLeft, OwnNotes, key_left, left
from facilitator.domain.facts.event import Event
from facilitator.domain.facts.kinds.notes import FactSealed, NoteShown, NotesOpened, NoteTaken
from facilitator.domain.facts.kinds.ratings import ScorecardsOpened
from facilitator.domain.facts.kinds.running import SegmentStarted
from facilitator.domain.language.decision import Decision
from facilitator.domain.session.state import Session
from tests.conducting.packed_panels import PackedPanel
from tests.domain.session.panels import event

SECRET = "closed three of five"


@pytest.fixture
def panel() -> PackedPanel:
    panel = PackedPanel(keeps_notes=True)
    panel.join("bo")
    panel.host.type("/start")
    panel.exchange()
    return panel


def test_a_private_note_stands_in_every_journal_and_can_be_read_by_its_author_alone(panel: PackedPanel):
    ann, bo = panel.devices
    packet = bo.type(f"+ {SECRET} #craft")
    panel.exchange()
    assert bo.notes() == {"b1": f"{SECRET} #craft"}
    assert ann.notes() == {}
    assert SECRET.encode() not in packet.body
    assert packet in ann.packets
    assert [(one.panelist, one.label) for one in ann.session.sealed.values()] == [("bo", "b1")]
    assert not bo.session.sealed


def test_ratings_and_recommendations_are_private_too_also_where_notes_are_shared():
    panel = PackedPanel(keeps_notes=True, notes="shared")
    ann, bo = panel.host, panel.join("bo")
    ann.type("/start")
    panel.exchange()
    for line in (f"+ {SECRET} #craft", "/rate craft 2", "/recommend yes"):
        bo.type(line)
    panel.exchange()
    assert ann.notes() == {"b1": f"{SECRET} #craft"}
    assert (ann.session.ratings, ann.session.recommendations) == ({}, {})
    assert (len(bo.session.ratings), len(bo.session.recommendations)) == (1, 1)
    assert [one.label for one in ann.session.sealed.values()] == ["", ""]


def test_once_the_cards_are_open_the_key_opens_all_of_it_where_it_belongs(panel: PackedPanel):
    ann, bo = panel.devices
    bo.type(f"+ {SECRET}")
    ann.type("mine")
    bo.type("/edit 1 reworded")
    bo.type("/rate craft 2 seen")
    bo.type("to be struck")
    bo.type("/strike 2")
    bo.type("to be taken back")
    bo.type("/undo")
    panel.exchange()
    ann.conductor.carry_out(Decision((ScorecardsOpened(reason="Cy is ill"),)))
    for device in panel.devices:
        device.conductor.carry_out(Decision((NotesOpened(key=device.own.own_key),)))
    panel.exchange()
    assert ann.session == bo.session
    assert ann.notes() == {"b1": "reworded", "a1": "mine"}
    assert not ann.session.sealed
    assert not any(note.private for note in bo.session.notes.values())
    assert not ann.session.changes_of_mind


def test_it_doesnt_matter_whether_keys_or_what_they_open_come_first(panel: PackedPanel):
    ann, bo = panel.devices
    bo.type(f"+ {SECRET}")
    bo.conductor.carry_out(Decision((NotesOpened(key=bo.own.own_key),)))
    for packets in (bo.packets, bo.packets[::-1]):
        history = read(packets)
        assert [note.text for note in history.session.notes.values()] == [SECRET]
    ann.conductor.receive([bo.packets[-1]])
    ann.conductor.receive(bo.packets)
    assert ann.notes() == {"b1": SECRET}


def test_a_single_note_is_shown_with_all_that_became_of_it(panel: PackedPanel):
    ann, bo = panel.devices
    bo.type(f"+ {SECRET} #craft")
    bo.type("another")
    bo.type("/edit 1 reworded")
    bo.type("/file 1 q1")
    bo.type("/edit 1 taken back")
    bo.type("/undo")
    bo.conductor.carry_out(Decision((NoteShown(note=next(iter(bo.session.notes))),)))
    panel.exchange()
    assert ann.notes() == {"b1": "reworded"}
    assert [note.question for note in ann.session.notes.values()] == ["aims"]
    assert [note.private for note in bo.session.notes.values()] == [False, True]
    assert SECRET.encode() not in b"".join(packet.body for packet in bo.packets)
    bo.type("/redo")
    panel.exchange()
    assert ann.notes() == {"b1": "taken back"}
    bo.type("/edit 1 for all to see")
    panel.exchange()
    assert ann.notes() == {"b1": "for all to see"}


def test_what_was_written_before_there_was_a_panel_is_everybodys_and_so_is_what_becomes_of_it():
    panel = PackedPanel(before="/start\nbefore", keeps_notes=True)
    ann, bo = panel.host, panel.join("bo")
    ann.type("/edit 1 reworded")
    ann.type("private")
    panel.exchange()
    assert bo.notes() == {"a1": "reworded"}


def test_whoever_starts_again_can_still_read_their_own(panel: PackedPanel):
    _, bo = panel.devices
    bo.type(SECRET)
    bo.start_again()
    assert bo.notes() == {"b1": SECRET}
    assert bo.session.notes[next(iter(bo.session.notes))].private


def test_boxes_are_filled_to_whole_blocks_and_the_same_bytes_each_time(panel: PackedPanel):
    _, bo = panel.devices
    sizes = set()
    for text in ("yes", "no, and here is at some length why not"):
        (recorded,) = bo.type(text).events
        assert isinstance(recorded.fact, FactSealed)
        sizes.add(len(b64decode(recorded.fact.box)))
        again = bo.own.sealed([recorded_as_read(bo.conductor.history.readable, recorded)], bo.session)
        assert again == (recorded,)
    assert sizes == {16 + BLOCK_BYTES}


def recorded_as_read(readable, recorded: Event) -> Event:
    found = next(one for one in readable if one.id == recorded.id)
    return Event(id=found.id, session="s", stamp=found.stamp, at=found.at, group=found.group, fact=found.fact)


def test_a_box_opens_in_its_own_place_only():
    own = OwnNotes("bo-1", bytes(32))
    taken = event("b", 30, NoteTaken(text=SECRET), by="bo")
    (sealed,) = own.sealed([taken], on_panel())
    assert isinstance(sealed.fact, FactSealed)
    box = sealed.fact.box
    assert own.opened(sealed, box, own.own_key, is_single=False) == taken.fact
    for other in (
        event("c", 30, sealed.fact, by="bo"),
        event("b", 30, sealed.fact, by="ann"),
    ):
        assert own.opened(other, box, own.own_key, is_single=False) is None
    wrong = OwnNotes("bo-1", bytes(31) + b"1").own_key
    for key in (wrong, "", "no base64!"):
        assert own.opened(sealed, box, key, is_single=False) is None
        assert own.opened(sealed, box, key, is_single=True) is None


def test_nothing_else_comes_out_of_a_box(monkeypatch: pytest.MonkeyPatch):
    """Whoever seals a command of the clock, to be found much later, has sealed nothing that counts."""
    own = OwnNotes("bo-1", bytes(32))
    monkeypatch.setattr("facilitator.conducting.sealing.own_notes.is_private", lambda *_: True)
    (sealed,) = own.sealed([event("b", 30, SegmentStarted(segment="two"), by="bo")], on_panel())
    assert isinstance(sealed.fact, FactSealed)
    assert own.opened(sealed, sealed.fact.box, own.own_key, is_single=False) is None


def test_what_would_act_on_a_terminal_is_taken_out_of_what_was_sealed():
    own = OwnNotes("bo-1", bytes(32))
    (sealed,) = own.sealed([event("b", 30, NoteTaken(text="red \x1b[31m"), by="bo")], on_panel())
    assert isinstance(sealed.fact, FactSealed)
    found = own.opened(sealed, sealed.fact.box, own.own_key, is_single=False)
    assert isinstance(found, NoteTaken)
    assert "\x1b" not in found.text


def on_panel() -> Session:
    from facilitator.domain.session.fold import fold
    from tests.domain.session.panels import PANEL

    return fold(PANEL)


def test_the_packets_of_others_hold_nothing_that_can_be_read(panel: PackedPanel):
    ann, bo = panel.devices
    for line in (f"- {SECRET}", "/rate craft 1 weak", "/recommend no", "/edit 1 weaker still"):
        bo.type(line)
    panel.exchange()
    kept = b"".join(packet.body for packet in ann.packets)
    for word in (SECRET, "weak", "recommendation", "CompetencyRated", "NoteEdited"):
        assert word.encode() not in kept
    assert msgspec.json.encode(ann.session.sealed.values()[0].panelist) == b'"bo"'


def test_a_note_key_that_was_left_is_read_with_the_hosts_private_key_alone():
    box_keys = X25519PrivateKey.generate(), X25519PrivateKey.generate()
    host, stranger = (key.private_bytes_raw() for key in box_keys)
    wrapped = left(bytes(32), "bo-1", box_keys[0].public_key().public_bytes_raw())
    assert key_left(wrapped, "bo-1", host) == OwnNotes("bo-1", bytes(32)).own_key
    for other in ((wrapped, "bo-1", stranger), (wrapped, "cy-1", host), ("", "bo-1", host), ("no base64!", "", host)):
        with pytest.raises(NotLeft):
            key_left(*other)
