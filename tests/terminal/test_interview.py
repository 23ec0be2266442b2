"""One interview in a real terminal, as a person would run it: what is typed is in the debrief."""

import json
import os
import re
import signal
from pathlib import Path

import pytest

from facilitator.storage.draft import load
from tests.terminal.program import Spawn, Terminal

AGENDA = """\
title: Final round
timezone: UTC
panel:
  - {id: ceo, name: Ann Lee, lead: true}
  - {id: cfo, name: Bo Ek}
competencies:
  - {id: pipeline, name: Pipeline building, owners: [cfo]}
segments:
  - title: Welcome
    kind: opening
    length: 5m
    questions:
      - {ask: How would you split the map?, id: territory, competency: pipeline, owner: cfo, must: true}
      - {ask: What would you stop doing?, owner: ceo, must: true}
  - {title: Your questions to us, kind: candidate_questions, length: 10m}
"""


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    path = tmp_path / "agenda.yaml"
    path.write_text(AGENDA, encoding="utf-8")
    return path


def enter(terminal: Terminal, line: str) -> None:
    terminal.type(line)
    terminal.press("enter")


def started(spawn: Spawn, agenda: Path, **size: int) -> Terminal:
    terminal = spawn("run", agenda, "--candidate", "Robin Reyes", **size)
    terminal.wait_for("Final round")
    enter(terminal, "/start")
    terminal.wait_for("left")
    return terminal


def the_session(home: Path) -> str:
    (journal,) = (home / "library" / "sessions").glob("*.journal")
    return journal.stem


def debrief_of(spawn: Spawn, home: Path, out: Path) -> dict:
    terminal = spawn("debrief", the_session(home), "--format", "json", "--out", out)
    assert terminal.wait_for_exit() == 0
    return json.loads(out.read_text(encoding="utf-8"))


def test_a_note_and_a_mark_made_in_the_terminal_are_in_the_exported_debrief(
    spawn: Spawn, agenda: Path, home: Path, tmp_path: Path
):
    terminal = started(spawn, agenda)
    enter(terminal, "+ closed three of five #pipeline")
    terminal.wait_for("closed three of five")
    enter(terminal, "/cover 1 by cfo")
    terminal.wait_for("Bo Ek has covered q1")
    enter(terminal, "/end")
    terminal.wait_for("Enter to end anyway")
    terminal.press("enter")
    terminal.wait_for("Follow-ups")
    terminal.type("q")
    told = debrief_of(spawn, home, tmp_path / "debrief.json")
    assert [(note["text"], note["signal"], note["competency"]) for note in told["notes"]] == [
        ("closed three of five #pipeline", "strength", "pipeline")
    ]
    assert told["coverage"][0]["by"] == {"cfo": "covered"}
    assert told["session"]["ended"] is not None


def test_the_debrief_is_in_a_file_when_the_interview_has_ended(spawn: Spawn, agenda: Path, home: Path):
    terminal = started(spawn, agenda)
    enter(terminal, "seen and heard")
    enter(terminal, "/end")
    terminal.wait_for("Enter to end anyway")
    terminal.press("enter")
    terminal.wait_for("Follow-ups")
    debriefs = home / "library" / "debriefs"
    terminal.wait_until(
        lambda _: any("seen and heard" in path.read_text("utf-8") for path in debriefs.glob("*.md")), "it"
    )


def test_after_kill_9_every_kept_note_is_there_and_so_is_the_line_that_was_being_typed(
    spawn: Spawn, agenda: Path, home: Path
):
    terminal = started(spawn, agenda)
    for number in range(5):
        enter(terminal, f"note number {number}")
    terminal.wait_for("note number 4")
    terminal.type("half a thou")
    draft = home / "library" / "sessions" / f"{the_session(home)}.draft"
    terminal.wait_until(lambda _: load(draft) == "half a thou", "the draft")
    os.kill(terminal.process.pid, signal.SIGKILL)
    again = spawn("resume")
    again.wait_for("half a thou")
    for number in range(5):
        again.wait_for(f"note number {number}")
    again.press("enter")
    again.wait_for("Kept")


