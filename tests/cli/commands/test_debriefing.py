"""A script is played and its debrief handed over; so is that of a session that is kept."""

import json
from pathlib import Path

import pytest

from tests.cli.shell import facilitator, program


def test_a_rehearsal_prints_the_debrief_and_leaves_nothing_behind(agenda: Path, script: Path, home: Path):
    answer = program("rehearse", agenda, "--script", script)
    assert answer.returncode == 0, answer.stderr
    assert "closed three of five" in answer.stdout
    assert list(home.iterdir()) == []


def test_a_rehearsal_as_json_has_the_facts(agenda: Path, script: Path):
    told = json.loads(program("rehearse", agenda, "--script", script, "--format", "json").stdout)
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
    once, twice = (program("rehearse", agenda, "--script", script, "--format", "json").stdout for _ in range(2))
    assert once == twice


def test_a_kept_rehearsal_is_in_the_library_and_its_debrief_can_be_had(agenda: Path, script: Path, tmp_path: Path):
    program("rehearse", agenda, "--script", script, "--keep", "--candidate", "Robin Reyes")
    assert "Robin Reyes" in program("sessions").stdout
    out = tmp_path / "debrief.json"
    answer = program("debrief", "2026-12-01-vp-sales", "--format", "json", "--out", out)
    assert answer.returncode == 0, answer.stderr
    assert json.loads(out.read_text(encoding="utf-8"))["session"]["candidate"] == "Robin Reyes"
    assert out.stat().st_mode & 0o777 == 0o600


def test_a_refused_line_of_a_script_is_exit_2_with_its_number(agenda: Path, tmp_path: Path):
    script = tmp_path / "wrong.script"
    script.write_text("00:00 /start\n\n00:10 /cover 99\n", encoding="utf-8")
    answer = program("rehearse", agenda, "--script", script)
    assert answer.returncode == 2
    assert "wrong.script: line 3: There is no question 99" in answer.stderr


def test_a_script_saved_with_a_byte_order_mark_is_played(agenda: Path, script: Path):
    script.write_text("# a remark\n" + script.read_text(encoding="utf-8"), encoding="utf-8-sig")
    answer = program("rehearse", agenda, "--script", script)
    assert answer.returncode == 0, answer.stderr
    assert "closed three of five" in answer.stdout


def test_what_is_too_large_for_a_script_is_refused_before_it_is_read(agenda: Path, tmp_path: Path):
    endless = tmp_path / "endless.script"
    with endless.open("wb") as file:
        file.truncate(1 << 34)  # takes no room on the disk, and would take 16 GB of memory
    answer = program("rehearse", agenda, "--script", endless)
    assert (answer.returncode, "larger than 1 MiB" in answer.stderr) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Name the script to play, or rehearse yourself"),
        (("--speed", "10"), "--speed needs a terminal that can show a screen"),
        (("--speed", "10", "--keep"), "nothing is kept or exported"),
        (("--speed", "10", "--format", "md"), "nothing is kept or exported"),
        (("--speed", "0"), "range"),
    ],
)
def test_what_a_rehearsal_takes_is_said(arguments: tuple[str, ...], said: str):
    run = facilitator("rehearse", "vp-sales-final", *arguments)
    assert run.exit_code == 2
    assert said in run.output
