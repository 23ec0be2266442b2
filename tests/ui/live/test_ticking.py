"""The one timer fires just after the shown second has turned: none is skipped, none is shown twice."""

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.time.clock_face import clock_face
from facilitator.ui.live.ticking import MARGIN_SECONDS, is_due, seconds_to_tick
from tests.ui.sessions import opened, small_agenda


@given(st.integers(0, 1_300_000), st.integers(0, 999))
def test_after_the_wait_exactly_the_next_second_is_shown(elapsed_ms, offset_ms):
    conductor, clock = opened(small_agenda())
    clock.advance(offset_ms / 1000)
    conductor.submit("/start")
    clock.advance(elapsed_ms / 1000)
    before = clock_face(conductor.session, conductor.now()).remaining_seconds
    wait = seconds_to_tick(conductor.now())
    assert 0 < wait <= 1 + MARGIN_SECONDS
    clock.advance(wait)
    assert clock_face(conductor.session, conductor.now()).remaining_seconds == before - 1


def test_while_nothing_runs_the_time_of_day_sets_the_pace():
    conductor, clock = opened(small_agenda())
    clock.advance(0.25)
    assert seconds_to_tick(conductor.now()) == 0.75 + MARGIN_SECONDS


def test_a_second_after_a_tick_at_the_turn_comes_the_next_one():
    conductor, clock = opened(small_agenda())
    clock.advance(0.25)
    conductor.submit("/start")
    clock.advance(seconds_to_tick(conductor.now()))
    for _ in range(3):
        assert is_due(conductor.now())
        clock.advance(1)


def test_a_pause_or_a_sleep_moves_the_turn():
    conductor, clock = opened(small_agenda())
    conductor.submit("/start")
    clock.advance(5.3)
    assert not is_due(conductor.now())
    conductor.submit("/pause")
    clock.advance(0.7)
    assert is_due(conductor.now())
