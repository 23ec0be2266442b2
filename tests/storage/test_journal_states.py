"""What has changed in a folder of journals is known from how long each is and when it was written to last."""

import os
from pathlib import Path

import pytest

from facilitator.files.durable import StorageError
from facilitator.storage.journal_states import DOUBTFUL, FileState, is_one_newer, listing, not_in_state


def changed(folder: Path, known: dict[str, FileState | None]) -> set[str]:
    with listing(folder) as (names, descriptor):
        return set(not_in_state(known, names, ".journal", descriptor))


def test_a_file_that_is_as_it_was_is_passed_over(tmp_path):
    (tmp_path / "a.journal").write_bytes(b"12345")
    at = (tmp_path / "a.journal").stat().st_mtime_ns
    assert changed(tmp_path, {"a": FileState(5, at)}) == set()
    assert changed(tmp_path, {"a": FileState(5)}) == set(), "when it was changed isn't known"
    assert changed(tmp_path, {"a": None}) == set(), "anything is right"
    assert changed(tmp_path, {"a": FileState(5, at + 1)}) == {"a"}
    assert changed(tmp_path, {"a": FileState(4, at)}) == {"a"}
    assert changed(tmp_path, {"a": DOUBTFUL}) == {"a"}
    assert changed(tmp_path, {}) == {"a"}


def test_other_files_are_none(tmp_path):
    (tmp_path / "a.draft").touch()
    assert changed(tmp_path, {}) == set()


@pytest.mark.parametrize("make", [lambda path: None, Path.touch])
def test_without_a_folder_there_is_nothing(tmp_path, make):
    make(tmp_path / "sessions")
    assert changed(tmp_path / "sessions", {}) == set()


def test_a_folder_that_cant_be_read_is_told(tmp_path, monkeypatch):
    def refuse(descriptor):
        raise PermissionError(13, "no")

    monkeypatch.setattr("facilitator.storage.journal_states.os.listdir", refuse)
    with pytest.raises(StorageError, match="you have no permission"):
        changed(tmp_path, {})


def test_whether_a_journal_was_changed_since(tmp_path):
    def is_newer(than_ns: int) -> bool:
        with listing(tmp_path) as (names, descriptor):
            return is_one_newer(than_ns, names | {"gone.journal"}, ".journal", descriptor)

    assert not is_newer(0)
    (tmp_path / "a.journal").touch()
    at = (tmp_path / "a.journal").stat().st_mtime_ns
    (tmp_path / "a.draft").touch()
    os.utime(tmp_path / "a.draft", ns=(at + 9, at + 9))
    assert [is_newer(at - 1), is_newer(at), is_newer(at + 1)] == [True, True, False]
