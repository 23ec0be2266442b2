"""After the interview: late notes, what is owed, holds, erasing, purging, handing over, taking in."""

import json
import stat
import zipfile
from pathlib import Path
from unittest.mock import patch

import pytest
from click.testing import CliRunner, Result

from facilitator.cli import cli

CANARY = "zanzibar-canary"

AGENDA = """\
title: VP Sales, final round
starts: 2020-01-06 10:00
panel:
  - {id: ceo, name: Ann Lee, lead: true}
  - {id: cfo, name: Bo Ek}
competencies:
  - {id: pipeline, name: Pipeline building}
segments:
  - {title: Welcome, length: 15m}
"""

SCRIPT = f"""\
00:00 /start
01:00 + {CANARY} closed three of five #pipeline
02:00 struck {CANARY}
02:10 /strike 2
03:00 /them How is the quota set?
03:10 /owed 1 by cfo until 2020-01-10
15:00 /end
"""


def facilitator(*arguments: str | Path, typed: str = "") -> Result:
    return CliRunner().invoke(cli, list(map(str, arguments)), input=typed)


def ran(*arguments: str | Path, typed: str = "") -> str:
    run = facilitator(*arguments, typed=typed)
    assert run.exit_code == 0, run.output
    return run.output


@pytest.fixture
def data(home: Path) -> Path:
    return home / "library"


@pytest.fixture
def session(tmp_path: Path, data: Path) -> str:
    """The id of a session with Robin Reyes that is kept; there is one with Kim Ode as well."""
    (tmp_path / "agenda.yaml").write_text(AGENDA, "utf-8")
    (tmp_path / "script").write_text(SCRIPT, "utf-8")
    (tmp_path / "other").write_text("00:00 /start\n01:00 lisbon-canary\n02:00 /end\n", "utf-8")
    ran("rehearse", tmp_path / "agenda.yaml", "--script", tmp_path / "other", "--candidate", "Kim Ode", "--keep")
    (other,) = data.rglob("*.journal")
    ran("rehearse", tmp_path / "agenda.yaml", "--script", tmp_path / "script", "--candidate", "Robin Reyes", "--keep")
    (mine,) = set(data.rglob("*.journal")) - {other}
    return mine.stem


def report(session: str) -> dict:
    return json.loads(ran("debrief", session, "--format", "json"))


def files_with(data: Path, word: str) -> list[str]:
    return [path.name for path in data.rglob("*") if path.is_file() and word.encode() in path.read_bytes()]


def test_a_late_note_is_added_and_marked(session: str):
    assert ran("amend", session, "+ sent the plan #pipeline", "--as", "cfo") == "Kept.\n"
    note = report(session)["notes"][-1]
    assert (note["text"], note["author"], note["late"], note["segment"]) == (
        "sent the plan #pipeline",
        "cfo",
        True,
        None,
    )
    assert report(session)["session"]["clock_marks"] == []


def test_an_answer_that_was_owed_can_be_settled(session: str):
    assert "1, 1 overdue" in ran("sessions")
    assert "Overdue: an answer to Robin Reyes, owed since 2020-01-10" in ran("sessions")
    ran("amend", session, "/answered 1 by cfo")
    assert "overdue" not in ran("sessions").lower()


def test_an_interview_that_has_not_ended_is_resumed_not_amended(tmp_path: Path):
    (tmp_path / "agenda.yaml").write_text(AGENDA, "utf-8")
    (tmp_path / "script").write_text("00:00 /start\n", "utf-8")
    ran("rehearse", tmp_path / "agenda.yaml", "--script", tmp_path / "script", "--keep")
    run = facilitator("amend", "2020", "late")
    assert run.exit_code == 2
    assert "hasn't ended: facilitator resume" in run.output


@pytest.mark.parametrize("arguments", [("/cover 9",), ("",), ("note", "--as", "nobody")])
def test_a_wrong_amendment_is_refused(session: str, arguments):
    run = facilitator("amend", session, *arguments)
    assert (run.exit_code, "Traceback" in run.output) == (2, False)


def test_a_struck_note_is_in_no_debrief(session: str):
    for name in ("md", "html", "text", "slack"):
        assert "struck zanzibar" not in ran("debrief", session, "--format", name)


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


@pytest.mark.parametrize("command", [("debrief",), ("amend",), ("scorecard", "--as", "ceo")])
def test_a_journal_that_lost_its_opening_is_told_in_words(session: str, data: Path, command):
    journal = data / "sessions" / f"{session}.journal"
    journal.write_bytes(b"x" + journal.read_bytes()[1:])
    run = facilitator(*command, session, *(["a note"] if command == ("amend",) else []))
    assert run.exit_code == 1
    assert "how it was opened is lost" in run.output


