"""An erased session leaves no byte in any file of the data folder; the others lose none."""

from pathlib import Path

import pytest

from facilitator.delivery.clipboard import FILE_NAME
from facilitator.files import durable
from facilitator.files.durable import StorageError
from facilitator.files.lock import SessionHeld
from facilitator.files.unfinished import remove
from facilitator.storage.home import Home, UnknownSession
from facilitator.storage.library import Library
from facilitator.storage.retaining import erasing, legal_hold, written_files
from facilitator.storage.retaining.belongings import belongings
from tests.storage.retaining.sessions import CANARY, OTHER, files, keep, written


def test_no_byte_of_an_erased_session_is_left(home: Home, library: Library):
    keep(home, library, "a", CANARY)
    keep(home, library, "a-b", OTHER)
    (home.root / "library.json.damaged-1").write_text(CANARY)
    (home.debriefs / f".{CANARY}").write_text(CANARY)
    (home.debriefs / FILE_NAME).write_text(CANARY)
    kept = sorted(files(home.root, OTHER))
    erasing.erase(home, library, "a")
    assert files(home.root, CANARY) == []
    assert not [path for path in home.sessions.iterdir() if path.name.startswith("a.")]
    assert sorted(files(home.root, OTHER)) == kept
    assert [entry.session for entry in library.entries()] == ["a-b"]


def test_a_session_that_is_erased_twice_is_unknown(home: Home, library: Library):
    keep(home, library, "a", CANARY)
    erasing.erase(home, library, "a")
    with pytest.raises(UnknownSession):
        erasing.erase(home, library, "a")


@pytest.mark.parametrize("name", ["", "..", "../a", "a/b", "*", "."])
def test_no_name_leads_out_of_the_folder(home: Home, library: Library, name):
    keep(home, library, "a", CANARY)
    with pytest.raises(UnknownSession):
        erasing.erase(home, library, name)
    assert files(home.root, CANARY)


def test_what_is_open_somewhere_is_not_erased(home: Home, library: Library):
    keep(home, library, "a", CANARY)
    with home.open_session("a", "somebody", 0), pytest.raises(SessionHeld):
        erasing.erase(home, library, "a")
    assert len(home.read_session("a").events) == 2


def test_what_is_under_a_hold_is_not_erased_before_its_release(home: Home, library: Library):
    keep(home, library, "a", CANARY)
    before = sorted(files(home.root, CANARY))
    legal_hold.place(home.path("a", "hold"), legal_hold.LegalHold("a complaint", "Ann", 1))
    with pytest.raises(legal_hold.Held, match="put on hold by Ann: a complaint"):
        erasing.erase(home, library, "a")
    assert sorted(files(home.root, CANARY)) == before
    assert legal_hold.release(home.path("a", "hold"))
    erasing.erase(home, library, "a")
    assert files(home.root, CANARY) == []


def test_a_renamed_journal_is_not_erased_before_what_belongs_to_it_can_be_found(home: Home, library: Library):
    keep(home, library, "a", CANARY)
    before = sorted(files(home.root, CANARY))
    renamed = home.path("a", "journal").rename(home.path("mine", "journal"))
    with pytest.raises(StorageError, match=f"^{renamed} was renamed: .* Rename it to a.journal first"):
        erasing.erase(home, library, "mine")
    with pytest.raises(StorageError, match=f"^{renamed} was renamed: .* Rename it to a.journal first"):
        erasing.erase(home, library, "a")
    renamed.rename(home.path("a", "journal"))
    assert sorted(files(home.root, CANARY)) == before
    erasing.erase(home, library, "a")
    assert files(home.root, CANARY) == []


def test_what_cannot_be_read_is_erased_by_its_name(home: Home, library: Library):
    keep(home, library, "a", CANARY)
    journal = home.path("a", "journal")
    journal.unlink()
    journal.mkdir()
    (journal / "notes").write_text(CANARY)
    erasing.erase(home, library, "a")
    assert files(home.root, CANARY) == []


def test_a_copy_of_a_journal_is_erased_by_its_own_name(home: Home, library: Library):
    keep(home, library, "a", CANARY)
    home.path("copy", "journal").write_bytes(home.path("a", "journal").read_bytes())
    erasing.erase(home, library, "copy")
    assert not home.path("copy", "journal").exists()
    assert len(home.read_session("a").events) == 2


