"""What was planned, added and left out is told in a sentence, and each change of plan with its time."""

import pytest

from facilitator.documents.document import Bullets, Heading
from facilitator.domain.debrief.debrief import Debrief, debrief
from facilitator.reports.panel.change_blocks import change_blocks, plan_sentences
from tests.domain.interviews import Room
from tests.domain.language.answers import PLAN


def told(script: str) -> Debrief:
    room = Room(PLAN, f"0:00 /start\n{script}")
    return debrief(room.session, room.conductor.now())


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("1:00 a note", []),
        ("1:00 /add 2m\n2:00 /length 2 12m", []),
        ("1:00 /drop 2", ["Questions: planned 3, dropped 1."]),
        ("1:00 /question Why now?", ["Questions: planned 3, added 1."]),
        (
            "1:00 /question Why now?\n1:10 /drop 1\n1:20 /skip 3\n1:30 /segment Demo 5m",
            ["Questions: planned 3, added 1, dropped 1.", "Segments: planned 5, added 1, skipped 1."],
        ),
    ],
)
def test_the_numbers_are_told_where_they_changed(script: str, expected: list[str]):
    assert list(plan_sentences(told(script))) == expected


def test_each_change_has_its_time_its_words_and_who_made_it():
    heading, bullets = change_blocks(told("1:00 /question Why now?\n2:00 /room 11:00"))
    assert heading == Heading("Changes of plan", 3)
    assert isinstance(bullets, Bullets)
    assert ["".join(run.text for run in item) for item in bullets.items] == [
        "10:01 · q4 added to 1. Opening: Why now? (Ann Lee)",
        "10:02 · hard stop at 11:00 (Ann Lee)",
    ]


def test_a_plan_that_stayed_as_it_was_has_no_such_part():
    assert list(change_blocks(told("1:00 /next"))) == []
