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


def test_until_the_opening_comes_there_is_no_session():
    opening, *rest = Room(PLAN, "0:00 /start").log.events
    history = History.of(rest)
    assert not history.is_open
    with pytest.raises(ValueError, match="no event opens the session"):
        _ = history.session
    assert history.with_event(opening) == History.of((opening, *rest))


def test_many_late_events_are_taken_in_at_once():
    room = Room(PLAN, "0:00 /start")
    room.play("\n".join(f"{minute}:00 note {minute}" for minute in range(1, 100)))
    events = room.log.events
    some = History.of((*events[:2], *events[50:]))
    assert some.with_events(events) == History.of(events)
    assert some.with_events(events[60:]) is some
