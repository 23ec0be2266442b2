"""The unfinished note line is there after a crash, and gone after its note was kept."""

import pytest

from facilitator.files.durable import StorageError
from facilitator.storage import draft


@pytest.fixture
def path(tmp_path):
    return tmp_path / "s1.draft"


def test_there_is_no_draft_at_first(path):
    assert draft.load(path) == ""


@pytest.mark.parametrize("text", ["+ closed three of fi", "", "é 漢 🎤", "two\nlines"])
def test_the_last_draft_is_the_one_that_counts(path, text):
    draft.save(path, "+ clo")
    draft.save(path, text)
    assert draft.load(path) == text
    assert [file.name for file in path.parent.iterdir() if file.is_file()] == ["s1.draft"]


def test_a_cleared_draft_is_gone(path):
    draft.save(path, "+ clo")
    draft.clear(path)
    draft.clear(path)
    assert draft.load(path) == ""


def test_it_is_private(path):
    draft.save(path, "+ clo")
    assert path.stat().st_mode & 0o777 == 0o600


def test_when_saving_fails_the_draft_before_still_stands(path, monkeypatch):
    draft.save(path, "first")

    def fail(fd):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr("facilitator.files.durable.sync", fail)
        with pytest.raises(StorageError, match="disk is full"):
            draft.save(path, "second")
    assert draft.load(path) == "first"


def test_what_cannot_be_encoded_does_not_stop_a_draft(path):
    draft.save(path, "half a \ud83d pair")
    assert draft.load(path) == "half a ? pair"
