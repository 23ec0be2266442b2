"""A command and its workspace: what goes wrong ends the command with its reason and exit code."""

from pathlib import Path

import pytest

from tests.cli.kept import CANARY
from tests.cli.shell import facilitator, files_with, ran


@pytest.mark.parametrize("command", [("debrief",), ("amend",), ("scorecard", "--as", "ceo")])
def test_a_journal_that_lost_its_opening_is_told_in_words(session: str, data: Path, command):
    journal = data / "sessions" / f"{session}.journal"
    journal.write_bytes(b"x" + journal.read_bytes()[1:])
    run = facilitator(*command, session, *(["a note"] if command == ("amend",) else []))
    assert run.exit_code == 1
    assert "how it was opened is lost" in run.output


def test_wrong_settings_are_said(session: str, data: Path):
    (data / "config.toml").write_text("retention_day = 180\n")
    assert "config.toml:1:1: warning: there is no setting 'retention_day' (did you mean 'retention_days'?)" in ran(
        "sessions"
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("erase", "--yes"),
        ("erase", "nothing", "--yes"),
        ("erase", "--candidate", "Nobody", "--yes"),
        ("erase", "--candidate", "", "--yes"),
        ("purge", "--older-than", "soon", "--yes"),
        ("purge", "--older-than", "", "--yes"),
        ("hold", "nothing"),
        ("export-all", "--candidate", "Nobody", "--out", "x"),
    ],
)
def test_what_names_nothing_is_wrong_input(session: str, data: Path, arguments):
    run = facilitator(*arguments)
    assert (run.exit_code, "Traceback" in run.output) == (2, False)
    assert files_with(data, CANARY)
