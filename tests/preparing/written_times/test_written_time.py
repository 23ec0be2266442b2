"""The time is found where people write it, and a duration inside a sentence is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.preparing.written_times.clocks import ClockTime
from facilitator.preparing.written_times.written_time import WrittenTime, written_time

MINUTE = 60


@pytest.mark.parametrize(
    ("written", "text", "minutes"),
    [
        ("5 min", "", 5),
        ("Case – 20 mins (Anna)", "Case", 20),
        ("15min", "", 15),
        ("1h30", "", 90),
        ("1 hr", "", 60),
        ("10'", "", 10),
        ("half an hour", "", 30),
        ("(~10 min) Intro", "Intro", 10),
        ("(10 min) Introductions -- who are you", "Introductions -- who are you", 10),
        ("[10 min] Wrap-up", "Wrap-up", 10),
        ("Wrap-up [10 min]:", "Wrap-up", 10),
        ("Intro (ca. 10 min)", "Intro", 10),
        ("Team intros *(15min)*", "Team intros", 15),
        ("Close (5 Min.)", "Close", 5),
        ("Welcome (2 min) — who is who", "Welcome — who is who", 2),
        ("T 10 min", "T", 10),
        ("Workshop 2 hours", "Workshop", 120),
        ("Intro – 10 min", "Intro", 10),
        ("Intro, 5 min", "Intro", 5),
        ("Intro: 1h 30m", "Intro", 90),
        ("10 min: Intro", "Intro", 10),
        ("10 min Intro", "Intro", 10),
        ("1,5 h Pair programming", "Pair programming", 90),
        ("Explain closures. (5 min)", "Explain closures.", 5),
        ("Why did you leave? (5 min)", "Why did you leave?", 5),
        ("5 minutes before end", "5 minutes before end", 5),
        ("开场 (10分钟)", "开场", 10),
        ("10分钟 开场", "开场", 10),
        ("Приветствие — 5 мин", "Приветствие", 5),
        ("Halbe Stunde Pause", "Halbe Stunde Pause", None),
    ],
)
def test_a_length_is_found_beside_its_title(written: str, text: str, minutes: int | None):
    found = written_time(written)
    if minutes is None:
        assert found is None
    else:
        assert found is not None
        assert (found.text, found.seconds) == (text, minutes * MINUTE)


@pytest.mark.parametrize(
    "sentence",
    [
        "Tell us about the last 10 minutes",
        "What would you do in 10 minutes?",
        "Explain closures in 5 minutes",
        "45 minutes is generally a good amount of time for an interview",
        "Why did it take 3 hours to deploy (honestly)?",
        "Give them a 5 min warning",
        "A 90-minute kickoff",
        "2020-2025 Strategy",
        "3 people",
        "1. Intro",
        "Question 7",
        "",
    ],
)
def test_a_duration_inside_a_sentence_is_none(sentence: str):
    assert written_time(sentence) is None


def test_a_range_of_lengths_has_two_ends_and_each_counts_for_each():
    assert written_time("Ask around (3-5 min each)") == WrittenTime(
        "Ask around", seconds=5 * MINUTE, least_seconds=3 * MINUTE, each=True
    )
    assert written_time("10 bis 15 Minuten") == WrittenTime(
        "", leads=True, seconds=15 * MINUTE, least_seconds=10 * MINUTE
    )


def test_what_stands_beside_a_length_in_its_brackets_is_kept():
    assert written_time("Round of names (5m, Host)") == WrittenTime("Round of names", seconds=5 * MINUTE, beside="Host")


@pytest.mark.parametrize("label", ["Duration: 10", "Dauer: 10 Min", "Durée : 10 minutes", "Time: 0:10", "时长：10分钟"])
def test_a_field_is_a_length_in_many_languages(label: str):
    found = written_time(label)
    assert found is not None
    assert (found.text, found.seconds, found.is_field) == ("", 10 * MINUTE, True)


@pytest.mark.parametrize(
    ("written", "starts", "ends"),
    [
        ("9-9:50am Intro", ClockTime((9, 0), "am"), ClockTime((9, 50), "am")),
        ("11-1pm Intro", ClockTime((11, 0), "am"), ClockTime((1, 0), "pm")),
        ("9.00-10.15 Intro", ClockTime((9, 0)), ClockTime((10, 15))),
        ("10:00 AM - 10:30 AM Intro", ClockTime((10, 0), "am"), ClockTime((10, 30), "am")),
        ("00:00 – 01:00  Intro", ClockTime((0, 0)), ClockTime((1, 0))),
        ("Intro (de 10h à 10h30)", ClockTime((10, 0)), ClockTime((10, 30))),
        ("Intro | 9:00 - 9:10", ClockTime((9, 0)), ClockTime((9, 10))),
        ("10:00 AM - Intro", ClockTime((10, 0), "am"), None),
        ("9:00 Intro", ClockTime((9, 0)), None),
    ],
)
def test_times_of_day_are_found(written: str, starts: ClockTime, ends: ClockTime | None):
    found = written_time(written)
    assert found is not None
    assert found.text == "Intro"
    assert found.seconds is None
    assert [(time.parts, time.half) for time in (found.starts, found.ends) if time] == [
        (time.parts, time.half) for time in (starts, ends) if time
    ]


def test_a_cue_is_no_length():
    found = written_time("T-2h Send the invitation")
    assert found == WrittenTime("Send the invitation", leads=True, is_cue=True)


def test_a_share_of_the_whole_is_told_as_such():
    assert written_time("Coding (20 %)") == WrittenTime("Coding", share=0.2)


@pytest.mark.parametrize(
    ("cell", "unit", "seconds"),
    [
        ("10", "", 600),
        ("10", "s", 10),
        ("600000", "ms", 600),
        ("0.0104166667", "days", 900),
        ("0:30", "", 1800),
        ("45:00", "", 2700),
        ("00:10:00", "", 600),
        ("1h", "", 3600),
    ],
)
def test_a_cell_of_lengths_may_be_a_bare_number(cell: str, unit: str, seconds: int):
    found = written_time(cell, is_cell=True, unit=unit)
    assert found is not None
    assert found.seconds == seconds


def test_what_was_assumed_about_a_cell_is_said():
    found = written_time("0:30", is_cell=True)
    assert found is not None
    assert found.guess == "0:30 read as hours and minutes"


@given(st.text(max_size=300))
def test_any_text_can_be_asked(text: str):
    found = written_time(text)
    assert found is None or found.seconds is None or found.seconds > 0
    written_time(text, is_cell=True)