def test_an_erasure_that_stops_at_the_journal_names_it_and_can_be_done_again(home: Home, library: Library, stuck):
    keep(home, library, "a", CANARY)
    journal = home.path("a", "journal")
    stuck.add(journal)
    with pytest.raises(
        StorageError,
        match=f"^a isn't all erased yet; the next command continues. {journal}: the disk is read-only.$",
    ):
        erasing.erase(home, library, "a")
    assert len(home.read_session("a").events) == 2
    stuck.clear()
    erasing.erase(home, library, "a")
    assert files(home.root, CANARY) == []


class TestWhatWasWritten:
    """Exports are known by a list, wherever they are and whatever they are called."""

    def test_an_export_of_another_name_goes_too(self, home: Home, library: Library, tmp_path: Path):
        keep(home, library, "2026-robin-reyes", CANARY)
        written(home, "2026-robin-reyes", home.debriefs / "2026-candidate-debrief.md", f"redacted {CANARY}")
        outside = written(home, "2026-robin-reyes", tmp_path / "mine.md", CANARY)
        erasing.erase(home, library, "2026-robin-reyes")
        assert files(home.root, CANARY) == []
        assert not outside.exists()

    def test_a_copy_that_was_saved_elsewhere_goes_too(self, home: Home, library: Library):
        for session, word in (("a", CANARY), ("a-copy", OTHER)):
            keep(home, library, session, word)
        copies = [Path.home() / f"{name}-copy-17.journal" for name in ("a", "a-copy")]
        for copy, session in zip(copies, ("a", "a-copy"), strict=True):
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(home.path(session, "journal").read_bytes())
        (Path.home() / "a-copy-18.journal").write_bytes(copies[1].read_bytes())
        ending = f".{'0123456789abcdef'}.unfinished"
        killed = [Path.home() / f".{name}-copy-17.journal{ending}" for name in ("a", "a-copy")]
        for path, word in zip(killed, (CANARY, OTHER), strict=True):
            path.write_text(f"{word}, and the rest was never writ")
        erasing.erase(home, library, "a")
        assert [path.exists() for path in killed] == [False, True]
        assert not copies[0].exists()
        assert copies[1].exists()
        assert (Path.home() / "a-copy-18.journal").exists(), "it holds another session"

    def test_an_id_that_differs_in_case_is_another_session(self, home: Home, library: Library):
        keep(home, library, "VP-sales", CANARY)
        keep(home, library, "vp-sales", OTHER)
        for path in home.debriefs.iterdir():
            remove(path)
        theirs = written(home, "vp-sales", home.debriefs / "vp-sales-debrief.md", OTHER)
        written(home, "VP-sales", home.debriefs / "vp-sales-debrief-2.md", CANARY)
        unlisted = home.debriefs / "vp-sales-debrief.html"
        unlisted.write_text("of one or the other")
        assert belongings(home, "VP-sales").doubtful == (unlisted,)
        erasing.erase(home, library, "VP-sales")
        assert theirs.read_text() == OTHER
        assert unlisted.exists()
        assert files(home.root, CANARY) == []

    def test_what_was_changed_since_goes_only_if_it_is_named(self, home: Home, library: Library, tmp_path: Path):
        keep(home, library, "a", CANARY)
        changed = [written(home, "a", tmp_path / name, CANARY) for name in ("one.md", "two.md")]
        for path in changed:
            path.write_text(f"{CANARY}, and what I think of it")
        assert belongings(home, "a").doubtful == tuple(changed)
        erasing.erase(home, library, "a", changed[:1])
        assert [path.exists() for path in changed] == [False, True]

    def test_a_path_that_was_written_again_belongs_to_the_last(self, home: Home, library: Library, tmp_path: Path):
        keep(home, library, "a", CANARY)
        keep(home, library, "b", OTHER)
        for session, word in (("a", CANARY), ("b", OTHER)):
            path = written(home, session, tmp_path / "debrief.md", word)
        erasing.erase(home, library, "a")
        assert path.read_text() == OTHER
        erasing.erase(home, library, "b")
        assert not path.exists()

    def test_a_list_that_a_kill_has_torn_still_tells_the_rest(self, home: Home, library: Library, tmp_path: Path):
        keep(home, library, "a", CANARY)
        first = written(home, "a", tmp_path / "one.md", CANARY)
        listing = home.path("a", "files")
        listing.write_bytes(listing.read_bytes() + b'\n01234567 {"path":"')
        second = written(home, "a", tmp_path / "two.md", CANARY)
        erasing.erase(home, library, "a")
        assert not first.exists()
        assert not second.exists()

    def test_the_data_folder_may_have_moved_since(self, home: Home, library: Library, tmp_path: Path):
        keep(home, library, "a", CANARY)
        written(home, "a", home.debriefs / "another-name.md", CANARY)
        moved = Home(home.root.rename(tmp_path / "moved"))
        erasing.erase(moved, Library(moved.library, list), "a")
        assert files(moved.root, CANARY) == []


