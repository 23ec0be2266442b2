"""What devices and their notes are called."""

from itertools import islice

from facilitator.domain.facts.kinds.candidate import CandidateAsked
from facilitator.domain.facts.kinds.notes import NoteErased, NoteTaken
from facilitator.domain.facts.kinds.panel import DeviceAdmitted
from facilitator.domain.facts.kinds.session import Revoked
from facilitator.domain.session.fold import fold
from facilitator.domain.session.numbering import LETTERS, letter_of, next_letter, next_number
from tests.domain.interviews import Room
from tests.domain.session.panels import HOSTED, OPENED, PANEL, PLAN, event


def labels(*events) -> list[str]:
    session = fold(events)
    return [note.label for note in session.notes.values()]


def test_alone_it_is_the_plain_next_number():
    room = Room(PLAN, "0:01 one\n0:02 two\n0:03 /strike 1\n0:04 three\n0:05 /them Why?")
    assert [note.called for note in room.session.notes.values()] == ["n2", "n3"]
    assert room.session.candidate_questions[0].label == "1"
    assert next_number(room.session, "n", "laptop") == 0
    assert letter_of(room.session, "laptop") == ""


def test_no_letter_can_be_mistaken_for_a_sign():
    assert {"n", "q", "t"}.isdisjoint(LETTERS)


def test_each_device_counts_for_itself():
    notes = [
        event(f"n{ms}", ms, NoteTaken(text="x", number=number), by)
        for ms, number, by in ((20, 1, "bo"), (21, 1, "ann"), (22, 2, "bo"), (23, 1, "cy"), (24, 2, "ann"))
    ]
    assert labels(*PANEL, *notes) == ["b1", "a1", "b2", "c1", "a2"]
    session = fold((*PANEL, *notes))
    assert [next_number(session, "n", f"{name}-1") for name in ("ann", "bo", "cy")] == [3, 3, 2]
    assert next_number(session, "t", "bo-1") == 1


def test_a_note_that_was_taken_back_moves_no_other():
    notes = [event(f"n{number}", 20 + number, NoteTaken(text="x", number=number), "bo") for number in (1, 2, 3)]
    assert labels(*PANEL, *notes, event("u", 30, Revoked(group="n2"), "bo")) == ["b1", "b3"]


def test_a_note_that_was_taken_back_comes_back_under_its_label():
    one, other = (
        event("x", 20, NoteTaken(text="x", number=1), "bo"),
        event("y", 40, NoteTaken(text="y", number=2), "bo"),
    )
    undone = event("u", 30, Revoked(group="x"), "bo")
    assert next_number(fold((*PANEL, one, undone)), "n", "bo-1") == 2
    assert labels(*PANEL, one, undone, other) == ["b2"]
    assert labels(*PANEL, one, undone, other, event("v", 50, Revoked(group="u"), "bo")) == ["b1", "b2"]


def test_a_number_that_was_given_before_moves_on():
    """By a device that was restored from a backup."""
    twice = [event(name, ms, NoteTaken(text="x", number=1), "bo") for name, ms in (("x", 20), ("y", 21))]
    assert labels(*PANEL, *twice) == ["b1", "b2"]


def test_what_was_there_before_the_panel_is_the_hosts():
    before = [event("m", 1, NoteTaken(text="x"), "bo", device="laptop"), event("t", 2, CandidateAsked(text="Why?"))]
    after = event("n", 20, NoteTaken(text="x", number=2))
    session = fold((OPENED, *before, HOSTED, after))
    assert [note.called for note in session.notes.values()] == ["a1", "a2"]
    assert session.candidate_questions[0].label == "a1"
    assert [next_number(session, sign, "ann-1") for sign in ("n", "t", "q")] == [3, 2, 1]


def test_what_was_erased_before_the_panel_is_called_by_the_hosts_letter_too():
    left, after = event("m", 2, NoteTaken(text="x")), event("n", 20, NoteTaken(text="x", number=3))
    erased = event("x", 3, NoteErased(note="l", label="1", number=1))
    session = fold((OPENED, left, erased, HOSTED, after))
    assert [(one.id, one.called) for one in session.erased.values()] == [("l", "a1")]
    assert [note.called for note in session.notes.values()] == ["a2", "a3"]


def test_letters_are_given_in_turn_and_never_twice():
    events = [OPENED, HOSTED]
    for number in range(2, 60):
        letter = next_letter(fold(events), "ann-1")
        events.append(event(f"j{number}", 20 + number, DeviceAdmitted(device=f"d{number}", seat="bo", letter=letter)))
    given = [device.letter for device in fold(events).devices.values()]
    assert given[:4] == ["a", "b", "c", "d"]
    assert given[20:25] == ["x", "y", "z", "aa", "ab"]
    assert len(set(given)) == len(given)


def test_another_device_that_admits_begins_with_its_own():
    assert next_letter(fold(PANEL), "bo-1") == "ba"
    assert next_letter(fold(PANEL), "ann-1") == "e"


def test_a_letter_that_is_taken_or_can_be_none_is_replaced():
    for wanted in ("a", "", "n", "B", "7"):
        session = fold((OPENED, HOSTED, event("j", 20, DeviceAdmitted(device="bo-1", seat="bo", letter=wanted))))
        assert letter_of(session, "bo-1") == "b", wanted


def test_the_same_device_is_admitted_once():
    again = event("j", 20, DeviceAdmitted(device="bo-1", seat="bo", letter="x"))
    assert [device.letter for device in islice(fold((*PANEL, again)).devices.values(), 2)] == ["a", "b"]
