"""Times as people write them into a guide, and texts that only look as if they had one."""

import pytest

from facilitator.agenda_files.guides.guide_times import range_lengths, timed


@pytest.mark.parametrize(
    ("text", "title", "seconds"),
    [
        ("(10 min) Intro", "Intro", 600),
        ("Intro (1.5 hours)", "Intro", 5400),
        ("Intro [5m]:", "Intro", 300),
        ("10 min - Intro", "Intro", 600),
        ("Intro – 1h 30m", "Intro", 5400),
        ("Intro: 15 minutes", "Intro", 900),
    ],
)
def test_a_time_is_found_at_either_end(text: str, title: str, seconds: int):
    found = timed(text)
    assert found is not None
    assert (found.text, found.seconds) == (title, seconds)


@pytest.mark.parametrize("text", ["45 minutes is a good length", "Q (why)", "Version 2.0", "(5 min)", "5m", ""])
def test_a_text_that_only_mentions_a_number_has_no_time(text: str):
    assert timed(text) is None


def test_ranges_are_minutes_from_the_start_or_times_of_day():
    assert range_lengths([("00:00", "01:00"), ("01:00", "45:00")]) == [60, 44 * 60]
    assert range_lengths([("0:00", "0:10"), ("0:10", "1:30")]) == [600, 4800]
    assert range_lengths([("9:30", "10:00"), ("12:30", "1:15")]) == [1800, 2700]
    assert range_lengths([("0:00:00", "0:10:30")]) == [630]