@pytest.mark.parametrize("how", [("erase",), ("erase", "--candidate", "Robin Reyes"), ("purge", "--older-than", "1d")])
def test_what_is_under_a_hold_is_not_erased(session: str, data: Path, how):
    ran("hold", session, "--reason", "a complaint")
    run = facilitator(*how, *([session] if how == ("erase",) else []), "--yes")
    assert run.exit_code == 1
    assert f"{session} is under a hold" in run.output
    assert files_with(data, CANARY)
    assert ran("hold", session, "--release") == f"{session} is no longer under a hold.\n"
    ran("erase", session, "--yes")
    assert files_with(data, CANARY) == []


def test_how_long_sessions_are_kept_is_a_setting(session: str, data: Path):
    assert facilitator("purge", "--yes").exit_code == 2
    (data / "config.toml").write_text("retention_days = 180\n")
    ran("hold", session)
    told = ran("sessions")
    assert "Older than 180 days: 1 session (facilitator purge)." in told
    assert f"Older than 180 days, but under a hold: {session}." in told
    (data / "config.toml").write_text("retention_days = 36500\n")
    assert ran("purge", "--yes") == "Nothing is older than 36500 days.\n"


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


def test_everything_about_a_person_is_handed_over_and_nothing_about_others(session: str, tmp_path: Path):
    out = tmp_path / "out" / "robin.zip"
    out.parent.mkdir()
    ran("export-all", "--candidate", "robin reyes", "--out", out)
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    with zipfile.ZipFile(out) as archive:
        content = {name: archive.read(name).decode() for name in archive.namelist()}
    assert set(content) == {f"{session}/{name}" for name in ("debrief.md", "debrief.json", f"kept/{session}.journal")}
    assert f"struck {CANARY}" in content[f"{session}/kept/{session}.journal"]
    assert "lisbon-canary" not in "".join(content.values())


def test_a_folder_will_do_and_nothing_is_overwritten(session: str, tmp_path: Path):
    ran("export-all", "--candidate", "Robin Reyes", "--out", tmp_path / "robin")
    for path in (tmp_path / "robin").rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)
    again = facilitator("export-all", "--candidate", "Robin Reyes", "--out", tmp_path / "robin")
    assert (again.exit_code, "exists already" in again.output) == (1, True)


def test_the_same_session_comes_back_from_its_json(session: str, data: Path, tmp_path: Path):
    ran("amend", session, "late")
    before = {name: ran("debrief", session, "--format", name) for name in ("md", "json", "html")}
    ran("debrief", session, "--format", "json", "--out", tmp_path / "it.json")
    refused = facilitator("import-session", tmp_path / "it.json")
    assert (refused.exit_code, "is here already" in refused.output) == (2, True)
    ran("erase", session, "--yes")
    assert ran("import-session", tmp_path / "it.json") == f"Taken in: {session}\n"
    assert {name: ran("debrief", session, "--format", name) for name in before} == before
    assert "1 overdue" in ran("sessions")


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xfe", b'{"journal": [1]}'])
def test_what_is_no_session_is_not_taken_in(tmp_path: Path, content):
    (tmp_path / "it.json").write_bytes(content)
    run = facilitator("import-session", tmp_path / "it.json")
    assert (run.exit_code, "Traceback" in run.output) == (2, False)


def test_a_session_with_a_path_for_a_name_is_not_taken_in(session: str, tmp_path: Path, data: Path):
    text = ran("debrief", session, "--format", "json").replace(session, "../../evil")
    (tmp_path / "it.json").write_text(text)
    run = facilitator("import-session", tmp_path / "it.json")
    assert run.exit_code in (1, 2)
    assert not list(tmp_path.rglob("*evil*"))


def test_a_letter_without_a_note_says_so_beside_it(session: str):
    assert "#share in a note marks it for them" in ran("debrief", session, "--for", "candidate")
    ran("amend", session, "+ clear to the last question #share")
    letter = ran("debrief", session, "--for", "candidate")
    assert "#share" not in letter
    assert "- clear to the last question" in letter


def test_dates_stay_whole_in_a_narrow_terminal(session: str, capsys):
    from facilitator.cli.tables import print_table

    row = (session, "VP Sales, final", "Robin Reyes", "2026-01-05", "1h34m30s", "49", "2, 2 overdue")
    with patch.dict("os.environ", {"COLUMNS": "70", "FORCE_COLOR": "1", "NO_COLOR": "1"}):
        print_table(("session", "title", "candidate", "date", "took", "notes", "owed"), [row])
    assert "2026-01-05" in capsys.readouterr().out
