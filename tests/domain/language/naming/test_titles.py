"""Wherever a command takes the number of a segment or a question, it takes the beginning of its title as well."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.language.commands import COMMANDS
from facilitator.domain.language.decision import Refusal
from facilitator.domain.language.decisions import decide
from facilitator.domain.language.naming.titles import begun_titles, folded_title
from facilitator.domain.plan.agenda import Question
from facilitator.showing.completion import completions
from tests.domain.interviews import Room, agenda, part
from tests.domain.language.answers import PLAN as ALIKE

ASKED = [("plan", "How do you plan a shift?"), ("us", "Why us, and why now?"), ("broke", "What broke last?")]
PLAN = agenda(
    part("Opening", "5m"),
    part("Évidence of work", "10m", questions=[Question(id=f"x-{name}", ask=ask) for name, ask in ASKED]),
    part("Data strategy", "10m"),
    part("Data room", "8m", optional=True),
    part("Their turn", "8m", kind="candidate_questions"),
)
SCRIPT = "0:00 /start\n1:00 /goto 2\n2:00 a note\n2:30 /them Do you travel?\n2:40 /them Is it loud?"

BY_NUMBER = {
    "goto": ("/goto 3", "/goto {data strategy}"),
    "skip": ("/skip 4", "/skip {data room}"),
    "add": ("/add 3m to 3", "/add 3m to {data strategy}"),
    "trim": ("/trim 3m from 3", "/trim 3m from {data strategy}"),
    "late": ("/late 30s for 2", "/late 30s for {evidence}"),
    "early": ("/early 20s for 2", "/early 20s for {evidence}"),
    "move": ("/move 5 after 3", "/move {their turn} after {data strategy}"),
    "length": ("/length 3 9m", "/length {data strategy} 9m"),
    "question": ("/question What else? by bo in 3 8m", "/question What else? by bo in {data strategy} 8m"),
    "segment": ("/segment Demo 10m practice after 3", "/segment Demo 10m practice after {data strategy}"),
    "ask": ("/ask q2 by bo", "/ask {why us, and} by bo"),
    "cover": ("/cover q2 by bo", "/cover {why us, and} by bo"),
    "partly": ("/partly 3", "/partly {what broke}"),
    "drop": ("/drop 2 by bo no time for it", "/drop {why us, and} by bo no time for it"),
    "handoff": ("/handoff 1 bo", "/handoff {how do} bo"),
    "file": ("/file 1 q2 #craft", "/file 1 {why us, and} #craft"),
    "answered": ("/answered 2 by bo", "/answered {is it} by bo"),
    "owed": ("/owed t2 by bo until friday", "/owed {is it} by bo until friday"),
}
"""A line with a number, and the same with the beginning of a title in its place, by command."""

TAKES_A_NUMBER = re.compile(r"\b[NQ]\b|\bq3\b")


def facts(line: str, script: str = SCRIPT):
    room = Room(PLAN, script)
    return decide(line, room.session, room.at("4:00"), "ann").facts


def test_every_command_that_takes_a_number_is_tried_here():
    takes = {name for name, command in COMMANDS.items() if TAKES_A_NUMBER.search(command.usage)}
    takes.remove("standin")  # P for Q: both are people
    assert takes == set(BY_NUMBER)


@pytest.mark.parametrize("spelt", [str, str.upper, lambda title: title.replace("e", "é"), lambda title: title[:-1]])
@pytest.mark.parametrize("name", BY_NUMBER)
def test_the_beginning_of_a_title_does_what_its_number_does(name: str, spelt):
    by_number, by_title = BY_NUMBER[name]
    line = re.sub(r"\{(.*?)\}", lambda title: spelt(title[1]), by_title)
    assert facts(line) == facts(by_number)


@pytest.mark.parametrize("name", [name for name, (_, titled) in BY_NUMBER.items() if "{data strategy}" in titled])
def test_what_several_titles_begin_with_is_answered_with_these(name: str):
    line = BY_NUMBER[name][1].replace("{data strategy}", "data").translate({ord("{"): None, ord("}"): None})
    with pytest.raises(Refusal, match=re.escape("“data” could be 3. Data strategy, 4. Data room.")):
        facts(line)


@pytest.mark.parametrize("line", ["/ask what about", "/cover what by bo", "/drop WHAT no time", "/handoff what bo"])
def test_so_is_what_several_questions_begin_with(line: str):
    room = Room(ALIKE, "0:00 /start")
    with pytest.raises(Refusal, match=r"could be q1 What about aims\?, q2 What about slip\?, q3 What about map\?\.$"):
        decide(line, room.session, room.at("1:00"), "ann")


@pytest.mark.parametrize(
    ("line", "number"),
    [("/goto data strategy", 3), ("/goto 3", 3), ("/goto opening", 1), ("/goto DATA R", 4), ("/goto t", 5)],
)
def test_a_segment_is_found_by_number_id_or_title(line: str, number: int):
    segment = PLAN.segments[number - 1]
    assert facts(line, "0:00 /start\n1:00 /goto 2")[-1].segment == segment.id


def test_a_title_that_is_all_that_was_written_is_meant_before_longer_ones():
    plan = agenda(part("Opening", "5m"), part("Data", "5m"), part("Data room", "5m"))
    room = Room(plan, "0:00 /start")
    assert decide("/goto data", room.session, room.at("1:00"), "ann").said == "Now: Data."


def test_more_words_than_an_id_are_a_title():
    plan = agenda(part("Opening", "5m"), part("Data", "5m"), part("Data strategy", "5m"))
    room = Room(plan, "0:00 /start")
    assert decide("/goto data str", room.session, room.at("1:00"), "ann").said == "Now: Data strategy."


def test_a_segment_and_a_question_that_begin_alike_are_told_apart():
    plan = agenda(part("Why us", "5m", questions=[Question(id="q-why", ask="Why us?")]), part("Closing", "5m"))
    room = Room(plan, "0:00 /start\n0:30 a note")
    with pytest.raises(Refusal, match=re.escape("“why us” could be 1. Why us, q1 Why us?.")):
        decide("/file 1 why us", room.session, room.at("1:00"), "ann")
    assert decide("/file 1 clo", room.session, room.at("1:00"), "ann").said == "Note 1 belongs to “Closing”."


@pytest.mark.parametrize(
    "ask", ["What did you do in data strategy", "Who came in their turn", "Is it in data", "In data strategy?"]
)
def test_words_of_a_new_question_are_no_title_unless_the_question_is_over(ask: str):
    (fact,) = facts(f"/question {ask}")
    assert (fact.question.ask, fact.segment) == (ask, "évidence of work")


def test_a_panelists_id_is_no_beginning_of_a_question_and_the_line_meant_is_shown():
    plan = agenda(part("Talk", "5m", questions=[Question(id="x", ask="Bo asks: why?"), Question(id="y", ask="How?")]))
    room = Room(plan, "0:00 /start\n0:30 /ask 2")
    with pytest.raises(Refusal, match="/cover 2 by bo"):
        decide("/cover bo", room.session, room.at("1:00"), "ann")


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("/goto dat", ["3", "4"]),
        ("/goto data r", ["4"]),
        ("/cover why", ["q2"]),
        ("/add 2m to data s", ["to 3"]),
        ("/answered is", ["t2"]),
        ("/question What else? in their", ["in 5"]),
    ],
)
def test_a_title_that_is_being_typed_is_completed_to_its_number(typed: str, offered: list[str]):
    room = Room(PLAN, SCRIPT)
    assert [one.text for one in completions(typed, room.session, room.at("4:00"), "ann")] == offered


WORD = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Zs", "Zl", "Zp", "Cc")), min_size=1, max_size=5)
TITLE = st.lists(WORD, min_size=1, max_size=4).map(" ".join).filter(lambda title: folded_title(title).strip() != "")


@given(st.lists(TITLE, min_size=1, max_size=5, unique_by=folded_title), st.data())
def test_any_beginning_of_any_title_means_it_or_those_that_begin_alike(titles: list[str], data: st.DataObject):
    known = {str(place): title for place, title in enumerate(titles)}
    place = data.draw(st.sampled_from(sorted(known)))
    words = known[place].split()
    written = " ".join(words[: data.draw(st.integers(1, len(words)))])
    begun = begun_titles(written, known)
    alike = {name for name, title in known.items() if folded_title(title).startswith(folded_title(written))}
    whole = {name for name, title in known.items() if folded_title(title) == folded_title(written)}
    assert begun.words == len(written.split())
    assert set(begun.ids) == (whole if begun.is_whole and whole else alike)
