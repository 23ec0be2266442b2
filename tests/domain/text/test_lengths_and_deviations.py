"""Where a written length, a clock text and a deviation change their form."""

import pytest

from facilitator.domain.text.durations import clock_text, length_text, over_under, parse_duration


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0m"),
        (1, "1s"),
        (59, "59s"),
        (60, "1m"),
        (61, "61s"),
        (119, "119s"),
        (120, "2m"),
        (121, "2m1s"),
        (150, "2m30s"),
        (3599, "59m59s"),
        (3600, "1h"),
        (3601, "1h1s"),
        (3660, "1h1m"),
        (5400, "1h30m"),
        (-90, "90s"),
        (-300, "5m"),
        (90.9, "90s"),
    ],
)
def test_the_short_form_of_a_length(seconds: float, text: str):
    assert length_text(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0:00"),
        (9, "0:09"),
        (60, "1:00"),
        (599, "9:59"),
        (600, "10:00"),
        (3599, "59:59"),
        (3600, "1:00:00"),
        (3661, "1:01:01"),
        (36000, "10:00:00"),
        (90000, "25:00:00"),
        (-5, "0:05"),
        (59.9, "0:59"),
        (-59.9, "0:59"),
    ],
)
def test_what_a_clock_shows(seconds: float, text: str):
    assert clock_text(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.9, "on time"),
        (-0.9, "on time"),
        (1, "0:01 over"),
        (1.9, "0:01 over"),
        (-1, "0:01 under"),
        (3600, "1:00:00 over"),
    ],
)
def test_less_than_a_second_is_no_deviation(seconds: float, text: str):
    assert over_under(seconds) == text


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        (" 5m ", 300),
        ("0.5", 30),
        ("1.5h", 5400),
        ("1h1m1s", 3661),
        ("2 hours 5 min 3 sec", 7503),
        ("2hrs", 7200),
        ("0.5s", 0),
        ("1.6s", 2),
        ("59:59", 3599),
        ("0:00:59", 59),
        ("1:59:59", 7199),
        ("100:00", 6000),
        ("100:00:00", 360000),
        ("60:00", 3600),
        ("P2D", 172800),
        ("PT2S", 2),
        ("PT1H", 3600),
        ("P1DT1H1M1S", 90061),
        ("9" * 5, 5999940),
        (f"{'1':0>40}", 60),
    ],
)
def test_each_form_has_its_units(text: str, seconds: int):
    assert parse_duration(text) == seconds


@pytest.mark.parametrize("text", ["1:60", "0:60:00", "1000:00", "1:5", ":30", "P5M", "PT", "1s1m", f"{'1':0>41}", "."])
def test_what_only_looks_like_a_length_is_none(text: str):
    with pytest.raises(ValueError, match="not a duration: write it as 5m, 1h30m, 90s"):
        parse_duration(text)
