"""A note belongs to the question that was asked last, until that one was covered or dropped."""

import pytest

from facilitator.domain.notes.filing import Filing
from tests.domain.interviews import Room, agenda, ask, part

PLAN = agenda(part("Talk", "20m", questions=[ask("aims"), ask("slip")]), part("Closing", "5m"))


@pytest.mark.parametrize(
    ("script", "question"),
    [
        ("", None),
        ("1:00 /ask 1", "aims"),
        ("1:00 /ask 1\n2:00 /partly 1", "aims"),
        ("1:00 /ask 1\n2:00 /ask 2", "slip"),
        ("1:00 /ask 1\n2:00 /cover 1", None),
        ("1:00 /ask 1\n2:00 /drop 1", None),
        # What becomes of another question meanwhile takes nothing from hand.
        ("1:00 /ask 1\n2:00 /cover 2", "aims"),
        ("1:00 /ask 1\n2:00 /drop 2", "aims"),
        # Another segment begins without one.
        ("1:00 /ask 1\n2:00 /next", None),
    ],
)
def test_the_question_that_a_note_belongs_to(script: str, question: str | None):
    room = Room(PLAN, f"0:00 /start\n{script}\n3:00 a note")
    (note,) = room.session.notes.values()
    assert Filing(room.session).question(note) == question
