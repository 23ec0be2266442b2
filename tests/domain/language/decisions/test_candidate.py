"""What the commands about the candidate say, and why they refuse."""

import pytest

from tests.domain.language.answers import answer


@pytest.mark.parametrize(
    ("script", "at", "line", "said"),
    [
        ("", "1:00", "/with  Ilse   Brandt ", "With Ilse Brandt."),
        ("", "1:00", "/with", "Some words are missing after the command."),
        ("", "1:00", "/them Why us?", "Their question 1 is kept."),
        ("1:00 /them Why us?", "2:00", "/them And now?", "Their question 2 is kept."),
        ("1:00 /them Why us?", "2:00", "/answered 1", "Ann Lee answered their question 1."),
        ("1:00 /them Why us?", "2:00", "/answered 1 by bo", "Bo Ek answered their question 1."),
        ("1:00 /them Why us?", "2:00", "/answered 2", "Which of their questions? They go from 1 to 1."),
        ("1:00 /them Why us?", "2:00", "/answered 0", "Which of their questions? They go from 1 to 1."),
        ("1:00 /them Why us?", "2:00", "/answered", "Which of their questions? They go from 1 to 1."),
        ("1:00 /them Why us?", "2:00", "/owed 1 by bo", "Bo Ek owes an answer to question 1."),
        (
            "1:00 /them Why us?",
            "2:00",
            "/owed 1 bo until friday",
            "Bo Ek owes an answer to question 1 until 2026-12-04.",
        ),
        ("1:00 /them Why us?", "2:00", "/owed 1 by bo by 3d", "Bo Ek owes an answer to question 1 until 2026-12-04."),
        (
            "1:00 /them Why us?",
            "2:00",
            "/owed 1 bo until 2026-02-30",
            "There is no 2026-02-30: write a date like 2026-12-04, a weekday, or 3d.",
        ),
        ("1:00 /them Why us?", "2:00", "/owed 1 bo when I can", "Bo Ek owes an answer to question 1 until when I can."),
        ("1:00 /them Why us?", "2:00", "/owed 1", "Which panelist? For example: /handoff 3 cfo"),
    ],
)
def test_what_is_said_about_the_candidate(script: str, at: str, line: str, said: str):
    assert answer(script, at, line) == said
