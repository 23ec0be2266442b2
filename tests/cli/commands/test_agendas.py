"""Agendas are listed, checked and described; whatever a file holds, there is no traceback."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from facilitator.conducting.rehearsal import rehearse
from facilitator.domain.facts.event import Author
from facilitator.workspace.workspace import Workspace
from tests.cli.shell import facilitator, program, ran
from tests.ui.sessions import small_agenda


def test_the_bundled_agendas_are_listed():
    answer = program("agendas")
    assert answer.returncode == 0
    assert "vp-sales-final" in answer.stdout
    assert "1:30:00" in answer.stdout


@pytest.mark.parametrize("command", ["run", "check", "rehearse"])
def test_a_wrong_agenda_is_exit_2_with_every_complaint_located(command: str, tmp_path: Path, script: Path):
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("titel: X\nsegments:\n  - {title: A, length: -5m}\n", encoding="utf-8")
    arguments = (command, wrong, "--script", script) if command == "rehearse" else (command, wrong)
    answer = program(*arguments)
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
    answer = program("check", path)
    assert answer.returncode == 2
    assert answer.stdout.startswith(f"{path}:")
    assert "Traceback" not in answer.stderr


def test_a_sound_agenda_is_told_so():
    answer = program("check", "vp-sales-final")
    assert answer.returncode == 0
    assert "nothing to complain of" in answer.stdout


def test_the_schema_is_json():
    assert json.loads(program("schema").stdout)["$schema"].startswith("https://json-schema.org/")


WEAK = """\
title: Sales lead
length: 60m
segments:
  - {title: Welcome, kind: opening, length: 5m}
  - {title: Our map, kind: workshop, length: 40m, questions: [{ask: "How old are you?"}]}
  - {title: Your questions, kind: candidate_questions, length: 10m}
  - {title: Closing, kind: closing, length: 5m}
"""


@pytest.fixture
def weak(tmp_path: Path) -> Path:
    """An agenda on which there is advice and no complaint."""
    path = tmp_path / "weak.yaml"
    path.write_text(WEAK, encoding="utf-8")
    return path


def test_advice_comes_after_the_complaints_in_groups_with_line_reason_and_suggestion(weak: Path):
    said = ran("check", weak)
    assert "nothing to complain of.\n" in said.partition("Advice (3):")[0]
    assert said.partition("Advice (3):")[2] == (
        "\nTime\n"
        "  line 2: The segments fill the slot and none says how it could be shortened, so nothing is left over."
        " [time/no-buffer]\n"
        "      Leave about 3 minutes free, or mark what may give with “optional” or “at_least”.\n"
        "Structure\n"
        "  line 1: Nothing says what the interview is for. [structure/no-purpose]\n"
        "      Add a “purpose”: what both sides want to know at the end.\n"
        "Risk: check these\n"
        "  line 5: Check this: 'How old are you' may touch on age (ADEA of 1967; Equality Act 2010, s. 5). [risk/age]\n"
        "      Ask what they have done and can do; whether somebody is old enough is a matter for the contract.\n"
        "If you know better, silence it in the file: “silence: [time/no-buffer]”.\n"
    )


def test_advice_is_no_error_unless_one_is_strict(weak: Path):
    assert facilitator("check", weak).exit_code == 0
    assert facilitator("check", weak, "--strict").exit_code == 1
    assert facilitator("check", "vp-sales-final", "--strict").exit_code == 0


def test_a_warning_is_strict_as_well_and_an_error_is_2(weak: Path):
    weak.write_text(WEAK.replace("60m", "2h") + "silence: [structure/no-purpose, risk/age]\n", encoding="utf-8")
    assert facilitator("check", weak, "--strict").exit_code == 1
    weak.write_text("titel: x\n", encoding="utf-8")
    assert facilitator("check", weak, "--strict").exit_code == 2


def test_what_the_file_silences_is_not_told(weak: Path):
    weak.write_text(WEAK + "silence: [time/no-buffer, structure/no-purpose, risk/age]\n", encoding="utf-8")
    assert "Advice" not in ran("check", weak)


def test_programs_get_advice_as_json(weak: Path):
    value = json.loads(ran("check", weak, "--json"))
    assert [(one["code"], one["line"]) for one in value["advice"]] == [
        ("time/no-buffer", 2),
        ("structure/no-purpose", 1),
        ("risk/age", 5),
    ]
    assert value["forecast"] is None


def test_a_guide_gets_advice_at_its_own_lines(tmp_path: Path):
    guide = tmp_path / "guide.md"
    guide.write_text("# Sales\n\n## Past work (10 min)\n\n- How old are you?\n", encoding="utf-8")
    assert "line 5: Check this: 'How old are you'" in ran("check", guide)


@pytest.fixture
def held(home: Path) -> Callable[[int], None]:
    """Holds so many interviews, as lines of text from a pipe."""

    def hold(count: int) -> None:
        workspace = Workspace(home / "library", warn=print)
        for number in range(count):
            played = "00:00 /start\n20:00 /end\n"
            events = rehearse(small_agenda(), played, f"Candidate {number}").events
            author = Author(events[0].author.panelist, "laptop")
            workspace.keep([replace(one, stamp=replace(one.stamp, author=author)) for one in events])

    return hold


def test_the_forecast_needs_five_interviews(held: Callable[[int], None]):
    assert "Forecast" not in ran("check", "vp-sales-final")
    held(4)
    said = ran("check", "vp-sales-final")
    assert "Forecast: too few sessions. You have held 4 interviews here; it takes 5." in said


def test_the_forecast_tells_the_median_and_the_late_end(held: Callable[[int], None]):
    held(5)
    said = ran("check", "vp-sales-final")
    assert "Forecast: 1:30:00 planned. Going by your last 5 interviews,\n" in said
    assert "half of the time it takes no more than " in said
    assert "With a start" not in said
    forecast = json.loads(ran("check", "vp-sales-final", "--json"))["forecast"]
    assert (forecast["sessions"], forecast["planned_seconds"]) == (5, 5400)


def test_the_forecast_says_by_when_it_ends_if_the_start_is_known(held: Callable[[int], None], tmp_path: Path):
    """Each took 20 minutes of a plan of 15, all in the talk of 10: that is twice as long, and nothing else."""
    held(5)
    agenda = tmp_path / "agenda.yaml"
    agenda.write_text('title: x\nstarts: "10:00"\nsegments:\n  - {title: A, length: 30m}\n', encoding="utf-8")
    assert "  With a start at 10:00, it ends by 11:00 or by 11:00.\n" in ran("check", agenda)
