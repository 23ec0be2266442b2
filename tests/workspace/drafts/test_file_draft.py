"""A draft in a file: what can't be read or kept is an OSError for whoever types."""

import pytest

from facilitator.files.durable import StorageError
from facilitator.files.patience import Patience
from facilitator.storage.draft import DraftInFile
from facilitator.workspace.drafts.file_draft import FileDraft


class Kept(DraftInFile):
    """A draft that fails on demand."""

    def __init__(self, text: str = "") -> None:
        self.text = text
        self.fails = False

    def load(self) -> str:
        self._check()
        return self.text

    def saved_at(self) -> int:
        return 7

    def save(self, text: str) -> None:
        self._check()
        self.text = text

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
    ("text", "left"), [("sent", ""), ("sent\nhalf a", "half a"), ("sent later", "sent later"), ("half a\nsent",) * 2]
)
def test_what_was_sent_since_it_was_saved_is_taken_out_of_it(text, left):
    kept = Kept(text)
    draft = FileDraft(kept, Patience(), lambda since: ["sent"] if since == 7 else [])
    assert (draft.load(), kept.text) == (left, left)
