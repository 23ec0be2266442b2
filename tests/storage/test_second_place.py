"""When the data folder can't be written, a session goes on elsewhere, and comes back as soon as that can be done."""

import errno
import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from facilitator.domain.facts.event import Author, Event, Stamp
from facilitator.files import durable
from facilitator.files.durable import StorageError
from facilitator.files.lock import SessionHeld, hold
from facilitator.storage.home import Home
from facilitator.storage.journal import JournalError
from facilitator.storage.library import Library
from facilitator.storage.retaining.collecting import kept
from tests.disks import FailingFiles, folder_in_memory

MakeFailing = Callable[..., FailingFiles]


@pytest.fixture
def folder(home: Path) -> Home:
    return Home(home / "library")


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch, folder: Home) -> FailingFiles:
    """The disk of the data folder, full until it `fails` no more."""
    files = FailingFiles(lambda path: path.is_relative_to(folder.root))
    monkeypatch.setattr(durable, "write_all", files.write_all)
    return files


DEVICE = "0123456789abcdef"


@pytest.fixture
def on_device(note) -> Callable[[int], Event]:
    """Notes that were recorded on the device `DEVICE`."""

    def recorded(number: int) -> Event:
        return replace(note(number), stamp=Stamp(number, 0, Author("ceo", DEVICE)))

    return recorded


def second_places(home: Path) -> list[Path]:
    return list(home.glob("facilitator-*/*"))


def nothing(path: Path) -> bool:
    return False


def test_on_a_full_disk_everything_is_kept_elsewhere_and_told(folder, home, note, failing):
    failing.fails = nothing
    with folder.new_session("s", "Alex", 0) as session:
        session.journal.append([note(1)])
        failing.fails = lambda path: path.is_relative_to(folder.root)
        session.journal.append([note(2)])
        session.journal.append([note(3)])
        [there] = second_places(home)
        assert str(folder.path("s", "journal")) in session.journal.trouble
        assert "the disk is full" in session.journal.trouble
        assert f"Kept in {there} instead." in session.journal.trouble
        assert session.journal.events == (note(1), note(2), note(3))
    assert folder.read_session("s").events == [note(1), note(2), note(3)]


def test_what_is_kept_elsewhere_can_stand_alone(folder, home, note, failing):
    failing.fails = nothing
    with folder.new_session("s", "Alex", 0) as session:
        session.journal.append([note(1)])
        failing.fails = lambda path: path.is_relative_to(folder.root)
        session.journal.append([note(2)])
    folder.path("s", "journal").unlink()
    assert folder.session_ids() == ["s"]
    assert folder.read_session("s").events == [note(1), note(2)]


def test_when_the_disk_has_room_again_it_comes_back_and_nothing_stays_elsewhere(folder, home, note, failing):
    with folder.new_session("s", "Alex", 0) as session:
        session.journal.append([note(1)])
        failing.fails = nothing
        session.journal.catch_up()
        assert session.journal.trouble == ""
        assert second_places(home) == []
        session.journal.append([note(2)])
        assert folder.read_session("s").events == [note(1), note(2)]


def test_who_opens_the_session_next_brings_it_back(folder, home, note, failing):
    with folder.new_session("s", "Alex", 0) as session:
        session.journal.append([note(1)])
    failing.fails = nothing
    with folder.open_session("s", "Alex", 0) as session:
        assert session.journal.events == (note(1),)
        assert session.journal.trouble == ""
    assert second_places(home) == []
    assert folder.read_session("s").events == [note(1)]


def test_as_long_as_that_fails_it_goes_on_elsewhere(folder, home, note, failing):
    with folder.new_session("s", "Alex", 0) as session:
        session.journal.append([note(1)])
    with folder.open_session("s", "Alex", 0) as session:
        assert "the disk is full" in session.journal.trouble
        session.journal.append([note(2)])
    assert len(second_places(home)) == 1
    assert folder.read_session("s").events == [note(1), note(2)]


def test_a_session_that_begins_on_a_full_disk_leaves_no_empty_journal(folder, note, failing):
    with folder.new_session("s", "Alex", 0) as session:
        session.journal.append([note(1)])
        assert not folder.path("s", "journal").exists()
    assert folder.session_ids() == ["s"]


