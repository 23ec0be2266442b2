"""A session that is run waits for no disk; one that is in hand for a line does, and the library knows what is kept."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.conducting import read
from facilitator.files import durable
from facilitator.storage.journal import read_events
from facilitator.workspace.running_session import in_hand, resume, start
from facilitator.workspace.workspace import Workspace
from tests.disks import LONGEST_WAIT_SECONDS, HangingFiles, wait_until
from tests.ui.sessions import small_agenda


class SlowSync:
    """The disk's sync, which gives no answer while it hangs."""

    def __init__(self, sync) -> None:
        self._sync = sync
        self._answers = threading.Event()
        self._answers.set()

    def __call__(self, descriptor: int) -> None:
        assert self._answers.wait(LONGEST_WAIT_SECONDS)
        self._sync(descriptor)

    def hang(self) -> None:
        self._answers.clear()

    def go_on(self) -> None:
        self._answers.set()


@pytest.fixture
def sync(monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowSync]:
    slow = SlowSync(durable.sync)
    monkeypatch.setattr(durable, "sync", slow)
    yield slow
    slow.go_on()


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "data", warn=print)


@pytest.fixture
def session(workspace: Workspace) -> str:
    """One that is running, and left."""
    with start(workspace, small_agenda(), "short", "Robin", None) as running:
        running.conductor.submit("/start").wait()
        return running.conductor.session.id


def notes_on_disk(workspace: Workspace, session: str) -> list[str]:
    return [note.text for note in workspace.read(session)[0].notes.values()]


def test_who_runs_a_session_waits_for_no_disk_and_leaving_it_does(workspace: Workspace, session: str, sync: SlowSync):
    with resume(workspace, session) as running:
        sync.hang()
        submission = running.conductor.submit("a note")
        assert not submission.is_settled
        assert not submission.kept
        sync.go_on()
    assert submission.kept
    assert notes_on_disk(workspace, session) == ["a note"]


def test_so_does_who_begins_one(workspace: Workspace, sync: SlowSync):
    with start(workspace, small_agenda(), "short", "Robin", None) as running:
        sync.hang()
        assert not running.conductor.submit("/start").is_settled
        sync.go_on()


def test_what_is_submitted_to_a_session_in_hand_is_on_disk_at_once(workspace: Workspace, session: str):
    with in_hand(workspace, session) as running:
        assert running.conductor.submit("a note").kept
        assert notes_on_disk(workspace, session) == ["a note"]


def test_what_a_disk_that_hangs_does_not_take_is_kept_elsewhere_and_comes_back(home: Path, hanging_disk: HangingFiles):
    workspace = Workspace(home / "library", warn=print)
    with start(workspace, small_agenda(), "short", "Robin", None) as running:
        conductor = running.conductor
        assert conductor.submit("/start").wait().kept
        hanging_disk.hang()
        hanging_disk.patient = True
        assert not conductor.submit("the first").is_settled
        hanging_disk.patient = False
        assert conductor.submit("the second").wait().kept
        assert "gives no answer" in conductor.trouble
        [there] = home.glob("facilitator-*/*.journal")
        conductor.submit("/end").wait()
        assert running.write_debrief()[1].answer().startswith("Not saved")
        assert read(read_events(there)).session == conductor.session
        hanging_disk.go_on()
        wait_until(lambda: not conductor.trouble)
        assert list(home.glob("facilitator-*/*")) == []
        session = conductor.session.id
    assert notes_on_disk(workspace, session) == ["the first", "the second"]
    [entry] = workspace.entries()
    assert entry.status == "ended"


def test_the_library_hears_of_an_end_when_it_is_kept(
    library_in_time: None, workspace: Workspace, session: str, sync: SlowSync
):
    def status() -> str:
        return workspace.library.entries()[0].status

    with resume(workspace, session) as running:
        sync.hang()
        running.conductor.submit("/end")
        assert status() == "unfinished"
        sync.go_on()
    assert status() == "ended"
