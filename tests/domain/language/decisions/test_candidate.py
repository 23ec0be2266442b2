"""What the commands about the candidate say, and why they refuse."""

import pytest

from tests.domain.interviews import Room
from tests.domain.language.answers import PLAN, answer


@pytest.mark.parametrize(
    ("script", "at", "line", "said"),
    [
        ("", "1:00", "/with  Ilse   Brandt ", "With Ilse Brandt."),
        ("", "1:00", "/them Why us?", "Their question is kept as t1."),
        ("1:00 /them Why us?", "2:00", "/them And now?", "Their question is kept as t2."),
        ("1:00 /them Why us?", "2:00", "/answered 1", "Ann Lee answered their question t1."),
        ("1:00 /them Why us?", "2:00", "/answered 1 by bo", "Bo Ek answered their question t1."),
        ("1:00 /them Why us?", "2:00", "/owed 1 by bo", "Bo Ek owes an answer to their question t1."),
        (
            "1:00 /them Why us?",
            "2:00",
            "/owed t1 by bo until 9am",
            "Bo Ek owes an answer to their question t1 by Wednesday, 2 December, 09:00.",
        ),
        (
            "1:00 /them Why us?",
            "2:00",
            "/owed 1 bo by yesterday",
            "Bo Ek owes an answer to their question t1 by yesterday (not a date, so no reminder).",
        ),
        (
            "1:00 /them Why us?",
            "2:00",
            "/owed 1 bo by 2026-11-30",
            "2026-11-30 is in the past: write a later day, such as friday, 12 March, 3d or 24h.",
        ),
        ("1:00 /them Why us?", "2:00", "/edit t1 Why me?", "Their question t1 is changed."),
        ("1:00 /them Why us?", "2:00", "/strike T1", "Their question t1 is struck. /undo brings it back."),
        (
            "1:00 /them Why us?\n1:10 /strike t1",
            "2:00",
            "/answered t1",
            "Their question t1 was struck. /undo brings it back.",
        ),
        ("1:00 /them Why us?\n1:10 /strike t1", "2:00", "/them And now?", "Their question is kept as t2."),
        ("1:00 a note", "2:00", "/strike t1", "They haven't asked anything yet: /them keeps a question of theirs."),
        (
            "1:00 /them Why us?",
            "2:00",
            "/drop t1",
            "t1 is their question: /answered t1 settles it, /strike t1 removes it.",
        ),
    ],
)
def test_what_is_said_about_the_candidate(script: str, at: str, line: str, said: str):
    assert answer(script, at, line) == said


THEIR_TIME = "0:00 /start\n1:00 /goto 4\n2:00 /them Why us?"


def test_while_they_ask_a_number_that_both_sides_have_acts_on_neither():
    for line in ("/drop 1", "/cover 1", "/ask 1"):
        assert answer(THEIR_TIME, "3:00", line) == "Your question 1 is q1, theirs is t1: say which."
    assert answer(THEIR_TIME, "3:00", "/drop q1") == "q1 is dropped (Bo Ek). It was a must-ask."
    assert answer(THEIR_TIME, "3:00", "/drop 2") == "q2 is dropped (Ann Lee)."
    assert answer("0:00 /start\n1:00 /them Why us?", "3:00", "/drop 1") == "q1 is dropped (Bo Ek). It was a must-ask."


def test_their_questions_keep_their_numbers():
    room = Room(PLAN, "1:00 /them A\n1:10 /them B\n1:20 /strike t1\n1:30 /them C\n1:40 /edit t2 b")
    assert [(item.number, item.text) for item in room.session.candidate_questions] == [(2, "b"), (3, "C")]
    room.play("2:00 /undo\n2:10 /undo\n2:20 /undo")
    assert [(item.number, item.text) for item in room.session.candidate_questions] == [(1, "A"), (2, "B")]
