"""A full disk in a real terminal: an interview, its end and its notes are kept elsewhere, told, and come back."""

import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator.conducting import read
from facilitator.storage.draft import load
from facilitator.storage.home import Home
from tests.terminal.program import Spawn, Terminal
from tests.terminal.test_interview import agenda, enter, started, the_session

__all__ = ["agenda"]

FULL = """
import os
from facilitator.files import durable, elsewhere
elsewhere.LASTING = elsewhere.FLEETING = ()
write_all = durable.write_all
def write_to_a_full_disk(descriptor, data):
    path = os.path.realpath(f"/proc/self/fd/{{descriptor}}")
    if os.path.exists({flag!r}) and path.startswith(open({flag!r}).read()):
        raise OSError({number}, "failed")
    write_all(descriptor, data)
durable.write_all = write_to_a_full_disk
"""

Fill = Callable[[Path | None], None]


@pytest.fixture(params=[28, 5], ids=["full", "input/output error"])
def fill(request, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fill:
    """`fill(folder)`: from now on the disk under it takes nothing; `fill(None)`: it does again."""
    folder = tmp_path / "patched"
    folder.mkdir()
    flag = tmp_path / "the disk is full"
    text = FULL.format(flag=str(flag), number=request.param)
    (folder / "sitecustomize.py").write_text(text)
    monkeypatch.setenv("PYTHONPATH", f"{folder}:{Path(__file__).parents[2]}")

    def fill(under: Path | None) -> None:
        flag.unlink(missing_ok=True) if under is None else flag.write_text(str(under))

    return fill


def take_notes(terminal: Terminal) -> None:
    for number in range(4):
        enter(terminal, f"note {number}")
        terminal.wait_for(f"note {number}")
        terminal.wait_for("Kept")


def test_an_interview_that_ends_on_a_full_disk_is_all_there(spawn: Spawn, agenda: Path, home: Path, fill: Fill):
    terminal = started(spawn, agenda)
    enter(terminal, "before")
    terminal.wait_for("Kept")
    fill(home / "library")
    take_notes(terminal)
    terminal.wait_for("■ Kept in")
    terminal.wait_for("instead")
    enter(terminal, "/end")
    if "Enter to end anyway" in terminal.wait_for("Enter to end anyway|Debrief: Final round"):
        terminal.press("enter")
    terminal.wait_for("Debrief: Final round")
    terminal.wait_for("■ Kept in")
    terminal.press("ctrl+q")
    assert terminal.wait_for_exit() == 1
    [there] = home.glob("facilitator-*/*.journal")
    assert str(there) in "".join(terminal.text.split("\n"))
    session = the_session(home)
    fill(None)
    again = spawn("resume", session)
    again.wait_for("note 3")
    again.press("ctrl+q")
    assert again.wait_for_exit() == 0
    assert list(home.glob("facilitator-*/*")) == []
    state = read(Home(home / "library").read_session(session).events).session
    assert [note.text for note in state.notes.values()] == ["before", *(f"note {number}" for number in range(4))]
    assert state.ended_at is not None


def test_when_there_is_room_again_it_comes_back_by_itself(spawn: Spawn, agenda: Path, home: Path, fill: Fill):
    terminal = started(spawn, agenda)
    fill(home / "library")
    take_notes(terminal)
    terminal.wait_for("■ Kept in")
    fill(None)
    terminal.wait_until(lambda text: "■ Kept in" not in text, "the end of the trouble")
    terminal.press("ctrl+q")
    assert terminal.wait_for_exit() == 0
    assert list(home.glob("facilitator-*/*")) == []


def test_a_signal_saves_what_there_is_and_says_where(spawn: Spawn, agenda: Path, home: Path, fill: Fill):
    terminal = started(spawn, agenda)
    fill(home / "library")
    take_notes(terminal)
    terminal.process.kill(15)
    assert terminal.wait_for_exit() == 1
    assert "Kept in" in terminal.text
    assert len(list(home.glob("facilitator-*/*.journal"))) == 1


def test_an_interview_begins_on_a_full_disk(spawn: Spawn, agenda: Path, home: Path, fill: Fill):
    fill(home / "library")
    terminal = started(spawn, agenda)
    terminal.wait_for("■ Kept in")
    take_notes(terminal)
    terminal.press("ctrl+q")
    assert terminal.wait_for_exit() == 1
    assert list((home / "library").rglob("*.journal")) == []


def test_where_no_disk_takes_anything_it_begins_in_memory_says_so_and_asks_before_it_is_lost(
    spawn: Spawn, agenda: Path, home: Path, fill: Fill
):
    fill(home)
    terminal = spawn("run", agenda)
    terminal.wait_for("What you type stays in memory")
    enter(terminal, "/start")
    enter(terminal, "a note")
    terminal.wait_for("a note +■ not kept")
    terminal.press("ctrl+q")
    terminal.wait_for("1 note is on no disk and would be lost")
    terminal.press("ctrl+q")
    assert terminal.wait_for_exit() == 1
    assert "Lost: 4 facts" in terminal.text
    assert list(home.rglob("*.journal")) == []


def test_the_debrief_asks_too_before_a_vote_is_lost(spawn: Spawn, agenda: Path, home: Path, fill: Fill, tmp_path: Path):
    script = tmp_path / "script"
    script.write_text("00:00 /start\n05:00 /end\n", encoding="utf-8")
    assert spawn("rehearse", agenda, "--script", script, "--keep", "--out", tmp_path / "it.md").wait_for_exit() == 0
    terminal = spawn("debrief", the_session(home))
    terminal.wait_for("Debrief: Final round")
    fill(home)
    terminal.type("/")
    enter(terminal, "vote yes by cfo")
    terminal.wait_for("in memory only|The unfinished line isn't kept")  # whichever is told last
    terminal.type("q")
    terminal.wait_for("on no disk and would be lost")
    terminal.wait_for("Debrief: Final round")
    terminal.type("q")
    assert terminal.wait_for_exit() == 1
    assert "Lost: 1 fact" in terminal.text


def test_a_line_that_is_being_typed_on_a_full_disk_survives_a_kill(spawn: Spawn, agenda: Path, home: Path, fill: Fill):
    terminal = started(spawn, agenda)
    fill(home / "library")
    terminal.type("half a thou")
    terminal.wait_until(
        lambda _: any(load(path) == "half a thou" for path in home.glob("facilitator-*/*.draft")), "the draft"
    )
    terminal.process.kill(signal.SIGKILL)
    fill(None)
    spawn("resume").wait_for("half a thou")
