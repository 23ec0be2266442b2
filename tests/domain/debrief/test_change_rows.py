"""Every change of plan is told in words of its own, and when and by whom it was made."""

from typing import get_args

import pytest

from facilitator.domain.debrief.change_rows import change_rows, change_text
from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.facts.fact import Change
from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.changes import HardStopSet, QuestionReworded, SegmentMoved, SegmentRetitled
from facilitator.domain.facts.kinds.running import InterviewPaused, SegmentStarted
from tests.domain.interviews import Room
from tests.domain.language.answers import PLAN
from tests.domain.session.recorded import session_of


def test_every_fact_of_the_changes_has_words():
    changes = {fact for fact in get_args(AnyFact) if issubclass(fact, Change)}
    assert changes <= change_text.registry.keys()


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("/question Why now?", "question_added", "q4 added to 2. Talk: Why now?"),
        ("/segment Demo 10m", "segment_added", "6. Demo added, 10:00, after 2. Talk"),
        ("/move 3 after 4", "segment_moved", "3. Break moved after 4. Theirs"),
        ("/length 4 5m", "segment_length_set", "4. Theirs set to 5:00"),
        ("/room 11:00", "hard_stop_set", "hard stop at 11:00"),
    ],
)
def test_a_change_is_told(line: str, kind: str, text: str):
    room = Room(PLAN, f"1:00 /start\n5:00 /next\n6:30 {line}")
    (row,) = debrief(room.session, room.at("7:00")).changes
    assert (row.kind, row.text, row.by) == (kind, text, "ann")
    assert (row.at, row.at_seconds) == ("2026-12-01T10:06:30.000Z", 330)


@pytest.mark.parametrize(
    ("line", "by"),
    [
        ("bo> /question Why now?", "bo"),
        ("bo> /segment Demo 10m", "bo"),
        ("bo> /absent ann", "bo"),
        ("ann> /room 11:00", "ann"),
        ("/room 11:00", "ann"),
    ],
)
def test_a_change_is_theirs_who_said_so(line: str, by: str):
    room = Room(PLAN, f"1:00 /start\n5:00 {line}")
    assert [row.by for row in change_rows(room.session)] == [by]


def test_what_is_credited_to_somebody_unknown_is_theirs_who_recorded_it():
    session = session_of((1, QuestionReworded(question="slip", ask="What went wrong?", credited="zed")))
    assert [row.by for row in change_rows(session)] == ["ann"]


def test_before_the_start_seconds_are_negative_once_it_has_begun():
    room = Room(PLAN, "1:00 /room 11:00")
    assert [row.at_seconds for row in change_rows(room.session)] == [60]
    assert [row.at_seconds for row in change_rows(room.play("3:00 /start").session)] == [-120]


def test_its_time_is_the_second_that_had_begun_as_with_a_note():
    started = (1 - 0.1 / 60, SegmentStarted(segment="one"))
    session = session_of(started, (1, HardStopSet(at=1)))
    assert [row.at_seconds for row in change_rows(session)] == [1]


def test_what_comes_from_an_edited_agenda_is_told_as_well():
    session = session_of(
        (1, QuestionReworded(question="slip", ask="What went wrong?")),
        (1, SegmentRetitled(segment="two", title="Deux")),
        (1, SegmentMoved(segment="two")),
    )
    assert [row.text for row in change_rows(session)] == [
        "q2 reworded: What went wrong?",
        "2 renamed Deux",
        "2. Deux moved to the start",
    ]


def test_what_changes_no_plan_has_no_words_here():
    with pytest.raises(TypeError, match="InterviewPaused changes no plan"):
        change_text(InterviewPaused(), session_of(), "e1")


def test_time_given_and_taken_is_no_change_of_plan():
    room = Room(PLAN, "0:00 /start\n1:00 /add 2m\n2:00 /skip 3\n3:00 /drop 1")
    assert debrief(room.session, room.at("4:00")).changes == ()