def test_letters_and_enter_typed_in_one_burst_lose_nothing(spawn: Spawn, agenda: Path, home: Path, tmp_path: Path):
    terminal = started(spawn, agenda)
    for number in range(20):
        enter(terminal, f"burst {number} #pipeline")
    terminal.wait_for("burst 19")
    told = debrief_of(spawn, home, tmp_path / "debrief.json")
    assert [note["text"] for note in told["notes"]] == [f"burst {number} #pipeline" for number in range(20)]


def test_a_second_terminal_is_refused_and_told_who_has_the_session(spawn: Spawn, agenda: Path):
    terminal = started(spawn, agenda)
    second = spawn("resume")
    second.wait_for("is open elsewhere")
    assert second.wait_for_exit() == 1
    assert str(terminal.process.pid) in second.text


def test_a_byte_that_is_no_utf_8_ends_nothing(spawn: Spawn, agenda: Path):
    terminal = started(spawn, agenda)
    terminal.write(b"caf\xe9 ")
    enter(terminal, "and more")
    terminal.wait_for("and more")
    terminal.wait_for("Kept")


def test_a_byte_that_is_no_utf_8_ends_nothing_where_one_picks(spawn: Spawn):
    terminal = spawn()
    terminal.wait_for("What do you want to run")
    terminal.write(b"hir\xe9\x7f")
    terminal.type("ing")
    terminal.wait_for("Hiring manager screen")
    terminal.press("enter")
    terminal.wait_for("not started")


def test_resizing_while_typing_loses_nothing(spawn: Spawn, agenda: Path):
    terminal = started(spawn, agenda)
    terminal.type("a line that is ")
    for columns, lines in ((80, 24), (40, 12), (20, 5), (200, 60), (100, 30)):
        terminal.resize(columns, lines)
        terminal.type(".")
    terminal.wait_for(r"a line that is \.{5}")
    terminal.press("enter")
    terminal.wait_for("Kept")


def test_what_people_write_never_reaches_the_terminal_as_a_command(spawn: Spawn, tmp_path: Path):
    agenda = tmp_path / "hostile.yaml"
    agenda.write_text(
        AGENDA.replace("Final round", "'Final round [/] [@click=app.bell]x[/]'").replace("Ann Lee", "'Ann [red]Lee'"),
        encoding="utf-8",
    )
    terminal = started(spawn, agenda)
    terminal.write("note \u202e\u009b31m [/] [@click=app.quit]q[/] ".encode())
    enter(terminal, "end")
    terminal.wait_for(r"\[@click=app\.quit\]")
    assert "\u202e".encode() not in terminal.raw
    assert "\u009b".encode() not in terminal.raw
    assert re.search(rb"\x1b\]52", terminal.raw) is None


def test_picking_an_agenda_opens_its_live_screen(spawn: Spawn):
    terminal = spawn("run", "--candidate", "Robin Reyes")
    terminal.wait_for("What do you want to run")
    terminal.type("hiring")
    terminal.wait_for("Hiring manager screen")
    terminal.press("enter")
    terminal.wait_for("Robin Reyes")
    enter(terminal, "/start")
    terminal.wait_for("left")


def test_without_a_command_one_can_pick(spawn: Spawn):
    terminal = spawn()
    terminal.wait_for("VP Sales, final round")


def test_leaving_says_how_to_go_on(spawn: Spawn, agenda: Path):
    terminal = started(spawn, agenda)
    terminal.press("ctrl+q")
    assert terminal.wait_for_exit() == 0
    assert b"facilitator resume" in terminal.raw


def test_the_settings_give_a_command_another_key(spawn: Spawn, agenda: Path, home: Path):
    settings = home / "library" / "config.toml"
    settings.parent.mkdir()
    settings.write_text('[keys]\nnext = "f9"\n', encoding="utf-8")
    terminal = started(spawn, agenda)
    terminal.press("escape")
    terminal.wait_for("Esc stay")
    terminal.press("f9")
    terminal.wait_for("left of 10:00")
