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
    path = os.path.realpath(f"/proc/self/fd/{{descriptor}}")
    while os.path.exists({flag!r}) and path.startswith(open({flag!r}).read()):
        time.sleep(0.01)
    sync(descriptor)
os.fdatasync = slow_sync
"""


Hang = Callable[[Path | None], None]


@pytest.fixture
def hang(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hang:
    """`hang(folder)`: from now on the disk under it gives no answer to programs; `hang(None)`: it does."""
    slowed = tmp_path / "slowed"
    slowed.mkdir()
    flag = tmp_path / "the disk hangs"
    (slowed / "sitecustomize.py").write_text(SLOW.format(flag=str(flag)))
    monkeypatch.setenv("PYTHONPATH", f"{slowed}:{Path(__file__).parents[2]}")

    def hang(under: Path | None) -> None:
        flag.unlink(missing_ok=True) if under is None else flag.write_text(str(under))

    return hang


def test_typing_goes_on_and_kept_is_said_when_it_is(spawn: Spawn, agenda: Path, hang: Hang):
    terminal = started(spawn, agenda)
    terminal.wait_for("Now: Welcome")
    hang(Path("/"))
    enter(terminal, "the first note")
    terminal.wait_for("Keeping …")
    terminal.type("what is typed meanwhile")
    terminal.wait_for("what is typed meanwhile")
    assert "Kept" not in terminal.text
    hang(None)
    terminal.wait_for("Kept")
    assert b"Keeping" not in terminal.raw.rpartition(b"Kept")[2]
    terminal.press("enter")
    terminal.wait_until(lambda text: text.count("what is typed meanwhile") == 1 and "Kept" in text)


def test_a_signal_to_end_waits_for_what_is_being_written(spawn: Spawn, agenda: Path, hang: Hang):
    terminal = started(spawn, agenda)
    terminal.wait_for("Now: Welcome")
    hang(Path("/"))
    enter(terminal, "the last note")
    terminal.wait_for("Keeping …")
    terminal.process.kill(signal.SIGTERM)
    hang(None)
    assert terminal.wait_for_exit() == 128 + signal.SIGTERM
    assert b"Kept" not in terminal.raw
    again = spawn("resume")
    again.wait_for("the last note")


def test_killed_before_the_disk_answered_the_line_is_there_and_nothing_was_called_kept(
    spawn: Spawn, agenda: Path, hang: Hang
):
    terminal = started(spawn, agenda)
    terminal.wait_for("Now: Welcome")
    hang(Path("/"))
    enter(terminal, "the last note")
    terminal.wait_for("Keeping …")
    terminal.process.kill(signal.SIGKILL)
    terminal.wait_for_exit()
    assert b"Kept" not in terminal.raw
    hang(None)
    again = spawn("resume")
    again.wait_for("the last note")


def test_on_a_disk_that_hangs_everything_is_safe_within_seconds_and_comes_back(
    spawn: Spawn, agenda: Path, home: Path, hang: Hang
):
    terminal = started(spawn, agenda)
    hang(home / "library")
    enter(terminal, "behind the disk")
    terminal.wait_for("Keeping …")
    terminal.wait_for("■ Kept in")
    enter(terminal, "after it")
    terminal.wait_for("Kept\\.")
    terminal.type("half a thou")
    terminal.wait_until(
        lambda _: any("half a thou" in path.read_text() for path in home.glob("facilitator-*/*.draft")), "the draft"
    )
    terminal.process.kill(signal.SIGKILL)
    terminal.wait_for_exit()
    hang(None)
    again = spawn("resume")
    again.wait_for("behind the disk")
    again.wait_for("after it")
    again.wait_for("half a thou")
    assert "■ Kept in" not in again.text


def test_when_it_answers_again_the_session_comes_back_by_itself(spawn: Spawn, agenda: Path, home: Path, hang: Hang):
    terminal = started(spawn, agenda)
    hang(home / "library")
    enter(terminal, "behind the disk")
    terminal.wait_for("■ Kept in")
    hang(None)
    terminal.wait_until(lambda text: "■ Kept in" not in text, "the end of the trouble")
    terminal.press("ctrl+q")
    assert terminal.wait_for_exit() == 0
    assert list(home.glob("facilitator-*/*")) == []


@pytest.mark.parametrize("way", ["ctrl+q", signal.SIGTERM])
def test_leaving_waits_for_no_disk_that_hangs_and_says_where_the_rest_is(
    spawn: Spawn, agenda: Path, home: Path, hang: Hang, way: str | signal.Signals
):
    terminal = started(spawn, agenda)
    hang(home / "library")
    enter(terminal, "the last note")
    terminal.wait_for("Keeping …")
    terminal.press(way) if isinstance(way, str) else terminal.process.kill(way)
    assert terminal.wait_for_exit() == 1
    [there] = home.glob("facilitator-*/*.journal")
    assert str(there) in "".join(terminal.text.split("\n"))
    hang(None)
    spawn("resume").wait_for("the last note")
