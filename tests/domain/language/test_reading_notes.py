"""The marks in a note: its sign, tags that name what the agenda calls so, and where a quote ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from facilitator.domain.facts.signal import Signal
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


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ('"as they said it', "as they said it"),
        ('"as they said it"', "as they said it"),
        ('" as they said it "', "as they said it"),
        ('"We ship it" she said', "“We ship it” she said"),
        ('"We ship it", she said: "now"', '“We ship it”, she said: "now"'),
        ('"We ship it" #data', "“We ship it” #data"),
        ('"he said “no” twice"', "he said “no” twice"),
        ('"“No” twice"', "““No” twice”"),
        ('""', ""),
        ('"" so', "so"),
    ],
)
def test_a_quote_ends_at_its_closing_mark(line: str, text: str):
    taken, _ = read_note(line, PLAN)
    assert (taken.signal, taken.text) == (Signal.QUOTE, text)


def test_a_quote_may_begin_with_any_number_of_marks():
    assert [read_note(marks * 5_000 + "so", PLAN)[0].text for marks in ('"', '" ')] == ["so", "so"]


QUOTES = st.text(st.sampled_from('"“” ab'), max_size=12).map('"{}'.format)


@given(QUOTES)
def test_nothing_that_stands_outside_of_the_marks_is_shown_inside(line: str):
    taken, _ = read_note(line, PLAN)
    said = line[1:].partition('"')[0].strip()
    if said:
        assert Signal.QUOTE.shown(taken.text).startswith(f"“{said}”")


def test_an_id_as_it_is_written_goes_before_one_that_differs_by_an_accent():
    plan = Plan.of(replace(AGENDA, panel=(Panelist(id="zoe", name="A", lead=True), Panelist(id="zoë", name="B"))))
    assert [read_note(f"@{name}", plan)[0].panelists for name in ("zoe", "zoë")] == [("zoe",), ("zoë",)]
