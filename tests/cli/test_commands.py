"""The commands, as the installed program answers them: output, exit code, and never a traceback."""

import json
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from facilitator.cli import cli

SCRIPT = """\
00:00 /start
01:00 + closed three of five #pipeline
02:00 cfo> /cover 1
03:00 cfo> /rate pipeline 4 saw it
05:30 /next
06:00 /them How is the quota set?
06:30 /owed 1 by cfo until friday
15:00 /end
"""

AGENDA = """\
title: VP Sales, final round
timezone: Europe/London
starts: 2026-12-01 10:00
panel:
  - {id: ceo, name: Ann Lee, role: CEO, lead: true}
  - {id: cfo, name: Bo Ek, role: CFO}
competencies:
  - {id: pipeline, name: Pipeline building, owners: [cfo], anchors: {4: Works a list}}
segments:
  - title: Welcome
    kind: opening
    length: 5m
    questions:
      - {ask: How would you split the map?, id: territory, competency: pipeline, owner: cfo, must: true}
      - {ask: What would you stop doing?, owner: ceo, must: true}
  - {title: Your questions to us, kind: candidate_questions, length: 10m}
"""


def facilitator(*arguments: str | Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "facilitator", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    path = tmp_path / "agenda.yaml"
    path.write_text(AGENDA, encoding="utf-8")
    return path


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "interview.script"
    path.write_text(SCRIPT, encoding="utf-8")
    return path


def test_help_names_every_command_and_an_example():
    answer = facilitator("--help")
    assert answer.returncode == 0
    for command in ("run", "resume", "agendas", "check", "schema", "sessions", "reindex", "debrief", "rehearse"):
        assert f"  {command} " in answer.stdout
        assert f"facilitator {command}" in facilitator(command, "--help").stdout


def test_without_a_terminal_to_pick_on_there_is_the_help():
    assert facilitator().stdout == facilitator("--help").stdout


def test_the_first_help_says_of_each_command_what_the_command_says_of_itself():
    context = click.Context(cli, terminal_width=200)
    shown = cli.get_help(context)
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        assert command is not None
        assert re.search(rf"^  {name} +{re.escape(command.get_short_help_str(200))}$", shown, re.MULTILINE)


def test_a_misspelt_command_is_exit_2_with_the_nearest_one():
    answer = facilitator("rehears")
    assert answer.returncode == 2
    assert "Did you mean 'rehearse'?" in answer.stderr


def test_the_bundled_agendas_are_listed():
    answer = facilitator("agendas")
    assert answer.returncode == 0
    assert "vp-sales-final" in answer.stdout
    assert "1h30m" in answer.stdout


def test_a_rehearsal_prints_the_debrief_and_leaves_nothing_behind(agenda: Path, script: Path, home: Path):
    answer = facilitator("rehearse", agenda, "--script", script)
    assert answer.returncode == 0, answer.stderr
    assert "closed three of five" in answer.stdout
    assert list(home.iterdir()) == []


def test_a_rehearsal_as_json_has_the_facts(agenda: Path, script: Path):
    told = json.loads(facilitator("rehearse", agenda, "--script", script, "--format", "json").stdout)
    keys = "session agenda timeline coverage competencies notes candidate_questions follow_ups recommendations timing"
    assert set(told) >= set(keys.split())
    assert [(row["segment"], row["planned_seconds"], row["actual_seconds"]) for row in told["timeline"]] == [
        ("Welcome", 300, 330),
        ("Your questions to us", 600, 570),
    ]
    first = told["coverage"][0]
    assert (first["question"], first["number"], first["must"]) == ("territory", 1, True)
    assert (first["status"], first["by"]) == ("covered", {"cfo": "covered"})
    (note,) = told["notes"]
    assert (note["author"], note["text"], note["signal"], note["competency"]) == (
        "ceo",
        "closed three of five #pipeline",
        "strength",
        "pipeline",
    )
    assert note["segment"] == "Welcome"
    assert [(item["status"], item["by"], item["due"]) for item in told["candidate_questions"]] == [
        ("owed", "cfo", "2026-12-04")
    ]
    assert {item["kind"] for item in told["follow_ups"]} == {"owed_answer", "must_ask"}


def test_the_same_script_gives_the_same_debrief_byte_for_byte(agenda: Path, script: Path):
    once, twice = (facilitator("rehearse", agenda, "--script", script, "--format", "json").stdout for _ in range(2))
    assert once == twice


def test_a_kept_rehearsal_is_in_the_library_and_its_debrief_can_be_had(agenda: Path, script: Path, tmp_path: Path):
    facilitator("rehearse", agenda, "--script", script, "--keep", "--candidate", "Robin Reyes")
    assert "Robin Reyes" in facilitator("sessions").stdout
    out = tmp_path / "debrief.json"
    answer = facilitator("debrief", "2026-12-01-vp-sales", "--format", "json", "--out", out)
    assert answer.returncode == 0, answer.stderr
    assert json.loads(out.read_text(encoding="utf-8"))["session"]["candidate"] == "Robin Reyes"
    assert out.stat().st_mode & 0o777 == 0o600


def test_the_library_is_rebuilt_from_the_journals(agenda: Path, script: Path, home: Path):
    facilitator("rehearse", agenda, "--script", script, "--keep")
    listed = facilitator("sessions").stdout
    (home / "library" / "library.json").write_text("{torn", encoding="utf-8")
    assert facilitator("reindex").stdout.startswith("1 session in the library.")
    assert facilitator("sessions").stdout == listed


def test_a_damaged_library_mends_itself(agenda: Path, script: Path, home: Path):
    facilitator("rehearse", agenda, "--script", script, "--keep")
    listed = facilitator("sessions").stdout
    (home / "library" / "library.json").write_text("{torn", encoding="utf-8")
    assert facilitator("sessions").stdout == listed


def test_a_refused_line_of_a_script_is_exit_2_with_its_number(agenda: Path, tmp_path: Path):
    script = tmp_path / "wrong.script"
    script.write_text("00:00 /start\n\n00:10 /cover 99\n", encoding="utf-8")
    answer = facilitator("rehearse", agenda, "--script", script)
    assert answer.returncode == 2
    assert "wrong.script: line 3: There is no question 99" in answer.stderr


@pytest.mark.parametrize("command", ["run", "check", "rehearse"])
def test_a_wrong_agenda_is_exit_2_with_every_complaint_located(command: str, tmp_path: Path, script: Path):
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("titel: X\nsegments:\n  - {title: A, length: -5m}\n", encoding="utf-8")
    arguments = (command, wrong, "--script", script) if command == "rehearse" else (command, wrong)
    answer = facilitator(*arguments)
    told = answer.stdout + answer.stderr
    assert answer.returncode == 2
    assert f"{wrong}:1:1: error:" in told
    assert "did you mean 'title'?" in told
    assert f"{wrong}:3:24: error:" in told
    assert "Traceback" not in told


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[[[[", b"a: &a [*a]", b"just text", b"\x00"])
def test_whatever_a_file_holds_there_is_no_traceback(content: bytes, tmp_path: Path):
    path = tmp_path / "agenda.yaml"
    path.write_bytes(content)
    answer = facilitator("check", path)
    assert answer.returncode == 2
    assert answer.stdout.startswith(f"{path}:")
    assert "Traceback" not in answer.stderr


def test_a_sound_agenda_is_told_so():
    answer = facilitator("check", "vp-sales-final")
    assert answer.returncode == 0
    assert "nothing to complain of" in answer.stdout


def test_without_a_terminal_run_says_so_and_names_rehearse():
    answer = facilitator("run", "vp-sales-final")
    assert answer.returncode == 2
    assert "needs a terminal" in answer.stderr
    assert "facilitator rehearse" in answer.stderr


@pytest.mark.parametrize("command", ["debrief", "resume"])
def test_an_unknown_session_is_exit_2(command: str):
    answer = facilitator(command, "nothing/../../here")
    assert answer.returncode == 2
    assert "There is no session" in answer.stderr


def test_nothing_to_resume_is_said():
    answer = facilitator("resume")
    assert answer.returncode == 2
    assert "no unfinished session" in answer.stderr


def test_the_schema_is_json():
    assert json.loads(facilitator("schema").stdout)["$schema"].startswith("https://json-schema.org/")


@pytest.mark.parametrize("arguments", [("--help",), ("agendas",), ("sessions",), ("check", "vp-sales-final")])
def test_what_opens_no_screen_loads_none(arguments: tuple[str, ...]):
    loaded = (
        "import sys; from facilitator.__main__ import main\n"
        f"sys.argv = ['facilitator', *{arguments!r}]\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print('textual' in sys.modules, file=sys.stderr)"
    )
    answer = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, timeout=60, check=True)
    assert answer.stderr.strip() == "False"


def test_a_script_saved_with_a_byte_order_mark_is_played(agenda: Path, script: Path):
    script.write_text("# a remark\n" + SCRIPT, encoding="utf-8-sig")
    answer = facilitator("rehearse", agenda, "--script", script)
    assert answer.returncode == 0, answer.stderr
    assert "closed three of five" in answer.stdout


def test_the_data_folder_is_named_before_or_after_the_command(agenda: Path, script: Path, home: Path, tmp_path: Path):
    other = tmp_path / "other"
    answer = facilitator("rehearse", agenda, "--script", script, "--keep", "--data-dir", other)
    assert answer.returncode == 0, answer.stderr
    assert list(home.iterdir()) == []
    for arguments in (("--data-dir", other, "sessions"), ("sessions", "--data-dir", other)):
        assert "VP Sales, final round" in facilitator(*arguments).stdout
    assert "VP Sales" not in facilitator("--data-dir", other, "sessions", "--data-dir", home).stdout


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (("--format", "csv"), "--format csv needs --out"),
        (("--open",), "--open needs --out"),
        (("--template", "nowhere.j2"), "nowhere.j2: No such file"),
    ],
)
def test_what_no_debrief_can_be_made_of_is_wrong_input(agenda: Path, script: Path, options: tuple[str, ...], why: str):
    answer = facilitator("rehearse", agenda, "--script", script, *options)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert why in answer.stderr
