"""Erasing: a session leaves no byte in any file that the program wrote.

Separate, because only here it matters in which order things go. That a session is being erased is kept first, in
`erasing/<id>.erasing`: from then on, whatever stops the process, the next one goes on (`finish`). The names of all
else are gone from the disk before the journal goes, and the list of exports and that note go last. Backups, what was
copied by hand, and what the disk itself retains are out of reach.
"""

import os
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

from facilitator.files import durable, own_folder
from facilitator.files.durable import StorageError, explained
from facilitator.files.lock import SessionHeld
from facilitator.files.unfinished import remove
from facilitator.storage.home import Home, UnknownSession
from facilitator.storage.library import Library
from facilitator.storage.retaining import legal_hold
from facilitator.storage.retaining.belongings import LIST, belongings

COPIED = "clipboard."
"""How the files among the debriefs begin that hold what was last copied to the clipboard, as text and as HTML."""

ERASING = ".erasing"
_LAST = (".journal", f".{LIST}", ".lock", ".holder")


def _nothing() -> None:
    """Get nothing ready."""


def erase(
    home: Home,
    library: Library,
    session: str,
    doubtful: Collection[Path] = (),
    ready: Callable[[], None] = _nothing,
) -> None:
    """Erase a session, and those files that could be somebody else's by now if they are among `doubtful`.

    `ready` is called when nothing stands against it, before anything goes.

    Raises Held, SessionHeld if it is open somewhere, UnknownSession, StorageError.
    """
    with explained(f"{session} can't be erased"), ExitStack() as holds:
        begun = _begun(home, session)
        is_known = any(map(own_folder.is_there, (home.path(session, "journal"), begun)))
        if not is_known and not belongings(home, session).kept:
            raise UnknownSession(session)
        durable.make_folder(home.sessions)
        _hold(home, session, holds)
        hold = legal_hold.find(home.path(session, "hold"))
        if hold is not None:
            remove(begun)
            raise legal_hold.Held(session, hold)
        ready()
        _begin(begun)
        library.remove(session)
        _remove_all(home, session, doubtful)
        library.remove(session)  # again: whoever lists sessions may have read the journal just before it went
        remove(home.path(session, LIST))
        durable.sync_folder(home.sessions)
        remove(begun)
        durable.sync_folder(begun.parent)
    with explained(f"{session} is erased, but not its lock"):
        own_folder.remove(home.path(session, "lock"))


def finish(home: Home, library: Library) -> Iterator[str]:
    """Go on with what killed processes were erasing; yield a sentence about each. It never raises."""
    with suppress(OSError):
        for begun in sorted(own_folder.paths_in(home.being_erased)):
            session = begun.stem
            if begun.suffix != ERASING:
                continue
            try:
                erase(home, library, session)
            except SessionHeld:  # somebody is at it
                continue
            except StorageError as error:
                yield f"{session} was being erased when the program was stopped, and still isn't erased: {error}"
            else:
                yield f"{session} was being erased when the program was stopped. Now it is erased."


def _hold(home: Home, session: str, holds: ExitStack) -> None:
    from facilitator.files import lock

    holds.enter_context(lock.hold(home.path(session, "lock"), "an erasure", 0))
    home.second_place.hold_too(holds, session, "an erasure", 0)


def _begun(home: Home, session: str) -> Path:
    return home.being_erased / f"{home.path(session, 'journal').stem}{ERASING}"


def _begin(begun: Path) -> None:
    durable.make_folder(begun.parent)
    with suppress(FileExistsError):
        os.close(durable.create(begun))
    durable.sync_folder(begun.parent)


def _remove_all(home: Home, session: str, doubtful: Collection[Path]) -> None:
    """Remove everything of the session, the journal last, when the names of all else are gone from the disk."""
    found = belongings(home, session)
    journal = home.path(session, "journal")
    paths = {*_of_whichever_session(home), *found.whole, *(path for path in found.doubtful if path in doubtful)}
    going = {path for path in paths if path.parent != home.sessions or not path.name.endswith(_LAST)}
    for path in sorted(going, reverse=True):  # what is in a folder before the folder
        _remove(path, found.elsewhere)
    for folder in {home.being_made, *(path.parent for path in going)}:  # there its first name may be on the disk yet
        with suppress(FileNotFoundError):
            durable.sync_folder(folder)
    remove(journal)
    durable.sync_folder(journal.parent)


def _remove(path: Path, elsewhere: Collection[Path]) -> None:
    """Remove a file or a folder; a folder that isn't in ours stays if there is something else in it."""
    if path in elsewhere and own_folder.is_folder(path):
        with suppress(OSError):
            own_folder.remove_folder(path)
    else:
        remove(path)


def _of_whichever_session(home: Home) -> Iterator[Path]:
    """Yield what may belong to any session and will be missed by nobody.

    That is what was last copied, exports half written by a killed process, and copies of a damaged index.
    """
    yield from (path for path in own_folder.paths_in(home.debriefs) if path.name.startswith((COPIED, ".")))
    damaged = f"{home.library.name}.damaged-"
    yield from (path for path in own_folder.paths_in(home.root) if path.name.startswith(damaged))
