"""Lengths follow from times of day and from times since the beginning."""

import pytest

from facilitator.preparing.written_times.clocks import ClockTime, clock_range, clock_time, lengths_of


def times(*written: str) -> list[tuple[ClockTime | None, ClockTime | None]]:
    return [clock_range(text) or (clock_time(text), None) for text in written]


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        (("9:00-9:10", "9:10-9:45"), [10, 35]),
        (("11:30-12:15", "12:45-1:30"), [45, 45]),
        (("9:00", "9:10", "9:45-10:00"), [10, 35, 15]),
        (("10:00 AM", "11:00 AM", "1:00 PM"), [60, 120, None]),
        (("00:00-01:00", "01:00-10:00", "42:00-45:00"), [1, 9, 3]),
        (("0:00-0:10", "0:10-1:00"), [10, 50]),
        (("1300-1500",), [120]),
        (("22:30-0:30",), [120]),
    ],
)
def test_lengths_follow_from_all_times_of_a_file_together(written: tuple[str, ...], minutes: list[int | None]):
    assert lengths_of(times(*written)) == [None if length is None else length * 60 for length in minutes]


def test_a_time_that_ends_before_it_starts_since_the_beginning_has_no_positive_length():
    assert lengths_of(times("00:00-05:00", "05:00-02:00")) == [300, -180]


def test_bare_numbers_are_times_only_as_a_range():
    assert clock_time("1300") is None
    assert clock_range("2020-2025") is None
    assert clock_range("9-10") is None
    assert clock_range("9-10", is_cell=True) is not None
