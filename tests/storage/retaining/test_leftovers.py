"""What can't be removed is told and keeps nothing else from being erased; as soon as it can, it goes, too."""

from pathlib import Path
from typing import Any

import pytest

from facilitator.files import durable, foreign, own_folder
from facilitator.files.durable import StorageError
from facilitator.storage.home import Home
from facilitator.storage.library import Library
from facilitator.storage.retaining import erasing, legal_hold, written_files
from tests.storage.retaining.sessions import CANARY, OTHER, files, keep, written


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def on_stick(home: Home, library: Library, stick: Path, stuck: set[Path]) -> Path:
    """An export on a read-only stick, of a session that has others as well."""
    keep(home, library, "a", CANARY)
    written(home, "a", stick.parent / "other.md", CANARY)
    path = written(home, "a", stick / "x.md", CANARY)
    stuck.add(path)
    return path


@pytest.fixture
def unreadable(monkeypatch: pytest.MonkeyPatch) -> set[Path]:
    """The files that can't be read: a test adds them."""
    paths, content = set[Path](), foreign.content

    def read(path: Path, *limits: Any) -> bytes:
        if path in paths:
            raise OSError(5, "the disk reported an error")
        return content(path, *limits)

    monkeypatch.setattr(foreign, "content", read)
    return paths


def told(home: Home, library: Library) -> list[str]:
    """What the next command does about it, and says."""
    return list(dict(erasing.finish(home, library)).values())


@pytest.fixture
def sheets_on_stick(home: Home, library: Library, stick: Path, stuck: set[Path]) -> Path:
    """The one file in a folder that was exported to a read-only stick."""
    keep(home, library, "a", CANARY)
    sheets = stick / "sheets"
    sheets.mkdir()
    notes = sheets / "notes.csv"
    notes.write_text(CANARY)
    written_files.add(home.path("a", "files"), home.root, {sheets: None, notes: CANARY.encode()})
    stuck.add(notes)
    return notes


def erased_but(path: Path) -> str:
    return f"a is erased, except:\n  {path}: the disk is read-only; the next command will try again"


def test_one_file_that_stays_keeps_nothing_else_and_is_named_with_the_reason(home, library, on_stick):
    assert erasing.erase(home, library, "a") == erased_but(on_stick)
    assert files(home.root, CANARY) == []
    assert files(on_stick.parent.parent, CANARY) == [on_stick.name]
    assert list(home.being_erased.glob("*.erasing")) == []


def test_it_is_told_until_it_is_removed(home, library, on_stick, stuck):
    erasing.erase(home, library, "a")
    assert erasing.is_unfinished(home, "a")
    assert told(home, library) == [f"a is erased, except {on_stick}: the disk is read-only."]
    stuck.clear()
    assert told(home, library) == ["What was left of a is erased now."]
    assert not on_stick.exists()
    assert told(home, library) == []
    assert not erasing.is_unfinished(home, "a")
    assert list(home.being_erased.iterdir()) == []


def test_a_new_session_of_that_id_stays(home, library, on_stick, stuck):
    erasing.erase(home, library, "a")
    keep(home, library, "a", OTHER)
    kept = sorted(files(home.root, OTHER))
    stuck.clear()
    told(home, library)
    assert not on_stick.exists()
    assert sorted(files(home.root, OTHER)) == kept


def test_what_is_changed_meanwhile_is_its_owners(home, library, on_stick, stuck):
    erasing.erase(home, library, "a")
    stuck.clear()
    on_stick.write_text("mine now")
    assert told(home, library) == [f"What was left of a was changed or isn't there any more: {on_stick}."]
    assert on_stick.read_text() == "mine now"
    assert told(home, library) == []


def test_what_is_gone_by_itself_is_not_said_to_be_erased(home, library, on_stick, stuck):
    erasing.erase(home, library, "a")
    stuck.clear()
    on_stick.rename(on_stick.with_name("elsewhere.md"))  # as if the stick were out, but not the folder in which it was
    assert told(home, library) == [f"What was left of a was changed or isn't there any more: {on_stick}."]


def test_what_is_on_a_stick_that_is_out_is_waited_for(home, library, on_stick, stick, stuck):
    erasing.erase(home, library, "a")
    stuck.clear()
    drawer = stick.rename(stick.with_name("drawer"))
    assert told(home, library) == []
    drawer.rename(stick)
    assert told(home, library) == ["What was left of a is erased now."]
    assert not on_stick.exists()


