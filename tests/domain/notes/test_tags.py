"""The tags in a note name what the agenda calls so, whatever stands in an id and whatever follows it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.language.reading_notes import read_note
from facilitator.domain.plan.agenda import Agenda, Competency, Panelist, Segment
from facilitator.domain.plan.plan import Plan

AGENDA = Agenda(
    title="A round",
    panel=(
        Panelist(id="john.doe", name="John Doe", lead=True),
        Panelist(id="john", name="John"),
        Panelist(id="žofie", name="Ž"),
    ),
    competencies=(Competency(id="c++", name="C++"), Competency(id="a.b", name="A"), Competency(id="data", name="Data")),
    segments=(Segment(id="one", title="One", length_seconds=60),),
)
PLAN = Plan.of(AGENDA)


@pytest.mark.parametrize(
    ("text", "competency", "panelists"),
    [
        ("#c++", "c++", ()),
        ("good #C++.", "c++", ()),
        ("#a.b.", "a.b", ()),
        ("(#data)", "data", ()),
        ("#data's", "data", ()),
        ("(#data), @john", "data", ("john",)),
        ("@john.doe: see", None, ("john.doe",)),
        ("@john. Doe", None, ("john",)),
        ("@JOHN and @Žofie", None, ("john", "žofie")),
    ],
)
def test_a_tag_names_as_much_as_is_an_id(text: str, competency: str | None, panelists: tuple[str, ...]):
    taken, unknown = read_note(text, PLAN)
    assert (taken.competency, taken.panelists, unknown) == (competency, panelists, [])


@pytest.mark.parametrize("text", ["#database", "@johnny", "#a", "mail me: x@john"])
def test_a_longer_or_shorter_word_is_another(text: str):
    taken, _ = read_note(text, PLAN)
    assert (taken.competency, taken.panelists) == (None, ())


@pytest.mark.parametrize("text", ["Q4 revenue fell", "in q4", "faq1", "q", "mail me: x@q1"])
def test_a_question_is_named_by_an_at_and_its_number(text: str):
    taken, unknown = read_note(text, PLAN)
    assert (taken.question, unknown) == (None, [])


@given(st.text(st.sampled_from("#@/ .,+-q1aé"), max_size=200))
def test_any_text_is_read(text: str):
    read_note(text, PLAN)
