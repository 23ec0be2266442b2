"""The program is stopped and goes on, as `kill -TSTP` and `fg` do it; and a terminal goes without a signal."""

import os
import signal
import sys
from pathlib import Path

import pytest

from tests.terminal.program import Spawn, Terminal
from tests.terminal.test_interview import agenda, enter, started

__all__ = ["agenda"]


def suspend(terminal: Terminal) -> None:
    """Stop it, wait until it has given the terminal back, let it go on, and wait until it has the terminal again."""
    given_back, taken = terminal.raw.count(b"\x1b[?1049l"), terminal.raw.count(b"\x1b[?1049h")
    terminal.process.kill(signal.SIGTSTP)
    terminal.wait_until(lambda _: terminal.raw.count(b"\x1b[?1049l") > given_back, "the terminal given back")
    stopped = os.WNOHANG | os.WUNTRACED
    terminal.wait_until(lambda _: os.waitpid(terminal.process.pid, stopped)[0] != 0, "the stop itself")
    terminal.process.kill(signal.SIGCONT)
    terminal.wait_until(lambda _: terminal.raw.count(b"\x1b[?1049h") > taken, "the terminal taken again")


def test_one_can_type_on_after_it_was_suspended_as_often_as_one_likes(spawn: Spawn, agenda: Path):
    terminal = started(spawn, agenda)
    for number in range(3):
        suspend(terminal)
        terminal.wait_for("left")
        enter(terminal, f"note number {number}")
        terminal.wait_for(f"note number {number}")
    terminal.press("ctrl+q")
    assert terminal.wait_for_exit() == 0


def test_a_terminal_that_goes_without_a_signal_holds_no_session(
    spawn: Spawn, agenda: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The system tells only the shell; one that ignores SIGHUP doesn't pass it on."""
    deaf_shell = tmp_path / "python"
    deaf_shell.write_text(f'#!/bin/sh\ntrap "" HUP\n{sys.executable} "$@"\nexit $?\n')
    deaf_shell.chmod(0o700)
    with monkeypatch.context() as patched:
        patched.setattr(sys, "executable", str(deaf_shell))
        terminal = started(spawn, agenda)
    terminal.hang_up()
    spawn("resume").wait_for("left")
