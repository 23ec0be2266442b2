"""Whatever the disk of the data folder does, and whoever has the library locked, nobody who looks at a screen waits."""

import asyncio
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import click
import pytest
from textual.pilot import Pilot

from facilitator.__main__ import INTERRUPTED
from facilitator.cli import cli
from facilitator.cli.completing import session_ids
from facilitator.cli.line_mode import Lines, run_plain
from facilitator.cli.screens import run_picking
from facilitator.files import lock
from facilitator.files.durable import StorageError
from facilitator.ui.app import FacilitatorApp
from facilitator.ui.debrief.debrief_screen import DebriefScreen
from facilitator.ui.live.live_screen import LiveScreen
from facilitator.ui.picking.pick_screen import PickScreen
from facilitator.workspace.errors import NotInItsPlace
from facilitator.workspace.running_session import resume, start
from facilitator.workspace.shared.inviting import invite
from facilitator.workspace.shared.share import share
from facilitator.workspace.workspace import Workspace
from tests.cli.on_a_hanging_disk import DEAF, NEVER
from tests.cli.shell import facilitator, ran
from tests.disks import wait_until
from tests.hanging import HangingCalls, LagProbe
from tests.ui.keyboard import settled, until
from tests.ui.sessions import small_agenda

PROJECT = Path(__file__).resolve().parents[2]
LONGEST_SECONDS = 60


@pytest.fixture
def workspace(home: Path) -> Workspace:
    return Workspace(home / "library", warn=print)


@pytest.fixture
def probe() -> Iterator[LagProbe]:
    probe = LagProbe()
    with probe.watching():
        yield probe


@pytest.fixture
def disk(home: Path, monkeypatch: pytest.MonkeyPatch) -> HangingCalls:
    """A disk each of whose calls takes half as long as anybody has patience."""
    (home / "library").mkdir(mode=0o700)
    monkeypatch.setattr("facilitator.files.patience.HANGING_SECONDS", 0.4)
    disk = HangingCalls(home / "library", seconds=0.25)
    disk.put_in_place(monkeypatch.setattr)
    return disk


async def enter(pilot: Pilot[None], line: str) -> None:
    for letter in line:
        await pilot.press({" ": "space", "/": "slash"}.get(letter, letter))
    await pilot.press("enter")
    await settled(pilot)


async def whole_interview(pilot: Pilot[None]) -> None:
    """Pick an agenda, take notes, end the interview, save and copy the debrief, and leave."""
    app = pilot.app
    await until(pilot, lambda: isinstance(app.screen, PickScreen))
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(app.screen, LiveScreen))
    await enter(pilot, "/start")
    await enter(pilot, "a note")
    await enter(pilot, "half")
    await enter(pilot, "/end")
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(app.screen, DebriefScreen))
    debrief = app.screen
    assert isinstance(debrief, DebriefScreen)
    await until(pilot, lambda: debrief.message.startswith(("Saved", "Not saved")))
    for key in ("s", "c"):
        await pilot.press(key)
        await until(pilot, lambda: not debrief.message.endswith("…"))
    await pilot.press("ctrl+q", "ctrl+q")


@pytest.fixture
def on_the_screen(monkeypatch: pytest.MonkeyPatch, probe: LagProbe) -> Callable[..., None]:
    """Lets every app be run by the steps of a whole interview, in a loop that the probe watches."""

    async def drive(app: FacilitatorApp, watch: Callable[[], None]) -> None:
        watch()
        beat = asyncio.create_task(probe.beat())
        async with app.run_test(size=(120, 40)) as pilot:
            await whole_interview(pilot)
        beat.cancel()
        await asyncio.wait([beat])

    def run(watch: Callable[[], None] = lambda: None) -> None:
        monkeypatch.setattr(FacilitatorApp, "run", lambda app: asyncio.run(drive(app, watch)))

    return run


def test_an_interview_on_a_disk_whose_every_call_hangs(
    workspace: Workspace, disk: HangingCalls, probe: LagProbe, on_the_screen: Callable[..., None]
):
    def watch() -> None:
        disk.watched = threading.get_ident()

    on_the_screen(watch)
    with pytest.raises(NotInItsPlace):
        run_picking(workspace, "Robin", None)
    assert disk.seen == []
    assert probe.waits == []


