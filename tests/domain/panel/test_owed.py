"""What is owed to the candidate, in the order in which it is due."""

from datetime import date

import pytest

from facilitator.domain.panel.owed import is_overdue, owed_answers
from tests.domain.interviews import Room, agenda, part

PLAN = agenda(part("Talk", "10m"))


def due(*said: str) -> list[str]:
    """When each of the answers is due that were promised with these words, as they are listed."""
    asked = [f"1:00 /them Question {number}" for number in range(len(said))]
    promised = [f"2:00 /owed {number} bo {words}" for number, words in enumerate(said, 1)]
    return [item.due for item in owed_answers(Room(PLAN, "\n".join(asked + promised)).session)]


def test_dates_come_first_then_other_words_and_what_is_due_at_no_time_last():
    assert due("", "until the board meets", "until 2026-12-24", "until tomorrow") == [
        "2026-12-02",
        "2026-12-24",
        "the board meets",
        "",
    ]
    assert due("until 2026-12-24", "until 2026-12-03", "", "until a word") == [
        "2026-12-03",
        "2026-12-24",
        "a word",
        "",
    ]


def test_what_is_due_at_the_same_time_stays_in_the_order_of_asking():
    room = Room(PLAN, "1:00 /them A\n1:10 /them B\n1:20 /them C\n2:00 /owed 3 bo\n2:10 /owed 2 bo\n2:20 /owed 1 bo")
    assert [item.text for item in owed_answers(room.session)] == ["A", "B", "C"]


def test_what_was_only_asked_or_is_answered_is_not_owed():
    room = Room(PLAN, "1:00 /them A\n1:10 /them B\n1:20 /them C\n2:00 /owed 2 bo\n2:10 /answered 3")
    assert [item.text for item in owed_answers(room.session)] == ["B"]


@pytest.mark.parametrize(
    ("said", "overdue"),
    [
        ("2026-11-30", True),
        ("2026-12-01", False),
        ("2026-12-02", False),
        ("soon", False),
        ("", False),
        ("2026-11-30 17:00", True),
        ("2026-12-01 09:00", False),
    ],
)
def test_a_date_is_overdue_on_the_day_after_it(said: str, overdue: bool):
    assert is_overdue(said, date(2026, 12, 1)) is overdue
