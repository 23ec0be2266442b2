"""The agenda's times of day become instants when a session is opened."""

import pytest

from facilitator.domain.session.opening import opening
from facilitator.domain.text.dates import moment_text
from tests.domain.interviews import TEN, agenda, part


@pytest.mark.parametrize(
    ("starts", "hard_stop", "expected"),
    [
        ("10:30", "11:30", "11:30"),
        # A stop is never at the start: the same time of day is that of the next day.
        ("10:30", "10:30", "2 December, 10:30"),
        ("23:15", "00:20", "2 December, 00:20"),
        # Without a start it is the first one from now on.
        (None, "10:01", "10:01"),
        (None, "10:00", "2 December, 10:00"),
        (None, "09:00", "2 December, 09:00"),
    ],
)
def test_a_hard_stop_lies_behind_the_start(starts: str | None, hard_stop: str, expected: str):
    opened = opening(agenda(part("Talk", "20m"), starts=starts, hard_stop=hard_stop), "", TEN, "UTC")
    assert opened.hard_stop_at is not None
    assert moment_text(opened.hard_stop_at, TEN, "UTC") == expected


@pytest.mark.parametrize(
    ("zone", "expected"), [("UTC", "10:30"), ("America/New_York", "15:30"), ("Europe/Berlin", "09:30")]
)
def test_times_are_those_of_the_zone(zone: str, expected: str):
    opened = opening(agenda(part("Talk", "20m"), starts="10:30", timezone=zone), "", TEN, "Asia/Tokyo")
    assert opened.planned_start_at is not None
    assert moment_text(opened.planned_start_at, TEN, "UTC") == expected
