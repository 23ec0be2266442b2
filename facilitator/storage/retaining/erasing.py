"""Erasing: a session leaves no byte in any file that the program wrote.

Separate, because only here it matters in which order things go. That a session is being erased is kept first, in
`erasing/<id>.erasing`: from then on, whatever stops the process, the next one goes on (`finish`). The names of all
else are gone from the disk before the journal goes, and the list of exports and that note go last. What can't be
removed keeps nothing else from going (`leftovers`). Backups, what was copied by hand, and what the disk itself retains
are out of reach.
"""

import os
import stat
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, ExitStack, suppress
from pathlib import Path

from facilitator.files import durable, own_folder
from facilitator.files.durable import StorageError, explained, reason
from facilitator.files.lock import SessionHeld
from facilitator.files.unfinished import remove
from facilitator.storage.home import SESSION_ID, Home, UnknownSession
from facilitator.storage.journal import JournalError, read_events
from facilitator.storage.library import Library
from facilitator.storage.retaining import leftovers, legal_hold
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
) -> str:
    """Erase a session, and those files that could be somebody else's by now if they are among `doubtful`.

    `ready` is called when nothing stands against it, before anything goes. Return a text about what can't be
    removed; empty if all is.

    Raises Held, SessionHeld if it is open somewhere, UnknownSession, StorageError; also if somebody has renamed its
    journal, since what else it has couldn't be found by that name.
    """
    with explained(f"{session} can't be erased"), ExitStack() as holds:
        begun = _begun(home, session)
        is_known = any(map(own_folder.is_there, (home.path(session, "journal"), begun)))
        if not is_known and not belongings(home, session).kept:
            raise UnknownSession(session)
        _check_names(home, session)
        durable.make_folder(home.sessions)
        _hold(home, session, holds)
        hold = legal_hold.find(home.path(session, "hold"))
        if hold is not None:
            remove(begun)
            raise legal_hold.Held(session, hold)
        ready()
        _begin(begun)
        with suppress(StorageError):  # on a full disk there is only room for that once the rest has gone
            library.remove(session)
        staying = _remove_all(home, session, doubtful)
        library.remove(session)  # again: whoever lists sessions may have read the journal just before it went
        listed = leftovers.keep(home, session, staying)
        _remove_last(session, home.path(session, LIST))
        durable.sync_folder(home.sessions)
        remove(begun)
        durable.sync_folder(begun.parent)
    staying |= _without_lock(home.path(session, "lock"))
    return leftovers.what_stays(session, staying, listed)


def finish(home: Home, library: Library) -> Iterator[tuple[str, str]]:
    """Go on with erasures that were stopped, and with what couldn't be removed.

    Yield the name of a notice, and its text, about each. It never raises.
    """
    with suppress(OSError):
        begun = sorted(path.stem for path in own_folder.paths_in(home.being_erased) if path.suffix == ERASING)
        yield from leftovers.try_again(home, begun)
        for session in begun:
            try:
                left = erase(home, library, session)
            except SessionHeld:  # somebody is at it
                continue
            except StorageError as error:
                yield notice_of(session), f"Erasing {session} was interrupted, and it still isn't erased: {error}"
            else:
                yield notice_of(session), f"Erasing {session} was interrupted. {left or 'Now it is erased.'}"


def is_unfinished(home: Home, session: str) -> bool:
    """Return whether there is something of a session that is still to be erased. Raises OSError, UnknownSession."""
    stem = home.path(session, "journal").stem
    return any(own_folder.is_there(home.being_erased / f"{stem}{ending}") for ending in (ERASING, leftovers.ENDING))


def notice_of(session: str) -> str:
    """Return the name of the notice that an erasure of a session was gone on with."""
    return f"erasing {session}"


def _hold(home: Home, session: str, holds: ExitStack) -> None:
    from facilitator.files import lock

    holds.enter_context(lock.hold(home.path(session, "lock"), "an erasure", 0))
    home.second_place.hold_too(holds, session, "an erasure", 0)


def _check_names(home: Home, session: str) -> None:
    """Raise StorageError if a journal was renamed: this session's, or the only one of the session that this one is."""
    path = home.path(session, "journal")
    if own_folder.is_there(_begun(home, session)):
        return  # what is left of it is known
    if own_folder.is_there(path):
        own = {home.path(other, "journal") for other in _sessions_in(path) if SESSION_ID.fullmatch(other)}
        if own and not any(map(own_folder.is_there, own)):
            raise _renamed(path, " or ".join(sorted(one.name for one in own)))
        return
    for other in own_folder.paths_in(home.sessions):
        if other.suffix == path.suffix and session in _sessions_in(other):
            raise _renamed(other, path.name)


def _sessions_in(path: Path) -> set[str]:
    """Return whose events a journal has; nobody's, if it can't be read: then it is erased by its name."""
    with suppress(JournalError):
        return {event.session for event in read_events(path)}
    return set()


def _renamed(path: Path, own: str) -> StorageError:
    return StorageError(f"{path} was renamed: not all that belongs to it would be found. Rename it to {own} first.")


def _begun(home: Home, session: str) -> Path:
    return home.being_erased / f"{home.path(session, 'journal').stem}{ERASING}"


def _begin(begun: Path) -> None:
    durable.make_folder(begun.parent)
    with suppress(FileExistsError):
        os.close(durable.create(begun))
    durable.sync_folder(begun.parent)


def _remove_all(home: Home, session: str, doubtful: Collection[Path]) -> dict[Path, str]:
    """Remove everything of the session, the journal last, when the names of all else are gone from the disk.

    Return what can't be removed.
    """
    found = belongings(home, session)
    journal = home.path(session, "journal")
    paths = {*_of_whichever_session(home), *found.whole, *(path for path in found.doubtful if path in doubtful)}
    paths = {path for path in paths if path.parent != home.sessions or not path.name.endswith(_LAST)}
    going = {inner for path in paths for inner in ((path,) if path in found.elsewhere else _with_inner(path))}
    staying = dict[Path, str]()
    for path in sorted(going, reverse=True):  # what is in a folder before the folder
        if leftovers.is_above(path, staying):
            staying[path] = ""
            continue
        try:
            _remove(path, found.elsewhere)
        except OSError as error:
            staying[path] = reason(error)
    # Where it was made, the first name of a file may still be on the disk.
    for folder in {home.being_made, *(path.parent for path in going - staying.keys())}:
        with _naming(session, folder), suppress(FileNotFoundError):
            durable.sync_folder(folder)
    _remove_last(session, journal)
    durable.sync_folder(journal.parent)
    return staying


def _with_inner(path: Path) -> Iterator[Path]:
    """Yield a file, or a folder and all that is in it, so that nothing in there stays for something else."""
    yield path
    with suppress(OSError):  # it can't be looked into, and is found not to be empty
        status = own_folder.status(path)
        for inner in own_folder.paths_in(path) if status is not None and stat.S_ISDIR(status.st_mode) else ():
            yield from _with_inner(inner)


def _without_lock(lock: Path) -> dict[Path, str]:
    """Remove the lock of a session that nobody holds; return it, and why it stays, if it does."""
    try:
        own_folder.remove(lock)
    except OSError as error:
        return {lock: reason(error)}
    return {}


def _remove_last(session: str, path: Path) -> None:
    with _naming(session, path):
        remove(path)


def _naming(session: str, path: Path) -> AbstractContextManager[None]:
    """Say that the session isn't all erased because of what is at `path`."""
    return explained(f"{session} isn't all erased yet; the next command continues. {path}")


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
