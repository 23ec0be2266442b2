"""The data folder: private, and no session id leads out of it."""

import os
from pathlib import Path

import pytest

from facilitator.files import durable
from facilitator.files.durable import StorageError
from facilitator.files.export_file import Traces, create_file
from facilitator.files.lock import SessionHeld
from facilitator.storage.home import Home, UnknownSession, default_root
from facilitator.storage.journal import JournalError
from facilitator.storage.journal_states import FileState

OUTSIDE = [
    "",
    ".",
    "..",
    "../x",
    "a/b",
    "/etc/passwd",
    "a\\b",
    "a\x00b",
    "a\n",
    "-a",
    "a.journal",
    "~",
    "é",
    "a" * 101,
    "a b",
]


@pytest.fixture
def folder(tmp_path):
    return Home(tmp_path / "data")


def test_a_session_has_changed_if_its_journal_is_not_as_long_as_it_was(folder, note):
    for session in ("a", "b", "c", "d"):
        with folder.new_session(session, "Alex", 0) as held:
            held.journal.append([note(1)])
    (folder.sessions / "no id.journal").touch()
    (folder.sessions / "e.draft").touch()
    state = folder.journal_state("a")
    shorter = FileState(state.length - 1, state.changed_ns)
    assert folder.doubtful_sessions({"a": state, "b": shorter, "c": None, "gone": state}) == ["b", "d"]


def test_a_session_has_changed_if_its_journal_was_written_to_even_if_it_is_as_long_as_it_was(folder, note):
    with folder.new_session("a", "Alex", 0) as held:
        held.journal.append([note(1)])
    state = folder.journal_state("a")
    path = folder.path("a", "journal")
    changed = bytearray(path.read_bytes())
    changed[-5] ^= 1
    path.write_bytes(changed)
    os.utime(path, ns=(state.changed_ns + 1, state.changed_ns + 1))
    assert folder.doubtful_sessions({"a": state}) == ["a"]
    assert folder.doubtful_sessions({"a": FileState(state.length)}) == []


def test_a_new_session_can_be_gone_on_with(folder, note):
    with folder.new_session("s1", "Alex", 0) as session:
        session.journal.append([note(1)])
    with folder.open_session("s1", "Alex", 0) as session:
        assert session.journal.events == (note(1),)
    assert folder.read_session("s1").events == [note(1)]
    assert folder.session_ids() == ["s1"]


def test_a_session_is_held_while_it_is_open_but_can_be_read(folder, note):
    with folder.new_session("s1", "Alex", 0) as session:
        session.journal.append([note(1)])
        with pytest.raises(SessionHeld, match="Alex"):
            folder.open_session("s1", "Dana", 0)
        assert folder.read_session("s1").events == [note(1)]
    folder.open_session("s1", "Dana", 0).close()


def test_a_session_that_cannot_be_opened_is_not_held(folder):
    folder.new_session("s1", "Alex", 0).close()
    (folder.sessions / "s1.journal").touch()
    for _ in range(2):
        with pytest.raises(JournalError, match="already exists"):
            folder.new_session("s1", "Alex", 0)
    folder.open_session("s1", "Alex", 0).close()


def test_an_unknown_session_leaves_no_trace(folder):
    for asking in (lambda: folder.open_session("s1", "Alex", 0), lambda: folder.read_session("s1")):
        with pytest.raises(UnknownSession, match="There is no session 's1'"):
            asking()
    assert not folder.root.exists()
    assert folder.session_ids() == []


@pytest.mark.parametrize("session", OUTSIDE)
def test_no_id_leads_outside(folder, session, tmp_path):
    (tmp_path / "x.journal").write_bytes(b"")
    for asking in (
        lambda: folder.new_session(session, "Alex", 0),
        lambda: folder.open_session(session, "Alex", 0),
        lambda: folder.read_session(session),
    ):
        with pytest.raises(UnknownSession):
            asking()
    assert not list(folder.root.rglob("*.journal"))


def test_damage_that_was_put_aside_and_drafts_are_no_sessions(folder):
    folder.new_session("s0", "Alex", 0).close()
    for name in ("s1.journal", "s1.journal.torn-1", "s2.draft", "s3.lock", "a b.journal"):
        (folder.sessions / name).write_bytes(b"")
    assert folder.session_ids() == ["s1"]


def test_everything_in_it_is_private_whatever_the_umask(folder):
    before = os.umask(0)
    try:
        folder.new_session("s1", "Alex", 0).close()
        folder.device()
    finally:
        os.umask(before)
    files = [path for path in folder.root.rglob("*") if path.is_file()]
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert {path.stat().st_mode & 0o777 for path in (folder.root, folder.sessions)} == {0o700}


def test_the_usual_folder_is_the_platforms_own():
    assert default_root().name == "facilitator"


def test_a_folder_that_others_can_look_into_is_closed_to_them(tmp_path):
    home = Home(tmp_path)
    home.sessions.mkdir(mode=0o755)
    with home.new_session("s", "ann", 0):
        assert home.sessions.stat().st_mode & 0o777 == 0o700


