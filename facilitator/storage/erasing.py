"""Erasing: a session leaves no byte in any file of ours.

Separate, because only erasing needs to know every place where something of a session may be. The journal
goes last: if an erasure is interrupted, the session is still there to be erased. Backups, and what the disk
itself retains, are out of reach.
"""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from facilitator.domain.text.plain_text import slug
from facilitator.files import durable
from facilitator.files.durable import explained
from facilitator.storage import legal_hold
from facilitator.storage.home import Home, UnknownSession
from facilitator.storage.library import Library

COPIED = "clipboard.txt"
"""The file among the debriefs that holds what was last copied to the clipboard."""

_LAST = (".journal", ".lock", ".holder")


def belongings(home: Home, session: str) -> list[Path]:
    """Return the files and export folders of a session, those in a second place included. Raises UnknownSession."""
    return sorted({*_beside_journal(home, session), *_debriefs(home, session), *home.second_place.belongings(session)})


def erase(home: Home, library: Library, session: str) -> None:
    """Erase a session. Raises Held, SessionHeld if it is open somewhere, UnknownSession, StorageError."""
    from facilitator.files import lock

    if not home.path(session, "journal").exists() and not belongings(home, session):
        raise UnknownSession(session)
    hold = legal_hold.find(home.path(session, "hold"))
    if hold is not None:
        raise legal_hold.Held(session, hold)
    with explained(f"{session} can't be erased"), ExitStack() as holds:
        durable.make_folder(home.sessions)
        holds.enter_context(lock.hold(home.path(session, "lock"), "an erasure", 0))
        home.second_place.hold_too(holds, session, "an erasure", 0)
        library.remove(session)
        elsewhere = home.second_place.belongings(session)
        for path in (*_of_whichever_session(home), *belongings(home, session)):
            if not path.name.endswith(_LAST) or path in elsewhere:
                _remove(path)
        home.path(session, "journal").unlink(missing_ok=True)
        for folder in {home.sessions, *(path.parent for path in elsewhere)}:
            durable.sync_folder(folder)
    with explained(f"{session} is erased, but not its lock"):
        home.path(session, "lock").unlink(missing_ok=True)


def _beside_journal(home: Home, session: str) -> Iterator[Path]:
    """Return `.journal`, `.journal.torn-1`, `.draft`, `.keys`, `.hold` …, and what a killed process left of them."""
    prefix = home.path(session, "").name
    return (path for path in _listed(home.sessions) if path.name.startswith(prefix))


def _debriefs(home: Home, session: str) -> Iterator[Path]:
    """Yield the exports in our folder whose names begin with the session's slug, then no letter or digit.

    If the longer name of another session fits as well, the export is the other's.
    """
    own = slug(session, 120)
    others = [name for other in home.session_ids() if len(name := slug(other, 120)) > len(own)]
    for path in _listed(home.debriefs):
        if _begins(path.name, own) and not any(_begins(path.name, other) for other in others):
            yield path


def _of_whichever_session(home: Home) -> Iterator[Path]:
    """Yield what may belong to any session and will be missed by nobody.

    That is what was last copied, exports half written by a killed process, and copies of a damaged index.
    """
    for path in _listed(home.debriefs):
        if path.name == COPIED or path.name.startswith("."):
            yield path
    for path in _listed(home.root):
        if path.name.startswith(f"{home.library.name}.damaged-"):
            yield path


def _begins(name: str, prefix: str) -> bool:
    return name.startswith(prefix) and not name[len(prefix) : len(prefix) + 1].isalnum()


def _listed(folder: Path) -> list[Path]:
    return list(folder.iterdir()) if folder.is_dir() else []


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
