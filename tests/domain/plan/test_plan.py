"""A plan reads like its agenda, and people call its parts by numbers that stay."""

import pytest
from msgspec.structs import replace

from facilitator.domain.plan.plan import Plan
from tests.domain.interviews import agenda, ask, part

AGENDA = agenda(
    part("Opening", "5m", questions=[ask("aims", "2m")]), part("Talk", "10m", questions=[ask("slip", "4m")])
)
PLAN = Plan.of(AGENDA)
DEMO = part("Demo", "8m")


def order(plan: Plan) -> str:
    return " ".join(f"{plan.segment_numbers[segment.id]}.{segment.title}" for segment in plan.segments)


def asked(plan: Plan) -> str:
    return " ".join(f"q{question.number}:{question.id}" for question in plan.questions)


def test_an_unchanged_plan_says_what_the_agenda_says():
    assert (PLAN.title, PLAN.segments, PLAN.questions, PLAN.panel, PLAN.planned_seconds) == (
        AGENDA.title,
        AGENDA.segments,
        AGENDA.questions,
        AGENDA.panel,
        15 * 60,
    )


def test_segments_and_questions_are_found_by_the_numbers_that_people_use():
    assert {number: segment.title for number, segment in PLAN.segment_by_number.items()} == {1: "Opening", 2: "Talk"}
    assert {number: question.id for number, question in PLAN.question_by_number.items()} == {1: "aims", 2: "slip"}
    assert PLAN.name(PLAN.segments[1]) == "2. Talk"


def test_an_added_question_has_the_next_number_wherever_it_stands():
    plan = PLAN.with_question(ask("why"), "opening").with_question(ask("how"), "talk")
    assert asked(plan) == "q1:aims q3:why q2:slip q4:how"
    assert plan.next_question_number == 5


@pytest.mark.parametrize(("wanted", "given"), [(0, 3), (2, 3), (3, 3), (7, 7)])
def test_a_number_that_was_given_stays_unless_another_has_it(wanted: int, given: int):
    plan = PLAN.with_question(replace(ask("why"), number=wanted), "talk")
    assert plan.question_by_id["why"].number == given
    plan = PLAN.with_new_segment(DEMO, "talk", wanted)
    assert plan.segment_numbers["demo"] == given


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("opening", "1.Opening 3.Demo 2.Talk"),
        ("talk", "1.Opening 2.Talk 3.Demo"),
        ("", "3.Demo 1.Opening 2.Talk"),
        ("undone since", "1.Opening 2.Talk 3.Demo"),
    ],
)
def test_a_new_segment_stands_where_it_was_put(after: str, expected: str):
    assert order(PLAN.with_new_segment(DEMO, after, 3)) == expected


def test_a_moved_segment_keeps_its_number():
    plan = PLAN.with_new_segment(DEMO, "talk", 3)
    assert order(plan.with_moved_segment("opening", "talk")) == "2.Talk 1.Opening 3.Demo"
    assert order(plan.with_moved_segment("demo", "")) == "3.Demo 1.Opening 2.Talk"


def test_other_words_leave_a_question_where_it_is():
    plan = PLAN.with_question_reworded("slip", "What went wrong?")
    assert asked(plan) == asked(PLAN)
    assert plan.question_by_id["slip"].ask == "What went wrong?"


def test_the_plan_before_a_change_stays_as_it_was():
    before = order(PLAN), asked(PLAN)
    PLAN.with_question(ask("why"), "talk").with_new_segment(DEMO, "", 3).with_moved_segment("talk", "")
    assert (order(PLAN), asked(PLAN)) == before
