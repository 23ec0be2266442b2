"""Options are read from the end of a line, only where each is one; the rest is text."""

import pytest

from facilitator.domain.language.decision import Refusal, Situation
from facilitator.domain.language.naming.line_words import Words
from facilitator.domain.language.plan_arguments import (
    NEW_QUESTION,
    NEW_SEGMENT,
    ROOM,
    last_words,
    read_length,
    read_options,
)
from tests.domain.interviews import Room
from tests.domain.language.answers import PLAN


@pytest.fixture
def here() -> Situation:
    return Room(PLAN, "0:00 /start").conductor.situation()


@pytest.mark.parametrize(
    ("typed", "ask", "read"),
    [
        ("Why now?", "Why now?", ""),
        ("Why now? #craft by bo must in 2 8m", "Why now?", "craft bo must talk 480"),
        ("Why now? 8m in 2 must by bo #craft", "Why now?", "craft bo must talk 480"),
        ("Why now? by @BO", "Why now?", "bo"),
        ("Why now? 90s", "Why now?", "90"),
        # Only where each is one.
        ("Who must leave first?", "Who must leave first?", ""),
        ("What would you do by then", "What would you do by then", ""),
        ("What was it in 2019", "What was it in 2019", ""),
        ("Since when is it 2", "Since when is it 2", ""),
        ("Do you know C#", "Do you know C#", ""),
        ("What of #nothing", "What of #nothing", ""),
        # What stands before something else is text, and each counts once.
        ("must by bo first", "must by bo first", ""),
        ("What is a must must", "What is a must", "must"),
        ("Tell us\nof two lines   must", "Tell us\nof two lines", "must"),
    ],
)
def test_a_question(here: Situation, typed: str, ask: str, read: str):
    asked = NEW_QUESTION.read(Words(typed), here)
    new = asked.question
    segment = asked.segment.id if asked.segment else ""
    found = (new.competency, new.owner, "must" * new.must, segment, new.length_seconds)
    assert (new.ask, " ".join(str(each) for each in found if each)) == (ask, read)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Demo 10m", "Demo 600 talk"),
        ("A long demo 1h30m practice", "A long demo 5400 practice"),
        ("Demo 10m after 2 practice", "Demo 600 practice after talk"),
        ("Demo 10m practice after 2", "Demo 600 practice after talk"),
        ("Their turn 5m candidate-questions", "Their turn 300 candidate_questions"),
        ("Small talk 5m", "Small talk 300 talk"),
        ("Round 2 5m", "Round 2 300 talk"),
        ("Day after 9 5m", "Day after 9 300 talk"),
    ],
)
def test_a_segment(here: Situation, typed: str, read: str):
    planned = NEW_SEGMENT.read(Words(typed), here)
    new = planned.segment
    after = f" after {planned.after.id}" if planned.after else ""
    assert f"{new.title} {new.length_seconds} {new.kind}{after}" == read


@pytest.mark.parametrize(
    "typed", ["", "Demo", "10m", "Demo 10", "Demo practice", "Demo 99h", "Demo 0m", "Demo after 2"]
)
def test_a_segment_without_title_or_length_is_told_how(here: Situation, typed: str):
    with pytest.raises(Refusal, match="/segment Demo 10m"):
        NEW_SEGMENT.read(Words(typed), here)


@pytest.mark.parametrize("typed", ["", "must", "by bo", "#craft", "in 2 8m must"])
def test_options_alone_are_no_question(here: Situation, typed: str):
    with pytest.raises(Refusal, match="What is the question"):
        NEW_QUESTION.read(Words(typed), here)


def test_a_segment_behind_one_that_isnt_there_is_refused_for_that(here: Situation):
    with pytest.raises(Refusal, match="There is no segment 99"):
        NEW_SEGMENT.read(Words("Demo 10m after 99"), here)


def test_a_room(here: Situation):
    assert [ROOM.read(Words(typed), here) for typed in ("11:30", "9:05", "NONE")] == ["11:30", "09:05", ""]
    for typed in ("", "soon", "25:00", "30m"):
        with pytest.raises(Refusal, match="/room 11:30"):
            ROOM.read(Words(typed), here)


def test_the_first_word_is_always_text():
    assert read_options("8m 9m", {"length": last_words(1, read_length)}) == ("8m", {"length": 540})
