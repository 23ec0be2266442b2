"""A journal on a disk that may hang: whoever appends to it waits for seconds, not for ever.

Separate from the journal, which knows no threads, and from what is done instead when the disk gives no answer.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.domain.facts.packet import Kept
from facilitator.files import durable, elsewhere, own_folder
from facilitator.files.durable import explained
from facilitator.files.patience import Patience
from facilitator.files.unfinished import UNLISTED, UnfinishedFiles
from facilitator.storage.journal import Journal, JournalError

if TYPE_CHECKING:
    from facilitator.storage.forms.left_lines import Left


class PatientJournal:
    """The journal at `path`; `opened`, if it is open already. `make_folder` makes the folder that it is in.

    `kept_for` is the data folder of which it is the second place; `unfinished`, where it is made if it isn't there.

    What was given to a disk that gave no answer may be in the journal later, or not: it is never put there twice.
    """

    def __init__(
        self,
        path: Path,
        opened: Journal | None = None,
        make_folder: Callable[[Path], None] = durable.make_folder,
        kept_for: str = "",
        unfinished: UnfinishedFiles = UNLISTED,
    ) -> None:
        self.path = path
        self.amiss = opened.amiss if opened is not None else ""
        self._journal = opened
        self._make_folder = make_folder
        self._kept_for = kept_for
        self._unfinished = unfinished
        self._patience = Patience()
        self._doubtful: set[str] = set()

    @property
    def is_hanging(self) -> bool:
        """Whether its disk has yet to answer for something that took too long."""
        return self._patience.is_at_an_end

    def append(self, kept: Sequence[Kept]) -> None:
        """Keep this, all or none, in the open journal. Raises JournalError, also if there is no answer."""
        self._do(self._complete if self._doubtful else self._append, kept)

    def complete(self, kept: Sequence[Kept]) -> None:
        """Keep what it lacks of this; create it if there is none. Raises JournalError like `append`."""
        self._do(self._complete, kept)

    def forget(self, left_of: "Left") -> None:
        """Keep only what `left_of` leaves; open it if need be. Raises JournalError."""
        with explained(f"Not erased in {self.path}", JournalError):
            self._patience.do(partial(self._forget, left_of))

    def close(self) -> None:
        """Close the file, but don't wait for a disk that hangs."""
        if self._journal is not None:
            with suppress(TimeoutError):
                self._patience.do(self._close)  # in the thread that may be writing to it
        self._patience.end()

    def _do(self, deed: Callable[[Sequence[Kept]], None], kept: Sequence[Kept]) -> None:
        with explained(f"Not kept in {self.path}", JournalError):
            try:
                self._patience.do(partial(deed, tuple(kept)))
            except TimeoutError:
                self._doubtful.update(one.id for one in kept)
                raise
        if self._doubtful:
            self._doubtful.difference_update(one.id for one in kept)

    def _complete(self, kept: Sequence[Kept]) -> None:
        if self._journal is None:
            self._make_folder(self.path.parent)
            is_there = own_folder.is_there(self.path)
            self._journal = (
                Journal.open(self.path) if is_there else Journal.create(self.path, self._kept_for, self._unfinished)
            )
        known = {one.id for one in self._journal.kept}
        self._append([one for one in kept if one.id not in known])

    def _forget(self, left_of: "Left") -> None:
        if self._journal is None:
            if not own_folder.is_there(self.path):
                return
            self._journal = Journal.open(self.path)
        try:
            self._journal.forget(left_of)
        except JournalError:
            if self._journal.is_closed:
                self._journal = None
            raise

    def _append(self, kept: Sequence[Kept]) -> None:
        if self._journal is None:
            raise JournalError(f"{self.path} isn't open.")
        try:
            if kept:
                self._journal.append(kept)
            else:
                self._journal.sync()  # what was read may have been written by somebody who got no answer
        except JournalError:
            if not (self._journal.kept and elsewhere.is_there(self.path)):  # it is empty, or its file was deleted
                self._close()
            raise

    def _close(self) -> None:
        if self._journal is not None:
            self._journal.close()
            self._journal = None
