"""Before what can't be taken back the shell says what comes of it, and asks."""

from contextlib import suppress
from pathlib import Path

import pytest

from facilitator.conducting.submission import NOT_ERASED_YET
from facilitator.workspace.errors import NotInItsPlace
from facilitator.workspace.running_session import resume, start
from facilitator.workspace.workspace import Workspace
from tests.cli.shell import facilitator, files_with, program
from tests.disks import FailingFiles
from tests.ui.sessions import small_agenda
from tests.workspace.shared.devices import Devices


@pytest.fixture
def elsewhere(home: Path, full_disk: FailingFiles) -> str:
    """A session of which a note is in its own journal, and another in a second place, as the disk is full by then."""
    fails, full_disk.fails = full_disk.fails, lambda path: False
    workspace = Workspace(home / "library", warn=print)
    with suppress(NotInItsPlace), start(workspace, small_agenda(), "", "Robin", None) as running:
        running.conductor.submit("of zanzibar")
        full_disk.fails = fails
        running.conductor.submit("of timbuktu")
    return running.conductor.session.id


@pytest.mark.parametrize(("note", "word"), [("n1", "zanzibar"), ("n2", "timbuktu")])
def test_a_note_of_a_session_in_a_second_place_is_erased_as_far_as_there_is_room(
    elsewhere, home, full_disk, note: str, word: str
):
    done = facilitator("erase", elsewhere, "--note", note, "--yes")
    [there] = home.glob("facilitator-*/*.journal")
    assert done.stdout.endswith(f"{NOT_ERASED_YET}\n")
    assert f"Kept in {there} instead." in done.stderr
    assert word.encode() not in there.read_bytes()
    full_disk.fails = lambda path: False
    with resume(Workspace(home / "library", warn=print), elsewhere):
        pass
    assert files_with(home, word) == []


def test_who_does_not_agree_is_told_that_nothing_was_erased_wherever_it_is(elsewhere):
    asked = facilitator("erase", elsewhere, "--note", "n2", typed="n\n")
    assert "“of timbuktu”, for good" in asked.stdout
    assert "Nothing was erased." in asked.stderr


def test_where_no_disk_takes_it_nothing_was_erased(elsewhere, full_disk):
    full_disk.fails = lambda path: True
    done = facilitator("erase", elsewhere, "--note", "n2", "--yes")
    assert done.exit_code == 1
    assert done.stdout.endswith("Nothing was erased.\n")
    assert "reached no disk" in done.stderr


def test_a_note_is_erased_after_a_question(tmp_path):
    with Devices(tmp_path, "of zanzibar\nanother") as devices:
        pass
    data = ("--data-dir", devices.host.home.root)
    asked = program(*data, "erase", devices.session, "--note", "n1", stdin="n\n")
    assert asked.returncode == 1
    assert "This erases note a1, “of zanzibar”, for good, on every device" in asked.stdout
    assert "Nothing was erased." in asked.stderr
    done = program(*data, "erase", devices.session, "--note", "a1", "--yes")
    assert done.stdout.endswith("Note a1 is erased.\n")
    assert not [path for path in devices.root.rglob("*.journal") if b"zanzibar" in path.read_bytes()]


def test_what_cant_be_is_told_in_words(tmp_path):
    with Devices(tmp_path, "a note") as devices:
        pass
    data = ("--data-dir", devices.host.home.root)
    assert "There is no note a7." in program(*data, "erase", devices.session, "--note", "7", "--yes").stderr
    assert "Which session has the note?" in program(*data, "erase", "--candidate", "X", "--note", "7").stderr
    program(*data, "hold", devices.session, "--reason", "a complaint")
    refused = program(*data, "erase", devices.session, "--note", "1", "--yes")
    assert refused.returncode == 2
    assert "a complaint. It stays as it is." in refused.stderr


def test_what_was_undone_is_erased_by_that_word(tmp_path):
    with Devices(tmp_path, "of zanzibar\n/undo\nanother") as devices:
        pass
    data = ("--data-dir", devices.host.home.root)
    done = program(*data, "erase", devices.session, "--note", "undone", "--yes")
    assert "This erases the undone note, “of zanzibar”, for good, on every device" in done.stdout
    assert not [path for path in devices.root.rglob("*.journal") if b"zanzibar" in path.read_bytes()]
