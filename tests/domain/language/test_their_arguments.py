"""Which question of theirs is meant."""

import pytest

from facilitator.domain.language.decision import Refusal
from facilitator.domain.language.their_arguments import ITEM, find_item
from tests.domain.interviews import Room
from tests.domain.language.answers import PLAN
from tests.domain.language.test_arguments import offered

ASKED = "0:02 /them Why?\n0:03 /them When?"


def test_their_questions_are_offered_from_the_first():
    assert offered(ITEM, "0:02 /them Why?\n0:03 /them When?") == [("t1", "Why?"), ("t2", "When?")]
    assert offered(ITEM) == []


@pytest.mark.parametrize("word", ["2", "t2", "T2", "02"])
def test_it_is_called_by_its_number(word: str):
    assert find_item(word, Room(PLAN, ASKED).conductor.situation()).text == "When?"


@pytest.mark.parametrize("word", ["", "3", "t", "b2", "n2", "-1"])
def test_what_none_has_is_refused_with_what_there_is(word: str):
    with pytest.raises(Refusal, match="There is t1, t2"):
        find_item(word, Room(PLAN, ASKED).conductor.situation())


def test_one_that_was_struck_says_so():
    with pytest.raises(Refusal, match="Their question 1 was struck"):
        find_item("t1", Room(PLAN, f"{ASKED}\n0:04 /strike t1").conductor.situation())
