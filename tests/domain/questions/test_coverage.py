"""How far a question has got, and whether a colleague has covered it already."""

import pytest

from facilitator.domain.questions.coverage import covered_by_others
from tests.domain.interviews import Room, agenda, ask, part

PLAN = agenda(part("Talk", "20m", questions=[ask("aims"), ask("slip")]))


@pytest.mark.parametrize(
    ("script", "by"),
    [
        ("1:00 /ask 1 by bo", None),
        ("1:00 /cover 1 by bo", "bo"),
        ("1:00 /cover 1 by ann", None),
        ("1:00 /cover 2 by bo", None),
        # What the colleague says later counts, not what they said first.
        ("1:00 /cover 1 by bo\n2:00 /partly 1 by bo", None),
        ("1:00 /cover 1 by bo\n2:00 /drop 1 by bo", None),
        ("1:00 /partly 1 by bo\n2:00 /cover 1 by bo", "bo"),
        ("1:00 /cover 1 by bo\n2:00 /undo", None),
        # The latest of several.
        ("1:00 /cover 1 by bo\n2:00 /cover 1 by cy", "cy"),
    ],
)
def test_a_colleague_has_covered_it_as_long_as_they_say_so(script: str, by: str | None):
    room = Room(PLAN, f"0:00 /start\n{script}")
    mark = covered_by_others(room.session, PLAN.questions[0], "ann")
    assert (mark.panelist if mark else None) == by


def test_who_covers_it_anew_is_told_nothing_that_no_longer_holds():
    room = Room(PLAN, "0:00 /start\n1:00 /cover 1 by bo")
    assert room.conductor.submit("/cover 1").said == "Ann Lee has covered q1. Bo Ek covered it at 1:00."
    room.play("2:00 /partly 1 by bo")
    assert room.conductor.submit("/cover 1").said == "Ann Lee has covered q1."
