"""Which note is meant, where it is to belong, and what is offered for either."""

import pytest

from facilitator.domain.language.note_arguments import ERASABLE, NOTE, WHERE
from tests.domain.interviews import Room
from tests.domain.language.answers import PLAN, answer


def test_notes_are_offered_from_the_last():
    here = Room(PLAN, "0:00 one\n0:01 two").conductor.situation()
    assert [(choice.text, choice.meaning) for choice in NOTE.choices(here)] == [("2", "two"), ("1", "one")]
    assert list(NOTE.choices(Room(PLAN).conductor.situation())) == []


def test_where_a_note_could_belong():
    offered = [choice.text for choice in WHERE.choices(Room(PLAN).conductor.situation())]
    assert offered == ["q1", "q2", "q3", "#craft", "#people", "1", "2", "3", "4", "5"]


@pytest.mark.parametrize(
    ("script", "at", "line", "said"),
    [
        ("", "1:00", "/edit 1 x", "There are no notes yet: type one, and Enter keeps it."),
        ("0:10 + first #craft\n0:20 second", "1:00", "/edit 3 x", "There is no note 3: the last is 2."),
        ("0:10 + first #craft\n0:20 second", "1:00", "/file 1 q2", "Note 1 belongs to q2."),
        ("0:10 + first #craft\n0:20 second", "1:00", "/file 1 2", "Note 1 belongs to “Talk”."),
        ("0:10 + first #craft\n0:20 second", "1:00", "/file 1 #people", "Note 1 belongs to People."),
        ("0:10 + first #craft\n0:20 second", "1:00", "/file 1 q2 #people", "Note 1 belongs to q2 and People."),
        ("0:10 + first #craft\n0:20 second", "1:00", "/file 1 3 #people", "Note 1 belongs to “Break” and People."),
        (
            "0:10 + first #craft\n0:20 second",
            "1:00",
            "/file 1 q1 2",
            "A question has its own segment: name only one of the two.",
        ),
        (
            "0:10 + first #craft\n0:20 second",
            "1:00",
            "/file 1",
            "Where does it belong? q3 is a question, 3 a segment, #name a competency.",
        ),
        ("0:10 + first #craft\n0:20 second", "1:00", "/file 1 slip", "Note 1 belongs to q2."),
        ("0:10 + first #craft\n0:20 second", "1:00", "/file 1 Q3", "Note 1 belongs to q3."),
        ("0:10 + first #craft\n0:20 second", "1:00", "/strike", "Which note? Give its number: 7 or n7."),
        (
            "0:10 + first #craft\n0:20 second",
            "1:00",
            "/strike x",
            "“x” is not a note. Give its number: 7 or n7.",
        ),
        ("0:10 + first #craft\n0:20 second", "1:00", "/strike ｎ１", "Note 1 is struck. /undo brings it back."),
        ("0:10 + first #craft\n0:20 second", "1:00", "/strike 9", "There is no note 9: the last is 2."),
        ("0:10 + first #craft\n0:20 second\n0:30 /strike 1", "1:00", "/strike 1", "Note 1 was struck."),
        (
            "0:10 + first #craft\n0:20 second\n0:30 /strike 1",
            "1:00",
            "/strike 3",
            "There is no note 3: the last is 2.",
        ),
        ("", "1:00", "/strike 1", "There are no notes yet: type one, and Enter keeps it."),
        ("0:10 + first #craft\n0:20 second", "1:00", "/strike 0", "There is no note 0: the last is 2."),
        (
            "0:10 + first #craft\n0:20 second",
            "1:00",
            "/file 1 #nothing",
            "There is no competency “nothing”. Choose from craft, people.",
        ),
    ],
)
def test_it_is_understood_or_refused_with_what_to_write_instead(script: str, at: str, line: str, said: str):
    assert answer(script, at, line) == said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        # Of a very long number the first nine digits are looked at.
        ("/strike 123456789", "There is no note 123456789: the last is 2."),
        ("/strike 1234567890", "There is no note 123456789: the last is 2."),
        ("/file 1 x3", "There is no segment “x3”. Write its number, 1–5, or how it begins."),
        ("/file 1 quiz", "There is no segment “quiz”. Write its number, 1–5, or how it begins."),
    ],
)
def test_what_is_neither_a_note_nor_a_place_is_refused(line: str, said: str):
    assert answer("0:10 + first #craft\n0:20 second", "1:00", line) == said


def test_what_was_undone_is_offered_to_be_erased():
    here = Room(PLAN, "0:00 one\n0:01 two\n0:02 /undo\n0:03 three\n0:04 /undo").conductor.situation()
    assert [(choice.text, choice.meaning) for choice in ERASABLE.choices(here)] == [
        ("1", "one"),
        ("undone", "three; two"),
    ]