def test_an_interview_while_another_process_has_the_library_locked(workspace, probe: LagProbe, on_the_screen):
    on_the_screen()
    began = time.monotonic()
    with lock.exclusive(workspace.home.library.with_name("library.json.lock")):
        run_picking(workspace, "Robin", None)
    assert probe.waits == []
    assert [entry.status for entry in workspace.entries()] == ["ended"]
    assert time.monotonic() - began < lock.LOCK_SECONDS + LONGEST_SECONDS


FOR_EVER = 2 * LONGEST_SECONDS
"""As long as a disk gives no answer that never gives one; nobody may wait for it."""


def test_a_session_begins_elsewhere_on_a_disk_that_hangs_already(workspace, disk: HangingCalls, home, monkeypatch):
    monkeypatch.setattr("facilitator.files.patience.HANGING_SECONDS", 2)  # the other disk is only busy
    disk.seconds = FOR_EVER
    began = time.monotonic()
    left = ExitStack()
    running = left.enter_context(start(workspace, small_agenda(), "", "Robin", None))
    assert running.conductor.submit("a note").wait().kept
    with pytest.raises(OSError, match="gives no answer"):
        running.draft.load()
    with pytest.raises(NotInItsPlace, match="gives no answer"):
        left.close()
    assert len(list(home.glob("facilitator-*/*.journal"))) == 1
    assert time.monotonic() - began < LONGEST_SECONDS


def test_who_leaves_waits_for_no_disk_that_hangs_only_then(workspace, monkeypatch):
    left = ExitStack()
    left.enter_context(start(workspace, small_agenda(), "", "Robin", None))
    monkeypatch.setattr("facilitator.files.patience.HANGING_SECONDS", 1)
    monkeypatch.setattr(lock.SessionLock, "release", lambda held: time.sleep(FOR_EVER))
    began = time.monotonic()
    left.close()
    assert time.monotonic() - began < LONGEST_SECONDS


def test_what_is_on_it_is_not_gone_on_with(workspace, home: Path, monkeypatch: pytest.MonkeyPatch):
    with start(workspace, small_agenda(), "", "Robin", None) as running:
        session = running.conductor.session.id
    monkeypatch.setattr("facilitator.files.patience.HANGING_SECONDS", 0.4)
    HangingCalls(home / "library", FOR_EVER).put_in_place(monkeypatch.setattr)
    began = time.monotonic()
    with pytest.raises(StorageError, match="gives no answer"), resume(Workspace(home / "library", print), session):
        pass
    assert time.monotonic() - began < LONGEST_SECONDS


def test_lines_are_answered_and_what_was_saved_is_told_later(workspace, home, monkeypatch, capsys):
    monkeypatch.setattr("facilitator.files.patience.HANGING_SECONDS", 1)
    disk = HangingCalls(home / "library" / "debriefs", seconds=0.3)
    disk.put_in_place(monkeypatch.setattr)
    disk.watched = threading.get_ident()
    reads, writes = os.pipe()
    os.write(writes, b"/start\n/end\n\n/save\na late note\n/quit\n")
    os.close(writes)
    with os.fdopen(reads) as stdin:
        monkeypatch.setattr("sys.stdin", stdin)
        run_plain(start(workspace, small_agenda(), "", "Robin", None), Lines())
    said = capsys.readouterr().out.splitlines()
    assert said.count("Saving …") == 2
    assert said.index("Kept.") > said.index("Saving …")
    assert len([line for line in said if line.startswith(("Saved to", "Not saved"))]) == 2
    assert disk.seen == []


def test_nobody_waits_for_a_library_that_is_locked(workspace):
    library = workspace.home.library.with_name("library.json.lock")
    with lock.exclusive(library):
        with start(workspace, small_agenda(), "", "Robin", None) as running:
            for line in ("/start", "/end"):
                running.conductor.submit(line)
        session = running.conductor.session.id
        assert [entry.status for entry in workspace.entries()] == ["ended"]
        wait_until(lambda: lock.awaited_lock() == library)  # whoever keeps the library waits on
    assert [(entry.session, entry.status) for entry in workspace.entries()] == [(session, "ended")]


