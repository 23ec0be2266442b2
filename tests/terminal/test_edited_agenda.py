"""An agenda file that was edited while its session was left: what differs is named, and taken over if one wants."""

from pathlib import Path

from tests.terminal.program import Spawn
from tests.terminal.test_interview import AGENDA, agenda, enter, started

__all__ = ["agenda"]

EDITED = AGENDA.replace("length: 10m", "length: 15m").replace(
    "What would you stop doing?", "What would you stop first?"
)


def left(spawn: Spawn, agenda: Path) -> None:
    terminal = started(spawn, agenda)
    enter(terminal, "kept before it was left")
    terminal.wait_for("Kept")
    terminal.write(b"\x11")
    terminal.wait_for_exit()


def test_it_is_named_and_taken_over_once(spawn: Spawn, agenda: Path):
    left(spawn, agenda)
    agenda.write_text(EDITED, encoding="utf-8")
    again = spawn("resume")
    asked = again.wait_for(r"Adopt this as changes of plan\?")
    assert "2. Your questions to us takes 15:00 instead of 10:00" in asked
    assert "q2 now reads “What would you stop first?”" in asked
    again.type("y\r")
    again.wait_for("What would you stop first")
    again.wait_for("10:00 [+] 5:00")
    enter(again, "/undo")
    again.wait_for("Undone")
    again.wait_for("What would you stop doing")


def test_whoever_says_no_goes_on_as_planned(spawn: Spawn, agenda: Path):
    left(spawn, agenda)
    agenda.write_text(EDITED, encoding="utf-8")
    again = spawn("resume")
    again.wait_for("Adopt this")
    again.type("n\r")
    again.wait_for("What would you stop doing")


def test_an_agenda_that_was_left_alone_isnt_mentioned(spawn: Spawn, agenda: Path):
    left(spawn, agenda)
    again = spawn("resume")
    again.wait_for("kept before it was left")
    assert b"has been edited" not in again.raw
