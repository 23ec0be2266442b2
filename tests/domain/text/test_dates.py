"""Instants as the people in the room read them."""

from datetime import UTC, datetime

import pytest

from facilitator.domain.text.dates import date_text, due_date, iso_text, time_text

TUESDAY = int(datetime(2026, 12, 1, 23, 30, tzinfo=UTC).timestamp() * 1000)


def test_the_time_of_day_is_that_of_the_zone():
    assert time_text(TUESDAY, "UTC") == "23:30"
    assert time_text(TUESDAY, "Asia/Tokyo") == "08:30"


def test_an_unknown_zone_counts_as_utc():
    assert time_text(TUESDAY, "Mars/Olympus") == "23:30"
    assert time_text(TUESDAY, "../../etc/passwd") == "23:30"


def test_a_date_is_written_out():
    assert date_text(TUESDAY, "UTC") == "Tuesday, 1 December 2026"
    assert date_text(TUESDAY, "Asia/Tokyo") == "Wednesday, 2 December 2026"


def test_an_iso_text_has_milliseconds_and_says_utc():
    assert iso_text(TUESDAY + 7) == "2026-12-01T23:30:00.007Z"


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("today", "2026-12-01"),
        ("Tomorrow", "2026-12-02"),
        ("fri", "2026-12-04"),
        ("Friday", "2026-12-04"),
        ("tuesday", "2026-12-08"),
        ("3d", "2026-12-04"),
        ("in 3 days", "2026-12-04"),
        ("1 day", "2026-12-02"),
        ("2027-01-15", "2027-01-15"),
        ("the board meets", "the board meets"),
        ("12", "12"),
    ],
)
def test_when_something_is_due(said: str, due: str):
    assert due_date(said, TUESDAY, "UTC") == due


def test_a_date_that_no_calendar_has_is_refused():
    with pytest.raises(ValueError, match="day"):
        due_date("2026-02-30", TUESDAY, "UTC")


def test_tomorrow_is_counted_in_the_zone():
    assert due_date("tomorrow", TUESDAY, "Asia/Tokyo") == "2026-12-03"
