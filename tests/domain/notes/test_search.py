"""A search finds the notes that have every word, and those that belong to what it names."""

import pytest

from facilitator.domain.notes.search import search_notes
from tests.domain.interviews import Room, agenda, ask, part

PLAN = agenda(
    part("One", "5m", questions=[ask("deals", competency="craft", owner="ann")]),
    part("Two", "5m", questions=[ask("team", competency="people", owner="bo")]),
)


@pytest.fixture(scope="module")
def room() -> Room:
    room = Room(PLAN, "0:00 /start\n0:10 + three Deals #craft\n0:20 /ask 1\n0:30 so so\n0:40 /cover 1")
    room.conductor.submit("quiet", by="bo")
    return room.play("0:50 he asked @bo for 3 Größen")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("deals", [1]),
        ("DEALS three", [1]),
        ("deals quiet", []),
        ("eal", [1]),
        ("GRÖSSEN", [4]),
        ("#craft", [1, 2]),
        ("#CRAFT", [1, 2]),
        ("#craft so", [2]),
        ("#people", []),
        ("@bo", [3, 4]),
        ("@ann", [1, 2, 4]),
        ("q1", [2]),
        ("q2", []),
        ("qu", [3]),
        ("+", [1]),
        ("-", []),
        ("n2", [2]),
        ("n9", []),
        ("nothing", []),
        ("", []),
        ("  ", []),
    ],
)
def test_notes_are_found(room: Room, words: str, found: list[int]):
    assert [note.number for note in search_notes(room.session, words)] == found


def test_who_came_later_is_found_by_their_id():
    room = Room(PLAN, "0:00 /arrived Dana Roth\n0:10 dana> hello\n0:20 ask @dana")
    assert [note.number for note in search_notes(room.session, "@dana")] == [1, 2]


def test_a_struck_note_is_not_found():
    room = Room(PLAN, "0:10 first\n0:20 first again\n0:30 /strike 1")
    assert [note.number for note in search_notes(room.session, "first")] == [2]