ON_THE_DATA_FOLDER = {
    "amend": ["SESSION", "a late note"],
    "brief": ["AGENDA", "--out", "OUT", "--candidate", "Robin"],
    "card": ["SESSION", "--as", "ceo", "--for", "text"],
    "debrief": ["SESSION", "--format", "json"],
    "edit": ["AGENDA"],
    "erase": ["SESSION", "--yes"],
    "export-all": ["--candidate", "Robin", "--out", "OUT"],
    "hold": ["SESSION", "--reason", "A complaint"],
    "import-session": ["JOURNAL"],
    "purge": ["--older-than", "2y", "--yes"],
    "ready": ["AGENDA", "--as", "cfo"],
    "rehearse": ["AGENDA", "--script", "SCRIPT", "--keep"],
    "reindex": [],
    "scorecard": ["SESSION", "--as", "ceo"],
    "sessions": [],
    "unseal": ["SESSION", "--reason", "Ann is ill"],
    "host": ["AGENDA", "--folder", "SHARED", "--plain"],
    "invite": ["cfo"],
    "join": ["--folder", "SHARED"],
    "panel": [],
    "remove": ["cfo", "--yes"],
    "carry": ["OUT", "SESSION"],
    "router": ["--add", "A panel"],
}
"""What waits for the data folder, with its arguments."""

OTHERS = {
    "run": "begins in a second place, and a screen waits for nothing",
    "resume": "as run",
    "demo": "as run",
    "new": "goes on without a draft",
    "check": "has no forecast then",
    **dict.fromkeys(["agendas", "import", "schema", "completion"], "needs no data folder"),
}
"""What doesn't, and why."""


def test_of_every_command_it_is_known_whether_it_waits_for_the_data_folder():
    assert sorted([*ON_THE_DATA_FOLDER, *OTHERS]) == sorted(cli.list_commands(click.Context(cli)))


@pytest.fixture
def shared(workspace: Workspace, session: str, home: Path) -> Path:
    """A folder through which the session of this name is shared."""
    folder = home / "shared"
    folder.mkdir()
    share(workspace, session, folder)
    return folder


@pytest.fixture
def invited(workspace: Workspace, session: str, shared: Path, home: Path) -> Path:
    """A file with an invite to it."""
    typed = home / "invite"
    typed.write_text(invite(workspace, session, "cfo").text)
    return typed


@contextmanager
def left_with_ctrl_c(
    call: int, data: Path, *command: str, waits_for: str, deaf: Path | None = None, typed: Path = Path(os.devnull)
) -> Iterator[None]:
    """Run a command on a disk that is deaf from a call on, until it waits and says so; leave it with Ctrl+C.

    It is the disk of the data folder, or of the folder `deaf`. In `typed` is what the command is answered.
    """
    disk = ["tests.cli.on_a_hanging_disk", str(deaf or data), str(call), str(data)]
    with (
        typed.open() as stdin,
        subprocess.Popen(
            [sys.executable, "-m", *disk, *command],
            stdin=stdin,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            cwd=PROJECT,
            env={**os.environ, "EDITOR": "true"},
        ) as waiting,
    ):
        too_long = threading.Timer(LONGEST_SECONDS, waiting.kill)
        too_long.start()
        try:
            assert waiting.stderr is not None
            awaited = {f"Still waiting for {waits_for}", *([] if call == NEVER else [DEAF])}
            while awaited:
                told = waiting.stderr.readline()
                assert told, f"it has ended without: {awaited}"
                assert told.endswith(" … Ctrl+C leaves.\n") or not told.startswith("Still")
                awaited -= {said for said in awaited if told.startswith(said)}
            yield
            waiting.send_signal(signal.SIGINT)
            assert waiting.wait() == INTERRUPTED
        finally:
            too_long.cancel()
            waiting.kill()


