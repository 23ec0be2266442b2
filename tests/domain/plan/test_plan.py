"""A plan reads like its agenda, and people call its parts by numbers that stay."""

from facilitator.domain.plan.plan import Plan
from tests.domain.interviews import agenda, ask, part

AGENDA = agenda(
    part("Opening", "5m", questions=[ask("aims", "2m")]), part("Talk", "10m", questions=[ask("slip", "4m")])
)


def test_an_unchanged_plan_says_what_the_agenda_says():
    plan = Plan.of(AGENDA)
    assert (plan.title, plan.segments, plan.questions, plan.panel, plan.planned_seconds) == (
        AGENDA.title,
        AGENDA.segments,
        AGENDA.questions,
        AGENDA.panel,
        15 * 60,
    )


def test_segments_and_questions_are_found_by_the_numbers_that_people_use():
    plan = Plan.of(AGENDA)
    assert {number: segment.title for number, segment in plan.segment_by_number.items()} == {1: "Opening", 2: "Talk"}
    assert {number: question.id for number, question in plan.question_by_number.items()} == {1: "aims", 2: "slip"}
