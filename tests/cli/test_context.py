"""A command and its workspace: what goes wrong ends the command with its reason and exit code."""

from pathlib import Path
from threading import Event

import click
import pytest

from facilitator.cli import cli
from facilitator.cli.context import answer_of_disk
from facilitator.files.patience import waiting_for
from facilitator.storage.forms.framing import framed
from tests.cli.kept import CANARY
from tests.cli.shell import facilitator, files_with, ran


@pytest.mark.parametrize("command", [("debrief",), ("amend",), ("scorecard", "--as", "ceo")])
def test_a_journal_that_lost_its_opening_is_told_in_words(session: str, data: Path, command):
    journal = data / "sessions" / f"{session}.journal"
    journal.write_bytes(journal.read_bytes().replace(b"SessionOpened", b"SessionClosed"))
    run = facilitator(*command, session, *(["a note"] if command == ("amend",) else []))
    assert run.exit_code == 1
    assert "how it was opened is lost" in run.output
    assert (CANARY in run.output) == (command == ("debrief",))
    assert CANARY not in facilitator("debrief", session, "--for", "candidate").output


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


@pytest.fixture
def damaged(session: str, data: Path) -> str:
    """A session with damage in the line of a note."""
    journal = data / "sessions" / f"{session}.journal"
    journal.write_bytes(journal.read_bytes().replace(CANARY.encode(), CANARY.replace("z", "x").encode(), 1))
    return session


@pytest.mark.parametrize(
    "arguments", [("debrief", "SESSION"), ("reindex",), ("export-all", "--candidate", "Robin Reyes")]
)
def test_who_only_reads_tells_damage_once(damaged: str, tmp_path: Path, arguments):
    out = ("--out", tmp_path / "all.zip") if arguments[0] == "export-all" else ()
    run = facilitator(*[damaged if word == "SESSION" else word for word in arguments], *out)
    assert run.exit_code == 0
    assert run.stderr == f"{damaged}: 1 line damaged and skipped.\n"


def test_the_list_tells_damage_each_time(session: str, data: Path):
    ran("sessions")
    journal = data / "sessions" / f"{session}.journal"
    journal.write_bytes(journal.read_bytes() + b"half a line\n")
    for _ in range(2):
        assert facilitator("sessions").stderr == f"{session}: 1 line damaged and skipped.\n"
    ran("amend", session, "+ late")
    assert facilitator("sessions").stderr == ""


def test_who_writes_tells_damage_and_where_it_was_put(damaged: str, data: Path):
    run = facilitator("amend", damaged, "+ late")
    aside = data / "sessions" / f"{damaged}.journal.torn-1"
    assert run.exit_code == 0
    assert run.stderr == f"{damaged}: 1 line damaged, set aside in {aside}.\n"
    assert aside.exists()
    assert facilitator("debrief", damaged).stderr == ""


def test_a_damaged_library_is_told_with_its_remedy(session: str, data: Path):
    (data / "library.json").write_bytes(b"{")
    run = facilitator("sessions")
    assert (run.exit_code, session in run.stdout) == (0, True)
    assert "library.json was damaged. It was rebuilt from the journals; the damaged one is " in run.stderr
    assert facilitator("sessions").stderr == ""


def test_a_journal_of_a_newer_major_version_is_refused_in_words_and_left_alone(session: str, data: Path):
    journal = data / "sessions" / f"{session}.journal"
    journal.write_bytes(journal.read_bytes() + framed(b'{"facilitator":"journal","version":"2.0"}') + b"torn")
    before = journal.read_bytes()
    for arguments in (("debrief", session), ("amend", session, "a note"), ("unseal", session)):
        run = facilitator(*arguments)
        assert (run.exit_code, run.stdout) == (1, "")
        assert "was written by a newer version of facilitator, as a journal 2.0; this one reads 1.x" in run.stderr
    assert journal.read_bytes() == before


def test_what_isnt_a_disk_is_waited_for_under_its_name(monkeypatch):
    told = Event()
    lines: list[str] = []

    def say(said: str, **_: object) -> None:
        lines.append(said)
        told.set()

    monkeypatch.setattr("facilitator.files.patience.HANGING_SECONDS", 0.01)
    monkeypatch.setattr("facilitator.cli.context.say", say)
    with click.Context(cli), waiting_for("the others' answers"):
        answer_of_disk(lambda: told.wait(60), "/data")
    assert lines == ["Still waiting for the others' answers … Ctrl+C leaves."]
