"""Silent reading counts down, says once that it is over, and can be stopped."""

from facilitator.clock import SimulatedClock
from facilitator.ui.debrief.silent_reading import OVER, STOPPED, SilentReading


def test_it_counts_down_and_is_over_once():
    clock = SimulatedClock(0)
    reading = SilentReading(lambda: clock.read().wall_ms, 60)
    assert reading.told() == ""
    assert reading.turn() == "◷ Silent reading: 1:00 left"
    clock.advance(59)
    assert reading.told() == "◷ Silent reading: 0:01 left"
    clock.advance(1)
    assert [reading.told(), reading.told()] == [OVER, ""]


def test_it_can_be_stopped_and_begun_anew():
    reading = SilentReading(lambda: 0, 60)
    reading.turn()
    assert [reading.turn(), reading.told(), reading.turn()] == [STOPPED, "", "◷ Silent reading: 1:00 left"]
