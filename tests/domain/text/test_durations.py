"""Durations are read as people write them, and written as people read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.text.durations import clock_text, length_text, over_under, parse_duration, spoken_text


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("5m", 300),
        ("1h30m", 5400),
        ("1h 30m", 5400),
        ("90s", 90),
        ("90m", 5400),
        ("5 minutes", 300),
        ("2.5m", 150),
        ("PT5M", 300),
        ("pt1h30m", 5400),
        ("P1DT1H", 90000),
        ("1:30", 90),
        ("90:00", 5400),
        ("1:05:00", 3900),
        ("7", 420),
        ("2.5", 150),
        ("0m", 0),
    ],
)
def test_a_written_duration_is_read(text: str, seconds: int):
    assert parse_duration(text) == seconds


@pytest.mark.parametrize(
    "text", ["", "-5m", "+5m", "5x", "1:75", "1:60:00", "m", "P", "PT", "five", "5m5h", "1e3", "٥m", "9" * 50]
)
def test_anything_else_is_no_duration(text: str):
    with pytest.raises(ValueError, match="not a duration"):
        parse_duration(text)


@given(st.integers(min_value=0, max_value=12 * 3600))
def test_a_length_written_short_reads_back_as_itself(seconds: int):
    assert parse_duration(length_text(seconds)) == seconds


@given(st.integers(min_value=0, max_value=100 * 3600))
def test_a_clock_text_reads_back_as_itself(seconds: int):
    assert parse_duration(clock_text(seconds)) == seconds


def test_a_deviation_is_told_in_words():
    assert over_under(250) == "4:10 over"
    assert over_under(-90) == "1:30 under"
    assert over_under(0) == "on time"
    assert over_under(-0.4) == "on time"


def test_hours_appear_only_when_there_are_some():
    assert clock_text(59) == "0:59"
    assert clock_text(3600) == "1:00:00"
    assert clock_text(-61) == "1:01"


def test_a_length_is_said_in_hours_from_two_on():
    said = [spoken_text(seconds) for seconds in (90, 60, 5400, 7200, 8700, 3600 * 3 + 60)]
    assert said == ["90 seconds", "1 minute", "90 minutes", "2 hours", "2 hours 25 minutes", "3 hours 1 minute"]