@pytest.fixture
def line_of(session: str, data: Path, shared: Path, tmp_path: Path) -> Callable[[str], list[str]]:
    """Gives a command with its arguments."""
    words = {
        "SESSION": session,
        "AGENDA": str(tmp_path / "agenda.yaml"),
        "SCRIPT": str(tmp_path / "script"),
        "OUT": str(tmp_path / "out"),
        "JOURNAL": str(data / "sessions" / f"{session}.journal"),
        "SHARED": str(shared),
    }
    return lambda command: [command, *(words.get(word, word) for word in ON_THE_DATA_FOLDER[command])]


@pytest.mark.parametrize("command", ON_THE_DATA_FOLDER)
def test_who_waits_is_told_for_what_and_leaves_with_ctrl_c(
    command: str, line_of: Callable[[str], list[str]], data: Path, invited: Path
):
    before = {path.name: path.read_bytes() for path in data.rglob("*.journal")}
    for call in (1, 2) if command == "edit" else (0, 8):
        with left_with_ctrl_c(call, data, *line_of(command), waits_for=f"the disk of {data}", typed=invited):
            pass
    assert {path.name: path.read_bytes() for path in data.rglob("*.journal")} == before


@pytest.mark.parametrize("command", ON_THE_DATA_FOLDER)
def test_only_threads_that_can_be_left_use_the_disk(
    command: str, line_of: Callable[[str], list[str]], data: Path, invited: Path, monkeypatch: pytest.MonkeyPatch
):
    disk = HangingCalls(data, seconds=0)
    disk.put_in_place(monkeypatch.setattr)
    disk.watched = threading.get_ident()
    monkeypatch.setenv("EDITOR", "true")
    facilitator(*line_of(command), typed=invited.read_text())
    assert disk.seen == []


@pytest.mark.parametrize("command", ["host", "join"])
def test_who_waits_for_the_shared_folder_is_told_so(command: str, session, data: Path, shared: Path, invited: Path):
    arguments = [*([session] if command == "host" else []), "--folder", str(shared), "--plain"]
    for call, waits_for in ((0, shared), (1, f"{data} or {shared}")):
        disk = f"the disk of {waits_for} "
        with left_with_ctrl_c(call, data, command, *arguments, waits_for=disk, deaf=shared, typed=invited):
            pass


def test_a_panel_is_told_of_a_shared_folder_that_hangs(workspace, session, shared: Path, monkeypatch):
    monkeypatch.setattr("facilitator.files.patience.HANGING_SECONDS", 0.4)
    HangingCalls(shared, FOR_EVER).put_in_place(monkeypatch.setattr)
    began = time.monotonic()
    assert "can't be used: the disk gives no answer." in ran("panel")
    assert time.monotonic() - began < LONGEST_SECONDS


def test_an_erasure_that_was_left_is_finished_by_the_next_command(session: str, data: Path):
    told = f"Erasing {session} was interrupted. Now it is erased."
    for call in range(100, 400, 10):  # until it is in the middle of it
        with left_with_ctrl_c(call, data, "erase", session, "--yes", waits_for=f"the disk of {data}"):
            pass
        if told in ran("sessions"):
            break
    else:
        pytest.fail("It was never stopped in the middle.")
    assert not list(data.rglob(f"*{session}*"))


def test_who_waits_for_a_lock_is_told_so(session: str, data: Path):
    library = data / "library.json.lock"
    with lock.exclusive(library):
        said = f"another process, which has locked {library}"
        with left_with_ctrl_c(NEVER, data, "reindex", waits_for=said):
            assert lock.awaited_lock() is None, "it isn't this one that waits"


def test_while_a_command_is_typed_nobody_waits_for_the_sessions_to_offer(session, data, monkeypatch):
    monkeypatch.setattr("facilitator.files.patience.HANGING_SECONDS", 0.2)
    monkeypatch.setattr(Workspace, "entries", lambda workspace, **more: time.sleep(FOR_EVER))
    began = time.monotonic()
    assert session_ids(click.Context(cli), cli.params[0], "2026") == []
    assert time.monotonic() - began < LONGEST_SECONDS
