"""An agenda's zone, start and hard stop: which exist, and the one form that they are kept in."""

import pytest

from tests.agenda_files.reading import agenda_of, complaints_of, errors_of, with_segment

STARTS = "expected a local date and time such as 2026-12-01 10:00, or a time of any day such as 10:00"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("2026-12-01T10:00", "2026-12-01 10:00"),
        ("2026-12-01 10:00:00", "2026-12-01 10:00"),
        ("'2026-12-01 09:30'", "2026-12-01 09:30"),
        ("9:30", "09:30"),
        ("23:15", "23:15"),
        ("0:00", "00:00"),
    ],
)
def test_a_start_is_kept_in_one_form(written: str, kept: str):
    assert agenda_of(with_segment("", f"starts: {written}\n")).starts == kept


def test_a_hard_stop_is_kept_in_one_form():
    assert agenda_of(with_segment("", "hard_stop: 9:05\n")).hard_stop == "09:05"


@pytest.mark.parametrize(
    "starts", ["tomorrow", "2026-12-01", "2026-02-30 10:00", "3026-12-01 10:00", "25:00", "10", "now"]
)
def test_what_is_no_start_is_refused(starts: str):
    assert errors_of(with_segment("", f"starts: {starts}\n")) == [f"a.yaml:2:9: error: found '{starts}', {STARTS}"]


@pytest.mark.parametrize("starts", ["2026-12-01 10:00+01:00", "2026-12-01T10:00Z"])
def test_an_offset_is_no_zone(starts: str):
    (complaint,) = errors_of(with_segment("", f"starts: {starts}\n"))
    assert complaint.endswith(f"{STARTS}; put the zone in 'timezone'")


@pytest.mark.parametrize("stop", ["25:00", "2026-12-01 11:30", "soon", "11:60"])
def test_what_is_no_hard_stop_is_refused(stop: str):
    (complaint,) = errors_of(with_segment("", f"hard_stop: {stop}\n"))
    assert complaint == f"a.yaml:2:12: error: found '{stop}', expected a local time such as 11:35"


def test_a_misspelt_zone_is_told_with_the_nearest():
    assert errors_of(with_segment("", "timezone: Europe/Londn\n")) == [
        "a.yaml:2:11: error: found 'Europe/Londn', expected a time zone such as Europe/London"
        " (did you mean 'Europe/London'?)"
    ]
    assert agenda_of(with_segment("", "timezone: Pacific/Auckland\n")).timezone == "Pacific/Auckland"


@pytest.mark.parametrize(
    ("starts", "stop", "said"),
    [("2026-12-01 10:00", "9:30", "10:00"), ("10:00", "10:00", "10:00"), ("10:00", "22:01", "10:00")],
)
def test_a_hard_stop_comes_within_twelve_hours_after_the_start(starts: str, stop: str, said: str):
    (complaint,) = errors_of(with_segment("", f"starts: {starts}\nhard_stop: {stop}\n"))
    assert complaint == f"a.yaml:3:12: error: 'hard_stop' ({stop.zfill(5)}) isn't after 'starts' ({said})"


@pytest.mark.parametrize(("starts", "stop"), [("10:00", "10:05"), ("10:00", "22:00"), ("23:58", "0:03")])
def test_it_may_come_after_midnight_and_as_late_as_the_plan_ends(starts: str, stop: str):
    assert complaints_of(with_segment("", f"starts: {starts}\nhard_stop: {stop}\n")) == []


@pytest.mark.parametrize(("starts", "stop"), [("2026-12-01 10:00", "10:03"), ("23:59", "00:02")])
def test_a_plan_that_runs_past_the_hard_stop_is_warned_of(starts: str, stop: str):
    text = with_segment("", f"starts: {starts}\nhard_stop: {stop}\n")
    agenda_of(text)
    assert complaints_of(text) == ["a.yaml:3:12: warning: the segments run 2m past the hard stop"]
