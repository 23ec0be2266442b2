"""What is erased leaves no byte; what was put on hold stays; how long sessions are kept is a setting."""

from pathlib import Path

import pytest

from facilitator.cli.commands.retaining import parse_age
from facilitator.cli.errors import WrongInput
from tests.cli.kept import CANARY
from tests.cli.shell import facilitator, files_with, ran


@pytest.mark.parametrize(("age", "days"), [("180d", 180), ("26w", 182), (" 6M ", 180), ("2y", 730), ("45", 45)])
def test_an_age_is_read_in_days_weeks_months_or_years(age, days):
    assert parse_age(age) == days


@pytest.mark.parametrize("age", ["", "soon", "-1d", "1.5y", "d", "18dy", "999999d", "٣d"])
def test_what_is_no_age_is_wrong(age):
    with pytest.raises(WrongInput, match="isn't an age"):
        parse_age(age)


@pytest.mark.parametrize("how", ["session", "candidate", "purge"])
def test_what_is_erased_leaves_no_byte(session: str, data: Path, how):
    (data / "debriefs").mkdir()
    ran("debrief", session, "--out", data / "debriefs")
    ran("amend", session, f"late {CANARY}")
    assert len(files_with(data, CANARY)) == 2
    others = files_with(data, "lisbon-canary")
    if how == "session":
        ran("erase", session, "--yes")
    elif how == "candidate":
        ran("erase", "--candidate", "ROBIN  reyes", typed="y\n")
    else:
        ran("purge", "--older-than", "52w", "--yes")
    assert files_with(data, CANARY) == []
    assert files_with(data, "Robin") == []
    assert files_with(data, "lisbon-canary") == ([] if how == "purge" else others)
    assert "Robin" not in ran("sessions")


def test_erasing_asks_first(session: str, data: Path):
    run = facilitator("erase", session, typed="n\n")
    assert run.exit_code == 1
    assert session in run.output
    assert "Nothing was erased." in run.output
    assert files_with(data, CANARY)
    assert facilitator("purge", "--older-than", "1d").exit_code == 1
    assert files_with(data, CANARY)


@pytest.mark.parametrize("how", [("erase",), ("erase", "--candidate", "Robin Reyes"), ("purge", "--older-than", "1d")])
def test_what_is_under_a_hold_is_not_erased(session: str, data: Path, how):
    ran("hold", session, "--reason", "a complaint")
    run = facilitator(*how, *([session] if how == ("erase",) else []), "--yes")
    assert run.exit_code == 1
    assert f"{session} was put on hold" in run.output
    assert files_with(data, CANARY)
    assert ran("hold", session, "--release") == f"{session} is no longer on hold.\n"
    ran("erase", session, "--yes")
    assert files_with(data, CANARY) == []


def test_how_long_sessions_are_kept_is_a_setting(session: str, data: Path):
    assert facilitator("purge", "--yes").exit_code == 2
    (data / "config.toml").write_text("retention_days = 180\n")
    ran("hold", session)
    told = ran("sessions")
    assert "Older than 180 days: 1 session. facilitator purge\n" in told
    assert f"Older than 180 days, but on hold: {session}." in told
    (data / "config.toml").write_text("retention_days = 36500\n")
    assert ran("purge", "--yes") == "Nothing is older than 36500 days.\n"
