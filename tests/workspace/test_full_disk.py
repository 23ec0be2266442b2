"""A disk that is full, or a folder that can't be written: an interview goes on, and nothing of it is lost."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from facilitator.conducting.rescue import save_elsewhere
from facilitator.conducting.submission import NOT_ERASED_YET
from facilitator.files.durable import StorageError
from facilitator.workspace.errors import NextStep, NotInItsPlace, Step
from facilitator.workspace.retention import erase_session
from facilitator.workspace.running_session import amend, in_hand, resume, start
from facilitator.workspace.workspace import Workspace
from tests.cli.shell import files_with
from tests.disks import FailingFiles
from tests.ui.sessions import small_agenda

NOTES = [f"note {number}" for number in range(9)]


@pytest.fixture
def workspace(home: Path) -> Workspace:
    return Workspace(home / "library", warn=print)


def nothing(path: Path) -> bool:
    return False


@contextmanager
def told_when_left() -> Iterator[list[NotInItsPlace]]:
    """The way out of a session must not be silent; what it says, once it is left."""
    told: list[NotInItsPlace] = []
    try:
        yield told
    except NotInItsPlace as error:
        told.append(error)
    assert told, "nobody was told"


def interview(workspace: Workspace, failing: FailingFiles, after: int = 0) -> tuple[str, NotInItsPlace]:
    """An interview with nine notes and its end, on a disk that is full from a note on; its id, and what was told."""
    fails, failing.fails = failing.fails, nothing if after else failing.fails
    session = ""
    with told_when_left() as told, start(workspace, small_agenda(), "short", "Robin", None) as running:
        session = running.conductor.session.id
        running.conductor.submit("/start").wait()
        for number, note in enumerate(NOTES):
            if number == after:
                failing.fails = fails
            assert running.conductor.submit(note).wait().kept
        assert running.conductor.submit("/end").wait().kept
        assert running.conductor.unkept == frozenset()
    return session, told[0]


def notes(workspace: Workspace, session: str) -> list[str]:
    return [note.text for note in workspace.read(session)[0].notes.values()]


@pytest.mark.parametrize("after", [0, 5])
def test_all_notes_and_the_end_are_there_and_one_is_told_where(workspace, home, full_disk, after):
    session, told = interview(workspace, full_disk, after)
    [there] = home.glob("facilitator-*/*.journal")
    assert str(there) in str(told)
    assert "the disk is full" in str(told)
    assert told.next_step == NextStep(Step.TAKE_BACK, session)
    assert notes(workspace, session) == NOTES
    assert workspace.read(session)[0].ended_at is not None


def test_the_next_who_opens_it_brings_it_back(workspace, home, full_disk):
    session, _ = interview(workspace, full_disk)
    full_disk.fails = nothing
    with resume(workspace, session) as running:
        assert running.conductor.trouble == ""
    assert list(home.glob("facilitator-*/*")) == []
    assert notes(workspace, session) == NOTES
    ids = [event.id for event in workspace.events(session)]
    assert len(ids) == len(set(ids))


def test_it_is_among_the_sessions_though_no_library_can_be_written(workspace, full_disk):
    session, _ = interview(workspace, full_disk)
    [entry] = workspace.entries()
    assert (entry.session, entry.notes, entry.status) == (session, 9, "ended")
    assert list(workspace.elsewhere()) == [session]


def test_a_late_note_is_kept_elsewhere_and_told(workspace, full_disk):
    session, _ = interview(workspace, full_disk)
    with pytest.raises(StorageError, match=r"(?s)Kept in .* instead"):
        amend(workspace, session, "a late note", None)
    assert notes(workspace, session) == [*NOTES, "a late note"]


def test_a_session_begins_where_no_data_folder_can_be_made(home):
    (home / "a file").touch()
    workspace = Workspace(home / "a file" / "library", warn=print)
    with told_when_left(), start(workspace, small_agenda(), "short", "Robin", None) as running:
        assert re.search("Kept in .* instead", running.conductor.trouble)
        session = running.conductor.session.id
        running.conductor.submit("/start").wait()
    assert workspace.latest_unfinished() == session
    with pytest.raises(StorageError), in_hand(workspace, session) as running:
        running.conductor.submit("a note")
    assert notes(workspace, session) == ["a note"]


def test_where_nothing_at_all_can_be_kept_a_session_begins_in_memory(workspace, home, full_disk):
    full_disk.fails = lambda path: True
    with told_when_left() as told, start(workspace, small_agenda(), "short", "Robin", None) as running:
        running.conductor.submit("/start").wait()
        assert not running.conductor.submit("a note").wait().kept
        assert "the disk is full" in running.conductor.trouble
        assert len(running.conductor.unkept) == len(running.conductor.events)
        full_disk.fails = nothing
        assert running.conductor.submit("another").wait().kept
        session = running.conductor.session.id
        assert notes(workspace, session) == ["a note", "another"]
        full_disk.fails = lambda path: True
        running.conductor.submit("lost").wait()
    assert "Lost: 1 fact" in str(told[0])


def test_a_session_that_no_disk_has_taken_leaves_nothing_and_is_counted_as_lost(workspace, home, full_disk):
    full_disk.fails = lambda path: True
    with told_when_left() as told, start(workspace, small_agenda(), "short", "Robin", None) as running:
        running.conductor.submit("/start").wait()
    assert "Lost: 3 facts that reached no disk" in str(told[0])
    full_disk.fails = nothing
    assert workspace.entries() == ()
    assert list(home.rglob("*.journal")) == []


def test_what_no_disk_takes_is_counted_as_lost(workspace, full_disk):
    with told_when_left() as told, start(workspace, small_agenda(), "", "", None) as running:
        full_disk.fails = lambda path: True
        running.conductor.submit("/start").wait()
        assert not running.conductor.submit("a note").wait().kept
    assert "Lost: 2 facts" in str(told[0])
    assert told[0].next_step is None


def test_what_was_saved_elsewhere_is_named_and_nothing_of_it_is_called_lost(workspace, home, full_disk):
    with told_when_left() as told, start(workspace, small_agenda(), "", "", None) as running:
        full_disk.fails = lambda path: "-copy-" not in path.name
        running.conductor.submit("/start").wait()
        said = save_elsewhere(running.conductor)
    [copy] = home.glob("*-copy-*.journal")
    assert said == f"Everything is in {copy}"
    assert str(told[0]).endswith(f"Saved in {copy}.")
    assert told[0].next_step == NextStep(Step.TAKE_IN, running.conductor.session.id)


def test_notes_go_on_being_kept_in_the_second_place_after_an_erasure_that_waits_for_room(workspace, home, full_disk):
    fails, full_disk.fails = full_disk.fails, nothing
    with told_when_left() as told, start(workspace, small_agenda(), "", "Robin", None) as running:
        running.conductor.submit("/start")
        running.conductor.submit("of zanzibar")
        full_disk.fails = fails
        running.conductor.submit("a note").wait()
        [there] = home.glob("facilitator-*/*.journal")
        erased = running.conductor.submit("/erase 1").wait()
        assert (erased.said, erased.kept) == (NOT_ERASED_YET, True)
        assert running.conductor.submit("a later note").wait().kept
        assert running.conductor.trouble.startswith(f"Kept in {there} instead.\n")
        assert "\nNot erased in " in running.conductor.trouble
    assert str(there) in str(told[0])
    assert b"zanzibar" not in there.read_bytes()
    full_disk.fails = nothing
    session = running.conductor.session.id
    with resume(workspace, session) as running:
        assert running.conductor.trouble == ""
    assert notes(workspace, session) == ["a note", "a later note"]
    assert files_with(home, "zanzibar") == []


def test_who_only_asks_gets_an_answer_and_who_records_is_told_where_it_is(workspace, full_disk):
    session, _ = interview(workspace, full_disk)
    with in_hand(workspace, session) as running:
        assert running.conductor.decide("/erase 1").doubt
    with told_when_left(), in_hand(workspace, session) as running:
        running.conductor.submit("a note")


def test_erasing_finds_it(workspace, home, full_disk):
    session, _ = interview(workspace, full_disk)
    full_disk.fails = nothing
    erase_session(workspace, session)
    assert list(home.glob("facilitator-*/*")) == []
    assert workspace.entries() == ()