def test_the_folders_are_closed_to_others_when_a_session_is_opened(tmp_path: Path):
    home = Home(tmp_path / "data")
    for folder in (home.root, home.sessions, home.debriefs):
        folder.mkdir(mode=0o755, exist_ok=True)
        folder.chmod(0o755)
    with home.new_session("a", "Ann", 0):
        modes = {folder.stat().st_mode & 0o777 for folder in (home.root, home.sessions, home.debriefs)}
    assert modes == {0o700}


def test_a_folder_in_which_other_things_are_as_well_stays_as_open_as_it_was(tmp_path: Path):
    home = Home(tmp_path / "data")
    home.root.mkdir(mode=0o755, exist_ok=True)
    home.root.chmod(0o755)
    (home.root / "holiday.jpg").touch()
    with home.new_session("a", "Ann", 0):
        assert home.root.stat().st_mode & 0o777 == 0o755
        assert home.sessions.stat().st_mode & 0o777 == 0o700


def test_who_else_can_come_by_it_is_told_once(tmp_path: Path):
    home = Home(tmp_path / "data")
    home.root.mkdir(mode=0o700, exist_ok=True)
    (home.root / ".stfolder").mkdir()
    assert "synced by Syncthing" in home.not_told_yet()
    assert home.not_told_yet() == ""
    (home.root / ".stfolder").rmdir()
    (home.root / ".dropbox.cache").mkdir()
    assert "synced by Dropbox" in home.not_told_yet()


def test_a_session_that_is_erased_while_the_list_is_made_is_in_none(folder, monkeypatch):
    durable.make_folder(folder.sessions)
    monkeypatch.setattr("facilitator.storage.journal_states.os.listdir", lambda descriptor: ["a.journal"])
    assert folder.doubtful_sessions({}) == []


def test_a_link_in_the_place_of_the_sessions_is_told(folder, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    folder.root.mkdir()
    folder.sessions.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StorageError, match="it is a link"):
        folder.session_ids()


def test_of_a_journal_that_is_not_here_nothing_is_known(folder):
    assert folder.journal_state("a") == FileState(0)


def test_where_it_cannot_be_found_out_who_else_comes_by_it_nothing_is_said(folder, monkeypatch):
    def refuse(*given):
        raise PermissionError

    monkeypatch.setattr("facilitator.storage.home.whereabouts.not_told_yet", refuse)
    assert folder.not_told_yet() == ""


def test_a_data_folder_that_is_swapped_for_a_link_takes_nothing_elsewhere(tmp_path: Path, note):
    home, theirs = Home(tmp_path / "data"), tmp_path / "theirs"
    with home.new_session("a", "Ann", 0) as held:
        held.journal.append([note(1)])
        home.root.rename(tmp_path / "moved")
        (theirs / "sessions").mkdir(parents=True)
        home.root.symlink_to(theirs)
        held.journal.append([note(2)])
        held.draft.save("half a sent")
        durable.make_folder(home.debriefs)
        create_file(home.debriefs, "a.md", "notes", Traces(home.unfinished))
        home.keys("a").add("1", b"key")
        assert home.keys("a").get("1") == b"key"
        assert held.journal.trouble == ""
    assert [path for path in theirs.rglob("*") if path.is_file()] == []
    moved = Home(tmp_path / "moved")
    assert [event.id for event in moved.read_session("a").events] == ["e1", "e2"]
    assert moved.draft("a").load() == "half a sent"
    assert (moved.debriefs / "a.md").read_text() == "notes"
    assert list(moved.being_made.iterdir()) == []


def test_a_folder_of_sessions_that_is_a_link_is_told_and_not_followed(tmp_path: Path, note):
    home, theirs = Home(tmp_path / "data"), tmp_path / "theirs"
    with home.new_session("a", "Ann", 0) as held:
        held.journal.append([note(1)])
    home.sessions.rename(theirs)
    home.sessions.symlink_to(theirs)
    with pytest.raises(StorageError, match="it is a link, which isn't followed"):
        home.read_session("a")


def test_a_session_that_is_there_is_not_opened_where_it_cannot_be_held(folder, note, monkeypatch):
    def refuse(*given):
        raise StorageError("There is no place.")

    with folder.new_session("a", "Alex", 0) as held:
        held.journal.append([note(1)])
    monkeypatch.setattr("facilitator.files.lock.hold", refuse)
    monkeypatch.setattr("facilitator.files.elsewhere.folders", lambda besides: [])
    with pytest.raises(StorageError, match="no other place"):
        Home(folder.root).open_session("a", "Alex", 0)


def test_what_was_put_aside_of_a_journal_is_read_as_far_as_it_can_be(folder, note):
    with folder.new_session("s", "Ann", 0) as held:
        held.journal.append([note(1)])
    assert folder.damaged_lines("s") == []
    durable.put_aside(folder.path("s", "journal"), b"one\x1b[2J\n\xfftwo", "torn")
    (folder.sessions / "s.journal.torn-9").symlink_to(folder.sessions / "s.journal")
    assert folder.damaged_lines("s") == ["one[2J", "\N{REPLACEMENT CHARACTER}two"]
