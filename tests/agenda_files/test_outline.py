"""A first agenda passes every check, whatever was answered."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from facilitator.agenda_files import parse
from facilitator.agenda_files.outline import (
    LONGEST_SECONDS,
    SHORTEST_SECONDS,
    Outline,
    listed_names,
    listed_people,
    outline_text,
)
from facilitator.domain.plan.agenda import Agenda, SegmentKind
from facilitator.domain.text.plain_text import one_line

LINES = st.text(min_size=1, max_size=60).map(one_line).filter(bool)
PEOPLE = st.lists(st.tuples(LINES, LINES | st.just("")), min_size=1, max_size=6)
OUTLINES = st.builds(
    Outline,
    title=LINES,
    purpose=LINES,
    seconds=st.integers(SHORTEST_SECONDS, LONGEST_SECONDS),
    panel=PEOPLE.map(tuple),
    competencies=st.lists(LINES, min_size=1, max_size=6, unique=True).map(tuple),
    work=LINES | st.just(""),
)


def read(outline: Outline) -> Agenda:
    loaded = parse(outline_text(outline), "new.yaml")
    assert loaded.complaints == ()
    assert loaded.agenda is not None
    return loaded.agenda


@given(OUTLINES)
@example(Outline("A", "B", 3600, (("¨", ""), ("´", ""), ("Ann", ""), ("ÄNN", "")), ("Hiring", "hiring")))
def test_it_has_nothing_to_complain_of_and_says_what_was_answered(outline: Outline):
    agenda = read(outline)
    assert (agenda.title, agenda.purpose) == (outline.title, outline.purpose)
    assert tuple((each.name, each.role) for each in agenda.panel) == outline.panel
    assert tuple(each.name for each in agenda.competencies) == outline.competencies
    assert agenda.lead == agenda.panel[0]
    assert agenda.planned_seconds == outline.seconds
    assert {question.owner for question in agenda.questions} == {panelist.id for panelist in agenda.panel}
    assert {question.competency for question in agenda.questions} == set(agenda.competency_by_id)


@pytest.mark.parametrize(
    "answer", ["no", "by", "q1", "7", "null", "#a@b", "@,", "Ü", "'", "- x", "{a: b}", "\ufeff\ufffe\uffff", "a\\\\u"]
)
def test_names_that_mean_something_in_a_file_or_a_command_are_names(answer: str):
    agenda = read(Outline("A", "B", 3600, ((answer, ""), (answer, "x")), (answer, "other")))
    assert len(agenda.panelist_by_id) == 2


def test_there_is_work_if_any_was_named_and_always_time_for_their_questions():
    without = read(Outline("A", "B", 3600, (("Ann", ""),), ("Hiring",)))
    with_work = read(Outline("A", "B", 3600, (("Ann", ""),), ("Hiring",), "Our map"))
    theirs = SegmentKind.CANDIDATE_QUESTIONS
    assert SegmentKind.WORKSHOP not in without.planned_seconds_by_kind
    assert with_work.planned_seconds_by_kind[SegmentKind.WORKSHOP] == 1200
    assert without.planned_seconds_by_kind[theirs] == with_work.planned_seconds_by_kind[theirs] == 600


def test_every_part_has_a_comment():
    text = outline_text(Outline("A", "B", 3600, (("Ann", ""),), ("Hiring",), "Our map"))
    for part in ("panel:", "competencies:", "segments:"):
        before = text.partition(f"\n{part}")[0].rpartition("\n")[2]
        assert before.startswith("# ")


def test_people_have_a_role_in_brackets_and_commas_between_them():
    assert listed_people("Ann Lee (CEO, founder) , Bo Ek,,Zoë ()") == (
        ("Ann Lee", "CEO, founder"),
        ("Bo Ek", ""),
        ("Zoë", ""),
    )
    assert listed_people("(CEO)") == (("(CEO)", ""),)


def test_a_name_that_is_given_twice_counts_once():
    assert listed_names("Hiring, Forecasting, Hiring") == ("Hiring", "Forecasting")


@pytest.mark.parametrize("text", ["", " , ", "x" * 201])
def test_no_name_and_one_that_is_too_long_are_refused(text: str):
    with pytest.raises(ValueError, match="name"):
        listed_names(text)
