"""When something is due, by words, days and weekdays; and instants as text, to the millisecond."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.text.dates import (
    PastError,
    due_date,
    due_day,
    from_iso,
    iso_text,
    local,
    moment_text,
    time_text,
)

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
    ("said", "due"),
    [
        ("friday", "2026-12-04"),
        ("by Friday", "2026-12-04"),
        ("next friday", "2026-12-11"),
        ("next tuesday", "2026-12-08"),
        ("next sunday", "2026-12-13"),
        ("2w", "2026-12-15"),
        ("in 2 weeks", "2026-12-15"),
        ("12 March", "2027-03-12"),
        ("the 12th of march", "2027-03-12"),
        ("March 12", "2027-03-12"),
        ("12. Dez", "12. Dez"),
        ("1 december", "2026-12-01"),
        ("30 nov", "2027-11-30"),
        ("29 february", "2028-02-29"),
        ("4 july 2028", "2028-07-04"),
        ("end of week", "2026-12-04"),
        ("EOW", "2026-12-04"),
        ("24h", "2026-12-02 09:05"),
        ("in 3 hours", "2026-12-01 12:05"),
        ("tomorrow 5pm", "2026-12-02 17:00"),
        ("tomorrow at 5 pm", "2026-12-02 17:00"),
        ("friday 17:30", "2026-12-04 17:30"),
        ("Friday, 5 pm", "2026-12-04 17:00"),
        ("by EOD Friday", "2026-12-04 18:00"),
        ("5pm tomorrow", "2026-12-02 17:00"),
        ("17:30 on 12 March", "2027-03-12 17:30"),
        ("by the end of the week", "2026-12-04"),
        ("March 12, 2027", "2027-03-12"),
        ("next friday noon", "2026-12-11 12:00"),
        ("12 march 9am", "2027-03-12 09:00"),
        ("2026-12-04 17:00", "2026-12-04 17:00"),
        ("EOD", "2026-12-01 18:00"),
        ("end of day", "2026-12-01 18:00"),
        ("tomorrow EOD", "2026-12-02 18:00"),
        ("friday by end of the day", "2026-12-04 18:00"),
        ("5pm", "2026-12-01 17:00"),
        ("9:00", "2026-12-02 09:00"),
        ("12am", "2026-12-02 00:00"),
    ],
)
def test_what_people_promise_becomes_a_day_and_a_time_where_one_is_given(said: str, due: str):
    assert due_date(said, TUESDAY, "UTC") == due


def test_a_time_that_the_clocks_leave_out_is_due_as_it_was_said():
    evening = int(datetime(2026, 3, 28, 19, tzinfo=UTC).timestamp() * 1000)
    assert due_date("tomorrow 2:30", evening, "Europe/Berlin") == "2026-03-29 02:30"


def test_the_end_of_a_day_that_is_over_is_that_of_the_next():
    evening = TUESDAY + 10 * 60 * 60 * 1000
    assert due_date("EOD", evening, "UTC") == "2026-12-02 18:00"


@pytest.mark.parametrize("day", range(4, 8))
def test_the_end_of_the_week_is_its_friday_and_on_the_weekend_that_of_the_next(day: int):
    at = TUESDAY + (day - 1) * DAY
    assert due_date("end of week", at, "UTC") == ("2026-12-04" if day == 4 else "2026-12-11")


@pytest.mark.parametrize("said", ["2026-11-30", "1 december 2025", "today 9am", "2026-12-01 09:05"])
def test_nothing_is_due_in_the_past(said: str):
    with pytest.raises(PastError):
        due_date(said, TUESDAY, "UTC")


@pytest.mark.parametrize("said", ["31 february", "0 may", "32 dec 2027"])
def test_a_month_has_only_its_days(said: str):
    with pytest.raises(ValueError):  # noqa: PT011  the calendar's own words
        due_date(said, TUESDAY, "UTC")


@given(st.text(st.sampled_from("0123456789 :.dhwapmfriendofweekjanuary"), max_size=20), st.integers(0, 400))
def test_whatever_is_said_it_is_never_due_in_the_past(said: str, days: int):
    now = TUESDAY + days * DAY
    try:
        due = due_day(due_date(said, now, "Europe/London"))
    except ValueError:
        return
    assert due is None or due >= local(now, "Europe/London").date()


@pytest.mark.parametrize(
    "said",
    [
        "25:00",
        "13pm",
        "5",
        "next week",
        "next",
        "a week",
        "fr",
        "mo",
        "1000d",
        "10000d",
        "d",
        "days",
        "3",
        "soon",
        "someday",
        "frida!",
        "2026-12",
    ],
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