def test_where_no_data_folder_can_be_made_a_session_begins_elsewhere_and_is_held_there(home, note):
    (home / "a file").touch()
    folder = Home(home / "a file" / "library")
    with folder.new_session("s", "Alex", 0) as session:
        session.journal.append([note(1)])
        with pytest.raises(SessionHeld, match="Alex"):
            folder.open_session("s", "Dana", 0)
    assert folder.session_ids() == ["s"]
    with folder.open_session("s", "Dana", 0) as session:
        assert session.journal.events == (note(1),)
    assert [path.suffix for path in second_places(home)] == [".journal"]


def test_where_nothing_takes_even_a_lock_a_new_session_begins_and_is_held_once_it_is_kept(home, note):
    blocked = home / "library"
    blocked.touch()
    nowhere = home / f"facilitator-{os.getuid()}"
    nowhere.touch()
    folder = Home(blocked)
    with folder.new_session("s", "Alex", 0) as session:
        with pytest.raises(JournalError):
            session.journal.append([note(1)])
        nowhere.unlink()
        session.journal.append([note(1)])
        with pytest.raises(SessionHeld, match="Alex"):
            folder.open_session("s", "Dana", 0)
    assert folder.read_session("s").events == [note(1)]


def test_where_nothing_can_be_kept_nobody_is_told_that_it_is(folder, note, failing):
    failing.fails = lambda path: True
    with folder.new_session("s", "Alex", 0) as session:
        with pytest.raises(JournalError, match=r"(?s)library.*the disk is full.*facilitator-.*the disk is full"):
            session.journal.append([note(1)])
        assert session.journal.events == ()
    failing.fails = nothing
    assert folder.session_ids() == []


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EROFS])
def test_whatever_the_disk_reports(folder, note, failing, number):
    failing.number = number
    with folder.new_session("s", "Alex", 0) as session:
        session.journal.append([note(1)])
    assert folder.read_session("s").events == [note(1)]


