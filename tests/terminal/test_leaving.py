"""The program ends when nobody asked it to: the terminal is given back, and nothing of the interview is printed."""

import signal
from pathlib import Path

import pytest

from tests.terminal.program import Spawn
from tests.terminal.test_interview import agenda, enter, started

__all__ = ["agenda"]

NORMAL_SCREEN = b"\x1b[?1049l"
CURSOR_SHOWN = b"\x1b[?25h"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_a_signal_gives_the_terminal_back(spawn: Spawn, agenda: Path, number: signal.Signals):
    terminal = started(spawn, agenda)
    terminal.process.kill(number)
    assert terminal.wait_for_exit() == 128 + number
    assert NORMAL_SCREEN in terminal.raw
    assert CURSOR_SHOWN in terminal.raw


@pytest.mark.parametrize("moment", range(4))
def test_a_terminal_that_is_closed_holds_no_session(spawn: Spawn, agenda: Path, moment: int):
    terminal = started(spawn, agenda)
    enter(terminal, "kept before the window went")
    terminal.wait_for("Kept")
    terminal.type("one more\r" * 5 * moment)  # the more is being drawn, the likelier its output was held up for ever
    terminal.hang_up()
    again = spawn("resume")
    again.wait_for("kept before the window went")


def test_a_crash_says_where_and_nothing_of_what_was_said(
    spawn: Spawn, agenda: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "sitecustomize.py").write_text(
        "from facilitator.ui.live.live_screen import LiveScreen\n"
        "def search(screen):\n"
        "    notes = [note.text for note in screen.conductor.session.notes.values()]\n"
        "    raise ValueError(notes[0])\n"
        "LiveScreen.action_search = search\n"
    )
    monkeypatch.setenv("PYTHONPATH", f"{broken}:{Path(__file__).parents[2]}")
    terminal = started(spawn, agenda)
    enter(terminal, "wants a salary of 120k")
    terminal.wait_for("Kept")
    before = len(terminal.raw)
    terminal.write(b"\x06")
    assert terminal.wait_for_exit() == 1
    said = terminal.raw[before:].rpartition(NORMAL_SCREEN)[2]
    assert b"ValueError" in said
    assert b"action_search" in said or b"in search" in said
    assert b"facilitator resume" in said
    assert b"120k" not in said
