"""What the commands about the candidate say, and why they refuse."""

import pytest

from tests.domain.language.answers import answer


@pytest.mark.parametrize(
    ("script", "at", "line", "said"),
    [
        ("", "1:00", "/with  Ilse   Brandt ", "With Ilse Brandt."),
        ("", "1:00", "/them Why us?", "Their question 1 is kept."),
        ("1:00 /them Why us?", "2:00", "/them And now?", "Their question 2 is kept."),
        ("1:00 /them Why us?", "2:00", "/answered 1", "Ann Lee answered their question 1."),
        ("1:00 /them Why us?", "2:00", "/answered 1 by bo", "Bo Ek answered their question 1."),
        ("1:00 /them Why us?", "2:00", "/owed 1 by bo", "Bo Ek owes an answer to question 1."),
    ],
)
def test_what_is_said_about_the_candidate(script: str, at: str, line: str, said: str):
    assert answer(script, at, line) == said