def test_a_folder_of_somebody_elses_or_a_link_is_passed_over(folder, home, note, failing, monkeypatch, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    probe = Home(folder.root)
    with probe.new_session("probe", "Alex", 0) as session:
        session.journal.append([note(1)])
    [there] = second_places(home)
    there.unlink()
    there.parent.rmdir()
    there.parent.symlink_to(other)
    monkeypatch.setattr("facilitator.files.elsewhere.FLEETING", (str(tmp_path),))
    with folder.new_session("s", "Alex", 0) as session:
        session.journal.append([note(1)])
    assert list(other.iterdir()) == []
    assert len(list(tmp_path.glob("facilitator-*/*-s.journal"))) == 1


def test_it_is_private(folder, home, note, failing):
    with folder.new_session("s", "Alex", 0) as session:
        session.journal.append([note(1)])
    [there] = second_places(home)
    assert (there.stat().st_mode & 0o777, there.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_another_data_folder_knows_nothing_of_it(folder, home, note, failing):
    with folder.new_session("s", "Alex", 0) as session:
        session.journal.append([note(1)])
    assert Home(home / "another").session_ids() == []


def begun_elsewhere(folder: Home, events, device: str = "") -> None:
    """A session whose journal is elsewhere alone; the data folder knows its device if that has a name."""
    with folder.new_session("s", "Alex", 0) as session:
        session.journal.append(events)
    folder.root.mkdir(exist_ok=True)
    if device:
        (folder.root / "device").write_text(device)


def test_a_data_folder_that_has_moved_finds_it_by_the_beginning_of_its_journal(folder, home, note, failing):
    failing.fails = nothing
    with folder.new_session("s", "Alex", 0) as session:
        session.journal.append([note(1)])
        failing.fails = lambda path: path.is_relative_to(folder.root)
        session.journal.append([note(2)])
    failing.fails = nothing
    moved = Home(folder.root.rename(home / "moved"))
    assert list(moved.second_place.sessions()) == ["s"]
    assert moved.read_session("s").events == [note(1), note(2)]
    with moved.open_session("s", "Alex", 0) as session:
        assert session.journal.events == (note(1), note(2))
    assert second_places(home) == []


def test_if_all_of_a_session_is_elsewhere_it_is_found_by_the_device(folder, home, on_device, failing):
    begun_elsewhere(folder, [on_device(1)], DEVICE)
    failing.fails = nothing
    moved = Home(folder.root.rename(home / "moved"))
    assert moved.session_ids() == ["s"]
    assert moved.read_session("s").events == [on_device(1)]


def test_a_copy_leaves_it_to_the_folder_that_it_was_kept_for(folder, home, on_device, failing):
    begun_elsewhere(folder, [on_device(1)], DEVICE)
    failing.fails = nothing
    copy = Home(home / "copy")
    shutil.copytree(folder.root, copy.root)
    assert copy.session_ids() == []
    assert folder.session_ids() == ["s"]


def test_another_session_of_the_same_name_is_not_mixed_up_with_it(folder, home, note, failing):
    begun_elsewhere(folder, [note(1)])
    failing.fails = nothing
    shutil.rmtree(folder.root)
    other = Home(home / "other")
    with other.new_session("s", "Dana", 0) as session:
        session.journal.append([note(9)])
    with other.open_session("s", "Dana", 0) as session:
        assert session.journal.events == (note(9),)
    assert len(second_places(home)) == 1


def test_erasing_a_session_of_a_folder_that_has_moved_finds_it(folder, home, on_device, failing):
    from facilitator.storage.retaining.erasing import erase

    begun_elsewhere(folder, [on_device(1)], DEVICE)
    failing.fails = nothing
    moved = Home(folder.root.rename(home / "moved"))
    erase(moved, Library(moved.library, list), "s")
    assert second_places(home) == []


def test_a_draft_comes_along_with_the_journal_of_a_folder_that_has_moved(folder, home, on_device, failing):
    begun_elsewhere(folder, [on_device(1)], DEVICE)
    folder.draft("s").save("half a thou")
    failing.fails = nothing
    moved = Home(folder.root.rename(home / "moved"))
    with moved.open_session("s", "Alex", 0) as session:
        assert session.draft.load() == "half a thou"
        session.draft.clear()
    assert second_places(home) == []
    with moved.open_session("s", "Alex", 0) as session:
        assert session.draft.load() == ""


def test_of_two_drafts_the_one_that_was_kept_after_the_move_counts(folder, home, on_device, failing):
    begun_elsewhere(folder, [on_device(1)], DEVICE)
    folder.draft("s").save("before")
    moved = Home(folder.root.rename(home / "moved"))
    failing.fails = lambda path: path.is_relative_to(moved.root)
    moved.draft("s").save("after")
    failing.fails = nothing
    with moved.open_session("s", "Alex", 0) as session:
        assert session.draft.load() == "after"


def test_a_draft_that_is_elsewhere_alone_is_asked_about_when_its_session_is_erased(folder, home, note, failing):
    from facilitator.storage.retaining.belongings import belongings
    from facilitator.storage.retaining.erasing import erase

    failing.fails = nothing
    for session in ("s", "s2"):
        with folder.new_session(session, "Alex", 0) as opened:
            opened.journal.append([note(1)])
        failing.fails = lambda path: path.is_relative_to(folder.root)
        folder.draft(session).save("half a thought about Robin")
        failing.fails = nothing
    moved = Home(folder.root.rename(home / "moved"))
    doubtful = belongings(moved, "s").doubtful
    assert [path.name.partition("-")[2] for path in doubtful] == ["s.draft"]
    erase(moved, Library(moved.library, list), "s", doubtful)
    assert [path.name.partition("-")[2] for path in second_places(home)] == ["s2.draft"]


def test_erasing_and_handing_over_find_it(folder, home, note, failing):
    from facilitator.storage.retaining.erasing import erase

    with folder.new_session("s", "Alex", 0) as session:
        session.journal.append([note(1)])
    failing.fails = nothing
    [there] = second_places(home)
    assert kept(folder, "s")[there.name] == there.read_bytes()
    erase(folder, Library(folder.library, list), "s")
    assert second_places(home) == []
    assert folder.session_ids() == []


def test_what_a_killed_process_was_making_there_is_cleared_by_who_opens_the_session_next(folder, home, note, failing):
    with folder.new_session("s", "Alex", 0) as session:
        session.journal.append([note(1)])
    [there] = second_places(home)
    (there.parent / f".{there.name}.0123456789abcdef.unfinished").write_bytes(b"half")
    failing.fails = nothing
    folder.open_session("s", "Alex", 0).close()
    assert list(there.parent.glob("*journal*")) == []


def test_damage_in_it_is_put_aside_before_it_goes(folder, home, note, failing):
    with folder.new_session("s", "Alex", 0) as session:
        session.journal.append([note(1)])
    [there] = second_places(home)
    there.write_bytes(there.read_bytes() + b"half a li")
    failing.fails = nothing
    folder.open_session("s", "Alex", 0).close()
    assert [path.read_bytes() for path in second_places(home)] == [b"half a li"]


FAILURES = st.lists(st.tuples(st.booleans(), st.booleans(), st.booleans()), min_size=1, max_size=12)
"""For each step: whether the data folder fails, whether the first and the last of the other places do."""


@given(failures=FAILURES, leaving=st.lists(st.booleans(), max_size=12))
def test_whatever_fails_what_was_called_kept_is_there_once_in_the_end(note, failures, leaving):
    full: set[Path] = set()
    files = FailingFiles(lambda path: any(path.is_relative_to(folder) for folder in full))
    with folder_in_memory() as top, pytest.MonkeyPatch.context() as patch:
        folders = (top / "data", top / "home", top / "run")
        for folder in folders[1:]:
            folder.mkdir()
        patch.setenv("HOME", str(top / "home"))
        patch.setattr("facilitator.files.elsewhere.FLEETING", (str(top / "run"),))
        patch.setattr(durable, "write_all", files.write_all)
        home = Home(folders[0])
        session = home.new_session("s", "Alex", 0)
        session.journal.append([note(0)])
        called_kept = [note(0)]
        waiting = []
        leave = iter(leaving)
        for number, fail in enumerate(failures, 1):
            full = {folder for folder, fails in zip(folders, fail, strict=True) if fails}
            if next(leave, False):
                session.close()
                session = home.open_session("s", "Alex", 0)
            session.journal.catch_up()
            waiting.append(note(number))
            try:
                session.journal.append(waiting)
            except JournalError:
                continue
            called_kept += waiting
            waiting = []
            assert set(home.read_session("s").events) == set(called_kept)
        session.close()
        full = set()
        home.open_session("s", "Alex", 0).close()
        with home.open_session("s", "Alex", 0) as session:
            assert session.journal.events == tuple(called_kept)
        assert list(top.glob("*/facilitator-*/*")) == []
        assert len(home.read_session("s").events) == len(called_kept)


def test_what_is_held_elsewhere_is_held_here_too_when_the_disk_is_well_again(folder, home, note, monkeypatch):
    def refuse(path, who, since):
        if path.is_relative_to(folder.root):
            raise StorageError("it takes no lock now")
        return hold(path, who, since)

    folder.new_session("s", "Alex", 0).close()
    with folder.new_session("s", "Alex", 0) as session:
        session.journal.append([note(1)])
    monkeypatch.setattr("facilitator.files.lock.hold", refuse)
    with folder.open_session("s", "Alex", 0):
        monkeypatch.setattr("facilitator.files.lock.hold", hold)
        with pytest.raises(SessionHeld):
            Home(folder.root).open_session("s", "Dana", 0)


def test_a_data_folder_whose_disk_hangs_has_the_mark_of_its_path(folder, home, note, failing, monkeypatch):
    def hangs(deed):
        raise TimeoutError

    probe = Home(folder.root)
    monkeypatch.setattr(probe.disk, "do", hangs)
    with folder.new_session("s", "Alex", 0) as session:
        session.journal.append([note(1)])
    assert list(probe.second_place.sessions()) == ["s"]


@pytest.mark.parametrize("content", [b"", b"not a journal", None])
def test_what_is_there_for_nobody_is_nobodys(folder, home, note, failing, content):
    with folder.new_session("s", "Alex", 0) as session:
        session.journal.append([note(1)])
    [there] = second_places(home)
    stray = there.with_name("00000000-stray.journal")
    if content is None:
        stray.symlink_to("nowhere")
    else:
        stray.write_bytes(content)
    assert list(folder.second_place.sessions()) == ["s"]


def test_a_folder_on_another_disk_that_hangs_is_asked_once_and_its_session_left_to_it(
    folder, home, note, failing, monkeypatch
):
    asked = []

    def hangs(root):
        asked.append(root)
        threading.Event().wait(60)

    with folder.new_session("s", "Alex", 0) as session:
        session.journal.append([note(1)])
    moved = Home(home / "another")
    monkeypatch.setattr("facilitator.storage.home.known_device", hangs)
    monkeypatch.setattr("facilitator.files.patience.HANGING_SECONDS", 0.05)
    assert [moved.session_ids(), moved.session_ids()] == [[], []]
    assert asked == [folder.root]
