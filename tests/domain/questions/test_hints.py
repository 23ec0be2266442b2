"""What the lead could say or ask now."""

import pytest

from facilitator.domain.questions.hints import question_at_hand, question_to_show, segue
from tests.domain.interviews import Room, agenda, ask, part

PLAN = agenda(
    part("Opening", "5m", questions=[ask("aims"), ask("why")]),
    part("Talk", "90s", lead="bo", questions=[ask("slip")]),
    part("Break", "3m", say="Let us stop for a moment."),
    part("Theirs", "1h30m", lead="bo", say="Now you."),
    part("Closing", "4m"),
)


@pytest.mark.parametrize(
    ("script", "at_hand", "shown"),
    [
        ("", None, "aims"),
        ("0:00 /start", None, "aims"),
        ("0:00 /start\n1:00 /ask 2", "why", "why"),
        ("0:00 /start\n1:00 /partly 2", "why", "why"),
        ("0:00 /start\n1:00 /ask 1\n2:00 /ask 2", "why", "why"),
        ("0:00 /start\n1:00 /ask 2\n2:00 /cover 2", None, "aims"),
        ("0:00 /start\n1:00 /ask 2\n2:00 /drop 2", None, "aims"),
        ("0:00 /start\n1:00 /ask 1\n1:30 /ask 2\n2:00 /cover 1", "why", "why"),
        ("0:00 /start\n1:00 /ask 2\n2:00 /next", None, "slip"),
        ("0:00 /start\n1:00 /ask 2\n2:00 /end", None, None),
        ("0:00 /ask 2", None, "aims"),
    ],
)
def test_the_question_at_hand_or_else_the_next(script: str, at_hand: str | None, shown: str | None):
    room = Room(PLAN, script)
    now = room.at("4:00")
    found, suggested = question_at_hand(room.session, now), question_to_show(room.session, now)
    assert (found and found.id) == at_hand
    assert (suggested and suggested.id) == shown


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("", ""),
        ("0:00 /start", "“Thank you. With an eye on the time, over to Bo Ek for “Talk”, 90 seconds.”"),
        ("0:00 /start\n1:00 /next", "“Let us stop for a moment.”"),
        ("0:00 /start" + "\n1:00 /next" * 2, "Bo Ek: “Now you.”"),
        (
            "0:00 /start" + "\n1:00 /next" * 3,
            "“Thank you. With an eye on the time, let's move on to “Closing”, 4 minutes.”",
        ),
        ("0:00 /start" + "\n1:00 /next" * 4, ""),
        ("0:00 /start\n1:00 /goto 5", "“Thank you. With an eye on the time, over to Bo Ek for “Talk”, 90 seconds.”"),
        ("0:00 /start\n1:00 /end", ""),
        ("0:00 /start\n1:00 /skip 2", "“Let us stop for a moment.”"),
    ],
)
def test_a_sentence_that_hands_over(script: str, said: str):
    assert segue(Room(PLAN, script).session) == said
