"""When something is due, by words, days and weekdays; and instants as text, to the millisecond."""

from datetime import UTC, datetime

import pytest

from facilitator.domain.text.dates import due_date, from_iso, iso_text, moment_text, time_text

TUESDAY = int(datetime(2026, 12, 1, 9, 5, tzinfo=UTC).timestamp() * 1000)
DAY = 24 * 60 * 60 * 1000


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("monday", "2026-12-07"),
        ("tue", "2026-12-08"),
        ("wed", "2026-12-02"),
        ("thursday", "2026-12-03"),
        ("thurs", "2026-12-03"),
        ("sat", "2026-12-05"),
        ("sunday", "2026-12-06"),
        (" TODAY ", "2026-12-01"),
        ("in 1 day", "2026-12-02"),
        ("0d", "2026-12-01"),
        ("10days", "2026-12-11"),
        ("365d", "2027-12-01"),
        ("999d", "2029-08-26"),
    ],
)
def test_a_day_that_is_said_becomes_a_date(said: str, due: str):
    assert due_date(said, TUESDAY, "UTC") == due


@pytest.mark.parametrize(
    "said", ["fr", "mo", "1000d", "10000d", "d", "days", "3", "soon", "someday", "frida!", "2026-12"]
)
def test_what_is_no_day_stays_as_it_was_said(said: str):
    assert due_date(f" {said} ", TUESDAY, "UTC") == said


@pytest.mark.parametrize("text", ["2026-13-01", "2026-02-29", "0000-01-01"])
def test_what_has_the_form_of_a_date_must_be_one(text: str):
    with pytest.raises(ValueError):  # noqa: PT011  the calendar's own words
        due_date(text, TUESDAY, "UTC")


@pytest.mark.parametrize(
    ("at", "text"),
    [
        (0, "1970-01-01T00:00:00.000Z"),
        (1, "1970-01-01T00:00:00.001Z"),
        (999, "1970-01-01T00:00:00.999Z"),
        (1000, "1970-01-01T00:00:01.000Z"),
        (TUESDAY + 1234, "2026-12-01T09:05:01.234Z"),
    ],
)
def test_an_instant_as_text_and_back(at: int, text: str):
    assert iso_text(at) == text
    assert from_iso(text) == at


def test_a_text_with_another_offset_or_none_is_read_too():
    assert from_iso("2026-12-01T10:05:00+01:00") == TUESDAY
    assert from_iso("2026-12-01T09:05:00") == TUESDAY


@pytest.mark.parametrize(
    ("seen_after", "text"),
    [(0, "09:05"), (14 * 60 * 60 * 1000, "09:05"), (DAY, "1 December, 09:05"), (-DAY, "1 December, 09:05")],
)
def test_a_moment_has_its_date_on_any_other_day(seen_after: int, text: str):
    assert moment_text(TUESDAY, TUESDAY + seen_after, "UTC") == text


def test_an_instant_is_as_exact_as_a_minute_of_the_day():
    assert time_text(TUESDAY - 1, "UTC") == "09:04"
    assert time_text(TUESDAY, "Europe/Berlin") == "10:05"