def test_a_folder_waits_for_the_file_in_it_and_is_not_told_of(home, library, sheets_on_stick, stick, stuck):
    assert erasing.erase(home, library, "a") == erased_but(sheets_on_stick)
    stuck.clear()
    told(home, library)
    assert list(stick.iterdir()) == []


def test_in_a_folder_of_ours_each_other_file_goes(home, library, stuck):
    keep(home, library, "a", CANARY)
    sheets = home.debriefs / "a-debrief-csv"
    for name in ("marks.csv", "zones.csv"):
        (sheets / name).write_text(CANARY)
    stuck.add(sheets / "notes.csv")
    assert str(sheets / "notes.csv") in erasing.erase(home, library, "a")
    assert files(home.root, CANARY) == ["notes.csv"]
    stuck.clear()
    told(home, library)
    assert not sheets.exists()


def test_what_a_stopped_erasure_cannot_remove_is_told_when_it_is_finished(home, library, on_stick):
    durable.make_folder(home.being_erased)
    (home.being_erased / "a.erasing").touch()
    (said,) = told(home, library)
    assert said == f"Erasing a was interrupted. {erased_but(on_stick)}"


def test_what_cannot_even_be_read_is_told_once_for_a_person_to_remove(home, library, on_stick, unreadable):
    unreadable.add(on_stick)
    stays = f"a is erased, except:\n  {on_stick}: the disk is read-only; remove it yourself"
    assert erasing.erase(home, library, "a", [on_stick]) == stays
    assert told(home, library) == []


def test_what_cannot_be_read_for_a_while_is_tried_again(home, library, on_stick, stuck, unreadable):
    erasing.erase(home, library, "a")
    stuck.clear()
    unreadable.add(on_stick)
    assert told(home, library) == [f"a is erased, except {on_stick}: the disk reported an error."]
    unreadable.clear()
    assert told(home, library) == ["What was left of a is erased now."]


def test_of_several_each_goes_when_it_can_and_the_rest_stays_listed(home, library, on_stick, stick, stuck):
    other = written(home, "a", stick / "y.md", CANARY)
    stuck.add(other)
    erasing.erase(home, library, "a")
    assert told(home, library) == [f"a is erased, except {on_stick}: the disk is read-only, and 1 more."]
    stuck.remove(on_stick)
    assert told(home, library) == [f"a is erased, except {other}: the disk is read-only."]
    stuck.clear()
    assert told(home, library) == ["What was left of a is erased now."]
    assert list(home.being_erased.iterdir()) == []


def test_a_folder_that_somebody_removes_is_not_waited_for(home, library, sheets_on_stick):
    erasing.erase(home, library, "a")
    sheets_on_stick.unlink()
    sheets_on_stick.parent.rmdir()
    assert told(home, library) == [f"What was left of a was changed or isn't there any more: {sheets_on_stick}."]
    assert list(home.being_erased.iterdir()) == []


def test_what_a_hold_keeps_is_not_removed_as_a_leftover(home, library, on_stick, stuck):
    journal = home.path("a", "journal")
    stuck.add(journal)
    with pytest.raises(StorageError):
        erasing.erase(home, library, "a")
    legal_hold.place(home.path("a", "hold"), legal_hold.LegalHold("a complaint", "Ann", 1))
    stuck.clear()
    (said,) = told(home, library)
    assert said.endswith("a complaint. It stays as it is.")
    assert on_stick.exists()
    assert journal.exists()


def test_a_folder_of_ours_that_cannot_be_looked_into_keeps_nothing_else(home, library, monkeypatch):
    keep(home, library, "a", CANARY)
    sheets, paths_in = home.debriefs / "a-debrief-csv", own_folder.paths_in

    def look(folder: Path) -> list[Path]:
        if folder == sheets:
            raise OSError(13, "no")
        return paths_in(folder)

    monkeypatch.setattr(own_folder, "paths_in", look)
    erasing.erase(home, library, "a")
    assert files(home.root, CANARY) == []


def test_a_lock_that_stays_is_named_with_the_rest(home, library, on_stick, stuck):
    lock = home.path("a", "lock")
    stuck.add(lock)
    said = erasing.erase(home, library, "a")
    assert f"\n  {lock}: the disk is read-only; remove it yourself" in said
    assert f"\n  {on_stick}: the disk is read-only; the next command will try again" in said


def test_a_list_that_cannot_be_read_is_told_with_its_name(home, library):
    durable.make_folder(home.being_erased)
    own_folder.make_folder(home.being_erased / "a.left", durable.FOLDER_MODE)
    (said,) = told(home, library)
    assert "a.left can't be read" in said
