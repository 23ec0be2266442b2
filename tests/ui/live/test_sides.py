"""Where not every pane has room, they stand in turn; elsewhere nothing turns, and it is said why."""

import pytest

from facilitator.ui.live.sides import (
    COVERAGE,
    LIKELIEST,
    ORDER,
    OUR_QUESTIONS,
    SIDES,
    THEIR_QUESTIONS,
    next_side,
    sides_in_turn,
    why_it_stays,
)


def turned(classes: set[str]) -> list[str]:
    """Turn as often as there are panes in turn; return the panes that come, one after another."""
    shown: list[str] = []
    for _ in sides_in_turn(classes):
        shown.append(next_side(classes | set(shown[-1:])))
    return shown


def test_in_a_small_window_each_pane_comes_once_and_then_the_likeliest_again():
    assert turned({"-small"}) == [COVERAGE, ORDER, THEIR_QUESTIONS, LIKELIEST]
    assert set(turned({"-small"})) == set(SIDES) - {OUR_QUESTIONS}


def test_in_their_time_a_small_window_begins_with_theirs():
    assert turned({"-small", "-their-time"}) == [OUR_QUESTIONS, COVERAGE, ORDER, LIKELIEST]


@pytest.mark.parametrize(("classes", "likeliest"), [(set(), COVERAGE), ({"-their-time"}, THEIR_QUESTIONS)])
def test_what_is_likeliest_to_be_needed_does_not_come_twice(classes: set[str], likeliest: str):
    assert likeliest not in turned(classes)
    assert OUR_QUESTIONS not in turned(classes)


@pytest.mark.parametrize(
    ("room", "said"),
    [("-narrow", "room for no other pane"), ("-flat", "room for no other pane"), ("-wide", "All panes")],
)
def test_where_nothing_turns_it_is_said_why(room: str, said: str):
    assert next_side({room}) == ""
    assert said in why_it_stays({room})
