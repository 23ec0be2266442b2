"""Opening the log of a session, on a disk that may hang: then a new one begins in the second place.

Separate from the log, which is there already, and from the data folder, which knows paths.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from facilitator.domain.facts.packet import Kept
from facilitator.files import own_folder
from facilitator.files.durable import explained
from facilitator.files.patience import Patience
from facilitator.files.unfinished import UnfinishedFiles
from facilitator.storage import journal
from facilitator.storage.journal import Journal, JournalError
from facilitator.storage.places.patient_journal import PatientJournal
from facilitator.storage.places.two_places import LogInTwoPlaces
from facilitator.storage.second_place import SecondPlace


def opened_log(
    path: Path,
    session: str,
    second: SecondPlace,
    disk: Patience,
    hold: Callable[[], None],
    unfinished: UnfinishedFiles,
    *,
    is_new: bool,
) -> LogInTwoPlaces:
    """Return the log of a session whose own journal is, or is to be, at `path` on `disk`; `hold` is as there.

    A new journal is made in `unfinished`.

    Raises JournalError if there is a journal that can't be read, or mustn't be there.
    """
    own, trouble, found = None, "", list[Kept]()
    try:
        with explained(f"{path} can't be opened", JournalError):
            own = disk.do(partial(_journal, path, unfinished, is_new=is_new), _close)
        if own is None:
            trouble = f"{path} isn't there."
    except JournalError as error:
        if is_new and _is_there(path, disk):
            raise
        trouble = str(error)
        with explained(f"{path} can't be read", JournalError):  # no session goes on without what is there
            found = [] if is_new else disk.do(partial(journal.scan, path)).kept
    kept = own.kept if own is not None else found
    return LogInTwoPlaces(session, second, PatientJournal(path, own, unfinished=unfinished), kept, trouble, hold)


def _journal(path: Path, unfinished: UnfinishedFiles, *, is_new: bool) -> Journal | None:
    """Create the journal at `path`, or open the one that is there, if any. Raises JournalError."""
    if is_new:
        return Journal.create(path, unfinished=unfinished)
    return Journal.open(path) if own_folder.is_there(path) else None


def _close(opened: Journal | None) -> None:
    if opened is not None:
        opened.close()


def _is_there(path: Path, disk: Patience) -> bool:
    """Return whether something is at `path`, as far as its disk answers."""
    with suppress(OSError):
        return disk.do(partial(own_folder.is_there, path))
    return False
