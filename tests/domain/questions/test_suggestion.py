"""The next question: a must-ask first, then what nobody has touched, then whose turn it is. Never forced."""

import pytest

from facilitator.domain.questions.suggestion import next_question
from tests.domain.interviews import Room, agenda, ask, part

PLAN = agenda(
    part("Opening", "5m"),
    part(
        "Talk",
        "10m",
        questions=[
            ask("small", owner="ann"),
            ask("craft", competency="craft", owner="ann"),
            ask("must", must=True, owner="bo", competency="people"),
            ask("more", competency="craft", owner="bo"),
            ask("last", owner="bo"),
        ],
    ),
    part("Work", "10m", questions=[ask("map", must=True)]),
)


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        # Before the start, and where the segment has none yet.
        ("", "must: a must-ask"),
        ("0:00 /start", None),
        # The must-ask comes first.
        ("0:00 /start\n1:00 /goto 2", "must: a must-ask"),
        # Asked: then a competency that nobody has touched.
        ("0:00 /start\n1:00 /goto 2\n2:00 /ask must bo", "craft: nothing on Craft yet"),
        ("0:00 /start\n1:00 /goto 2\n2:00 /cover must bo", "craft: nothing on Craft yet"),
        # Then whose turn it is: Bo has asked one, Ann none.
        ("0:00 /start\n1:00 /goto 2\n2:00 /ask must bo\n3:00 /ask more bo", "small: Ann Lee's turn"),
        ("0:00 /start\n1:00 /goto 2\n2:00 /ask must ann\n3:00 /ask craft ann", "more: Bo Ek's turn"),
        # Handed over: it is the colleague's turn.
        (
            "0:00 /start\n1:00 /goto 2\n2:00 /ask must ann\n3:00 /ask craft ann\n4:00 /handoff 1 bo",
            "small: in agenda order",
        ),
        # Dropped: no longer suggested.
        ("0:00 /start\n1:00 /goto 2\n2:00 /drop must", "craft: nothing on Craft yet"),
        # What is left behind is suggested where this segment has nothing more.
        ("0:00 /start\n1:00 /goto 3", "map: a must-ask"),
        ("0:00 /start\n1:00 /next\n1:30 /next\n2:00 /ask map", "must: a must-ask"),
        ("0:00 /start\n1:00 /next\n1:30 /next\n2:00 /ask map\n3:00 /cover must", None),
        ("0:00 /start\n1:00 /skip 2\n1:30 /next\n2:00 /ask map", "must: a must-ask"),
        # What was jumped over is still to come.
        ("0:00 /start\n1:00 /goto 3\n2:00 /ask map", None),
        ("0:00 /start\n1:00 /goto 3\n2:00 /end", None),
    ],
)
def test_which_question_is_next(script: str, expected: str | None):
    suggestion = next_question(Room(PLAN, script).session)
    assert (suggestion and f"{suggestion.question.id}: {suggestion.reason}") == expected


def test_the_owner_is_who_is_to_ask_it_now():
    suggestion = next_question(Room(PLAN, "0:00 /start\n1:00 /handoff must ann\n2:00 /next").session)
    assert suggestion is not None
    assert (suggestion.question.id, suggestion.owner) == ("must", "ann")


def test_nothing_is_suggested_when_everything_was_asked():
    plan = agenda(part("Talk", "10m", questions=[ask("one")]))
    assert next_question(Room(plan, "0:00 /start\n1:00 /ask one").session) is None
    assert next_question(Room(agenda(part("Talk", "10m"))).session) is None
