"""A draft in a file: what can't be read or kept is an OSError for whoever types."""

from collections.abc import Sequence

import pytest

from facilitator.files.durable import StorageError
from facilitator.files.patience import Patience
from facilitator.storage.draft import DraftInFile, DraftLine
from facilitator.workspace.drafts.file_draft import FileDraft


class Kept(DraftInFile):
    """A draft that fails on demand."""

    def __init__(self, text: str = "", names: Sequence[str] = ("",)) -> None:
        self.text, self.names = text, names
        self.fails = False

    def load(self) -> str:
        self._check()
        return self.text

    def lines(self) -> list[DraftLine]:
        self._check()
        return [DraftLine(*line) for line in zip(self.text.split("\n"), self.names, strict=True)] if self.text else []

    def save(self, text: str, names: Sequence[str] = ()) -> None:
        self._check()
        self.text, self.names = text, names

    def clear(self) -> None:
        self.save("")

    def _check(self) -> None:
        if self.fails:
            raise StorageError("The disk is full.")


def test_it_is_read_when_it_is_made():
    kept = Kept("half a note")
    draft = FileDraft(kept, Patience())
    kept.fails = True
    assert draft.load() == "half a note"


def test_what_fails_is_an_os_error_with_the_reason():
    kept = Kept()
    kept.fails = True
    draft = FileDraft(kept, Patience())
    for deed in (draft.load, draft.clear, lambda: draft.save("x")):
        with pytest.raises(OSError, match="disk is full"):
            deed()
    kept.fails = False
    draft.save("x")
    assert draft.load() == "x"


@pytest.mark.parametrize(
    ("text", "names", "left"),
    [
        ("/next", "s", ""),
        ("/next\nhalf a", "sx", "half a"),
        ("half a\n/next", "xs", "half a"),
        ("two\nrows\nhalf a", "ssx", "half a"),
        ("/next", "x", "/next"),
        ("half a\nnote of before", ("", ""), "half a\nnote of before"),
    ],
)
def test_what_was_carried_out_is_taken_out_of_it(text, names, left):
    kept = Kept(text, tuple(names))
    assert FileDraft(kept, Patience(), "s".__eq__).load() == left
    assert kept.text == left
