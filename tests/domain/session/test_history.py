"""A history is the same however its events arrive: one by one, late, twice, or all at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.session.history import History
from tests.domain.command_lines import PLAN
from tests.domain.interviews import Room
from tests.domain.session.test_fold import two_devices


@given(two_devices(), st.randoms(use_true_random=False))
def test_any_order_of_arrival_gives_the_history_of_all(events, random):
    opening, rest = events[:2], list(events[2:])
    random.shuffle(rest)
    history = History.of(opening)
    for event in rest:
        history = history.with_event(event)
    whole = History.of(events)
    assert tuple(history.events) == tuple(whole.events)
    assert history.session == whole.session


@given(two_devices(), st.randoms(use_true_random=False))
def test_what_is_known_already_changes_nothing(events, random):
    history = History.of(events)
    assert history.with_event(random.choice(events)) is history


@given(two_devices())
def test_an_earlier_history_stays_as_it_was(events):
    half = History.of(events[: max(2, len(events) // 2)])
    before, session = tuple(half.events), half.session
    grown = half
    for event in events:
        grown = grown.with_event(event)
    assert tuple(half.events) == before
    assert half.session == session == History.of(before).session


def test_there_is_none_without_an_opening():
    with pytest.raises(ValueError, match="no event opens the session"):
        History.of(Room(PLAN, "0:00 /start").log.events[2:])