class TestGoingOn:
    """An erasure that was stopped goes on at the next start, wherever it was."""

    def stopped(self, home: Home, library: Library, monkeypatch: pytest.MonkeyPatch, at: str) -> None:
        def stop(*given: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(erasing, at, stop)
        with pytest.raises(KeyboardInterrupt):
            erasing.erase(home, library, "a")
        monkeypatch.undo()

    @pytest.mark.parametrize("at", ["_remove_all", "_remove", "remove"])
    def test_it_is_finished_and_said(self, home: Home, library: Library, monkeypatch, at):
        keep(home, library, "a", CANARY)
        self.stopped(home, library, monkeypatch, at)
        ((_, said),) = erasing.finish(home, library)
        assert "Now it is erased." in said
        assert files(home.root, CANARY) == []
        assert list(erasing.finish(home, library)) == []

    def test_what_is_no_erasure_is_left_alone(self, home: Home, library: Library):
        durable.make_folder(home.being_erased)
        (home.being_erased / "notes.txt").touch()
        assert list(erasing.finish(home, library)) == []
        assert (home.being_erased / "notes.txt").exists()

    def test_a_hold_that_was_placed_meanwhile_is_respected(self, home: Home, library: Library, monkeypatch):
        keep(home, library, "a", CANARY)
        self.stopped(home, library, monkeypatch, "_remove_all")
        legal_hold.place(home.path("a", "hold"), legal_hold.LegalHold("a complaint", "Ann", 1))
        ((_, said),) = erasing.finish(home, library)
        assert "a complaint" in said
        assert legal_hold.release(home.path("a", "hold"))
        assert list(erasing.finish(home, library)) == [], "whoever released it didn't ask for the erasure"
        assert len(home.read_session("a").events) == 2


def test_the_names_are_gone_from_the_disk_before_the_journal_goes(home: Home, library: Library, monkeypatch):
    keep(home, library, "a", CANARY)
    seen: list[bool] = []
    monkeypatch.setattr(durable, "sync_folder", lambda folder: seen.append(home.path("a", "journal").exists()))
    erasing.erase(home, library, "a")
    assert seen.count(True) >= 3, "the note, the exports, what lies beside the journal"
    assert seen[-1] is False


def test_a_folder_of_an_export_elsewhere_stays_if_something_else_is_in_it(home: Home, library: Library, tmp_path: Path):
    keep(home, library, "a", CANARY)
    sheets = tmp_path / "sheets"
    sheets.mkdir()
    (sheets / "notes.csv").write_text(CANARY)
    written_files.add(home.path("a", "files"), home.root, {sheets: None, sheets / "notes.csv": CANARY.encode()})
    (sheets / "mine.txt").write_text("not of the program")
    erasing.erase(home, library, "a")
    assert [path.name for path in sheets.iterdir()] == ["mine.txt"]


def test_what_somebody_is_erasing_just_now_is_left_to_them(home: Home, library: Library):
    keep(home, library, "a", CANARY)
    durable.make_folder(home.being_erased)
    (home.being_erased / "a.erasing").touch()
    with home.open_session("a", "Alex", 0):
        assert list(erasing.finish(home, library)) == []
    assert (home.being_erased / "a.erasing").exists()


def test_on_a_full_disk_the_index_forgets_it_once_there_is_room(home: Home, library: Library, monkeypatch):
    keep(home, library, "a", CANARY)
    remove = Library.remove

    def remove_if_there_is_room(library: Library, session: str) -> None:
        if home.path(session, "journal").exists():
            raise StorageError("The index can't be written: the disk is full.")
        remove(library, session)

    monkeypatch.setattr(Library, "remove", remove_if_there_is_room)
    erasing.erase(home, library, "a")
    assert files(home.root, CANARY) == []


def test_of_a_data_folder_that_is_gone_what_is_elsewhere_is_erased(home: Home, library: Library, tmp_path: Path):
    with pytest.raises(UnknownSession):
        erasing.erase(home, library, "a")
