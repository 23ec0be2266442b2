"""A segment is on at a time of day, or so long after the start."""

import pytest
from msgspec.structs import replace

from facilitator.preparing.briefs.schedule import first_moment, schedule
from tests.preparing.briefs.agendas import harbour


def test_each_segment_begins_when_the_one_before_ends():
    when = schedule(harbour())
    assert [when.span(slot) for slot in when.slots] == ["10:00–10:05", "10:05–10:30", "10:30–10:35", "10:35–10:45"]
    assert (when.day, when.whole) == ("2026-12-01", "10:00–10:45")


def test_midnight_is_passed():
    assert schedule(harbour(), "23:50").whole == "23:50–00:35"


def test_when_the_clocks_change_meanwhile_the_times_are_those_that_they_will_show():
    """At 1:00 UTC on 29 March 2026 the clocks of London go forward."""
    assert schedule(harbour(), "2026-03-29 00:30").whole == "00:30–02:15"
    assert schedule(harbour(), "00:30").whole == "00:30–01:15"


def test_without_a_start_it_is_counted_from_it():
    when = schedule(replace(harbour(), starts=None))
    assert (when.day, when.whole) == ("", "0:00–45:00")


def test_what_is_no_time_is_refused():
    with pytest.raises(ValueError, match="10:00"):
        first_moment("soon")
