"""A disk that takes its time, in a real terminal: typing goes on, and nothing is called kept before it is."""

import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.program import Spawn
from tests.terminal.test_interview import agenda, enter, started

__all__ = ["agenda"]

SLOW = """
import os, time
sync = os.fdatasync
def slow_sync(descriptor):
    while os.path.exists({flag!r}):
        time.sleep(0.01)
    sync(descriptor)
os.fdatasync = slow_sync
"""


@pytest.fixture
def hang(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """`hang(True)`: from now on the disk of the programs that are started gives no answer; `hang(False)`: it does."""
    slowed = tmp_path / "slowed"
    slowed.mkdir()
    flag = tmp_path / "the disk hangs"
    (slowed / "sitecustomize.py").write_text(SLOW.format(flag=str(flag)))
    monkeypatch.setenv("PYTHONPATH", f"{slowed}:{Path(__file__).parents[2]}")
    return lambda hangs: flag.touch() if hangs else flag.unlink()


def test_typing_goes_on_and_kept_is_said_when_it_is(spawn: Spawn, agenda: Path, hang: Callable[[bool], None]):
    terminal = started(spawn, agenda)
    terminal.wait_for("Now: Welcome")
    hang(True)
    enter(terminal, "the first note")
    terminal.wait_for("Keeping …")
    terminal.type("what is typed meanwhile")
    terminal.wait_for("what is typed meanwhile")
    assert "Kept" not in terminal.text
    hang(False)
    terminal.wait_for("Kept")
    assert b"Keeping" not in terminal.raw.rpartition(b"Kept")[2]
    terminal.press("enter")
    terminal.wait_until(lambda text: text.count("what is typed meanwhile") == 1 and "Kept" in text)


def test_a_signal_to_end_waits_for_what_is_being_written(spawn: Spawn, agenda: Path, hang: Callable[[bool], None]):
    terminal = started(spawn, agenda)
    terminal.wait_for("Now: Welcome")
    hang(True)
    enter(terminal, "the last note")
    terminal.wait_for("Keeping …")
    terminal.process.kill(signal.SIGTERM)
    hang(False)
    assert terminal.wait_for_exit() == 128 + signal.SIGTERM
    assert b"Kept" not in terminal.raw
    again = spawn("resume")
    again.wait_for("the last note")


def test_killed_before_the_disk_answered_the_line_is_there_and_nothing_was_called_kept(
    spawn: Spawn, agenda: Path, hang: Callable[[bool], None]
):
    terminal = started(spawn, agenda)
    terminal.wait_for("Now: Welcome")
    hang(True)
    enter(terminal, "the last note")
    terminal.wait_for("Keeping …")
    terminal.process.kill(signal.SIGKILL)
    terminal.wait_for_exit()
    assert b"Kept" not in terminal.raw
    hang(False)
    again = spawn("resume")
    again.wait_for("the last note")
