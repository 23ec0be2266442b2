"""Dates and times as the people in the room write and read them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

import msgspec
import pendulum
import pytest

from facilitator.domain.facts.timeline import Instant
from facilitator.domain.text.dates import (
    by_when,
    cell_text,
    date_text,
    day_text,
    due_date,
    due_day,
    from_iso,
    iso_day,
    iso_text,
    moment_text,
    read_moment,
    read_time,
    recent_text,
    start_form,
    time_form,
    time_text,
    weekday_text,
)

TUESDAY = int(datetime(2026, 12, 1, 23, 30, tzinfo=UTC).timestamp() * 1000)


def at(text: str) -> int:
    """The instant of a text like `2026-12-01T10:00Z`."""
    return int(datetime.fromisoformat(text).timestamp() * 1000)


@pytest.fixture
def german_pendulum() -> Iterator[None]:
    pendulum.set_locale("de")
    yield
    pendulum.set_locale("en")


def test_the_time_of_day_is_that_of_the_zone():
    assert time_text(TUESDAY, "UTC") == "23:30"
    assert time_text(TUESDAY, "Asia/Tokyo") == "08:30"


def test_an_unknown_zone_counts_as_utc():
    assert time_text(TUESDAY, "Mars/Olympus") == "23:30"
    assert time_text(TUESDAY, "../../etc/passwd") == "23:30"


def test_the_time_of_day_follows_the_clock_when_it_is_changed():
    assert time_text(at("2026-03-29T00:59Z"), "Europe/London") == "00:59"
    assert time_text(at("2026-03-29T01:00Z"), "Europe/London") == "02:00"
    assert time_text(at("2026-10-25T00:59Z"), "Europe/London") == "01:59"
    assert time_text(at("2026-10-25T01:00Z"), "Europe/London") == "01:00"


def test_a_date_is_written_out():
    assert date_text(TUESDAY, "UTC") == "Tuesday, 1 December 2026"
    assert date_text(TUESDAY, "Asia/Tokyo") == "Wednesday, 2 December 2026"


def test_a_date_can_do_without_its_year_or_be_a_weekday():
    assert day_text(TUESDAY, "UTC") == "Tuesday, 1 December"
    assert weekday_text(TUESDAY, "UTC") == "Tue"
    assert weekday_text(TUESDAY, "Asia/Tokyo") == "Wed"


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("1970-01-01", "Thursday, 1 January 1970"),
        ("2024-02-29", "Thursday, 29 February 2024"),
        ("2026-03-02", "Monday, 2 March 2026"),
        ("2026-04-04", "Saturday, 4 April 2026"),
        ("2026-05-10", "Sunday, 10 May 2026"),
        ("2026-06-12", "Friday, 12 June 2026"),
        ("2026-07-01", "Wednesday, 1 July 2026"),
        ("2026-08-31", "Monday, 31 August 2026"),
        ("2026-09-09", "Wednesday, 9 September 2026"),
        ("2026-10-20", "Tuesday, 20 October 2026"),
        ("2026-11-05", "Thursday, 5 November 2026"),
        ("2100-12-31", "Friday, 31 December 2100"),
    ],
)
def test_weekdays_and_months_have_their_english_names(day: str, text: str):
    assert date_text(from_iso(day), "UTC") == text


@pytest.mark.usefixtures("german_pendulum")
def test_dates_are_english_whatever_language_the_library_is_set_to():
    in_october = at("2031-10-07T10:00Z")
    assert date_text(in_october, "UTC") == "Tuesday, 7 October 2031"
    assert due_date("tuesday", in_october, "UTC") == "2031-10-14"


def test_a_moment_has_its_day_where_that_is_another_than_the_readers():
    ten = at("2026-12-01T10:04Z")
    assert moment_text(ten, TUESDAY, "UTC") == "10:04"
    assert moment_text(TUESDAY, ten, "Asia/Tokyo") == "2 December, 08:30"


@pytest.mark.parametrize(
    ("used", "text"),
    [
        ("2026-12-01T09:02Z", "today 09:02"),
        ("2026-11-30T23:59Z", "yesterday 23:59"),
        ("2026-11-29T12:00Z", "29 November"),
        ("2026-01-01T00:00Z", "1 January"),
        ("2025-12-31T23:59Z", "31 December 2025"),
        ("2026-12-02T09:02Z", "2 December"),
    ],
)
def test_how_long_ago_something_was(used: str, text: str):
    assert recent_text(at(used), TUESDAY, "UTC") == text


def test_today_begins_at_the_midnight_of_the_zone():
    assert recent_text(at("2026-12-01T14:59Z"), TUESDAY, "Asia/Tokyo") == "yesterday 23:59"
    assert recent_text(at("2026-12-01T15:00Z"), TUESDAY, "Asia/Tokyo") == "today 00:00"


def test_an_iso_text_has_milliseconds_and_says_utc():
    assert iso_text(TUESDAY + 7) == "2026-12-01T23:30:00.007Z"
    assert from_iso("2026-12-01T23:30:00.007Z") == TUESDAY + 7


def test_the_iso_day_is_that_of_the_zone():
    assert iso_day(TUESDAY, "UTC") == "2026-12-01"
    assert iso_day(TUESDAY, "Asia/Tokyo") == "2026-12-02"


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
        ("31d", "2027-01-01"),
        ("2027-01-15", "2027-01-15"),
        ("the board meets", "the board meets"),
        ("12", "12"),
        ("fr", "fr"),
        ("1000d", "1000d"),
    ],
)
def test_when_something_is_due(said: str, due: str):
    assert due_date(said, TUESDAY, "UTC") == due


@pytest.mark.parametrize(
    ("weekday", "due"),
    [
        ("monday", "2026-12-07"),
        ("tuesday", "2026-12-08"),
        ("wednesday", "2026-12-02"),
        ("thursday", "2026-12-03"),
        ("friday", "2026-12-04"),
        ("saturday", "2026-12-05"),
        ("sunday", "2026-12-06"),
    ],
)
def test_a_weekday_is_the_next_one_and_never_today(weekday: str, due: str):
    assert due_date(weekday, TUESDAY, "UTC") == due
    assert due_date(weekday[:3].upper(), TUESDAY, "UTC") == due


def test_a_date_that_no_calendar_has_is_refused():
    with pytest.raises(ValueError, match="day"):
        due_date("2026-02-30", TUESDAY, "UTC")


@pytest.mark.parametrize("words", ["now", "2026", "2026-12", "2026/12/04", "P3D", "2026-12-04T10:00"])
def test_what_is_more_or_less_than_a_date_stays_as_it_was_typed(words: str):
    assert due_date(words, TUESDAY, "UTC") == words


def test_tomorrow_is_counted_in_the_zone():
    assert due_date("tomorrow", TUESDAY, "Asia/Tokyo") == "2026-12-03"


def test_the_day_after_is_the_next_one_also_where_the_clock_is_changed():
    night_before_the_clock_goes_forward = at("2026-03-28T23:30Z")
    assert due_date("tomorrow", night_before_the_clock_goes_forward, "Europe/London") == "2026-03-29"
    night_after_it_went_back = at("2026-10-25T23:30Z")
    assert due_date("tomorrow", night_after_it_went_back, "Europe/London") == "2026-10-26"


def test_only_a_date_has_a_day():
    second = date(2026, 12, 2)
    assert due_day("2026-12-02") == due_day("2026-12-02 17:00") == second
    assert due_day("next week") is None


@pytest.mark.parametrize(("text", "form"), [("9:30", "09:30"), ("10:00", "10:00"), ("23:59:00", "23:59")])
def test_a_time_of_day_has_one_form(text: str, form: str):
    assert time_form(read_time(text)) == start_form(read_time(text)) == form


@pytest.mark.parametrize("text", ["24:00", "10:60", "10", "10:0", "10:00:30", "10.00", "noon", "", "١٠:٠٠"])
def test_what_is_no_time_of_day_is_refused(text: str):
    with pytest.raises(ValueError, match="10:00"):
        read_time(text)


@pytest.mark.parametrize("text", ["2026-12-01 09:30", "2026-12-01T09:30", "2026-12-01 09:30:00", "2026-W49-2 09:30"])
def test_a_start_with_its_date_has_one_form(text: str):
    assert start_form(read_moment(text)) == "2026-12-01 09:30"
    assert time_form(read_moment(text)) == "09:30"


@pytest.mark.parametrize("text", ["now", "2026", "P1D", "10:00", "2026-02-30 10:00", "2026-12-01 9:30", "soon"])
def test_what_is_no_moment_is_refused(text: str):
    with pytest.raises(ValueError, match=r"isoformat|day is out of range"):
        read_moment(text)


@pytest.mark.parametrize("year", ["0206", "1970", "2999", "3026", "9999"])
def test_there_are_no_dates_of_years_that_could_not_be_kept(year: str):
    with pytest.raises(ValueError, match="from 1971 to 2998"):
        read_moment(f"{year}-12-31 23:59")


@pytest.mark.parametrize("first_or_last", ["1971-01-01 00:00+14:00", "2998-12-31 23:59-14:00"])
def test_every_moment_can_be_kept_as_an_instant(first_or_last: str):
    at = round(read_moment(first_or_last).timestamp() * 1000)
    assert msgspec.convert(at, Instant) == at


def test_a_cell_shows_as_much_as_it_has():
    assert cell_text(datetime(2026, 11, 29, 9, 30)) == "2026-11-29 09:30"
    assert cell_text(date(2026, 11, 29)) == "2026-11-29"
    assert (cell_text(time(9, 30)), cell_text(time(9, 30, 5))) == ("09:30", "09:30:05")


@pytest.mark.parametrize(
    ("due", "said"),
    [
        ("2026-12-04 17:00", "by Friday, 4 December, 17:00"),
        ("2026-12-04", "by Friday, 4 December"),
        ("next week", "by next week"),
        ("the board has met", "until the board has met"),
        ("", ""),
    ],
)
def test_until_when_an_answer_is_owed(due, said):
    assert by_when(due) == said
