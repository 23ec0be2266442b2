"""Erasing: a session leaves no byte in any file that is ours.

Separate, because it has to know every place in which something of a session can lie, and nobody else
should. The journal goes last: whatever interrupts an erasure, the session is still there to be erased.
What backups and the disk itself keep is beyond a program.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

from facilitator.domain.text.plain_text import slug
from facilitator.files import durable
from facilitator.files.durable import explained
from facilitator.storage import legal_hold
from facilitator.storage.home import Home, UnknownSession
from facilitator.storage.library import Library

COPIED = "clipboard.txt"
"""The name of the file, among the debriefs, in which the last one copied to the clipboard lies."""

_LAST = (".journal", ".lock", ".holder")


def belongings(home: Home, session: str) -> list[Path]:
    """Everything that is kept of a session: files, and folders of exports. Raises `UnknownSession`."""
    return sorted({*_beside_journal(home, session), *_debriefs(home, session)})


def erase(home: Home, library: Library, session: str) -> None:
    """Erases a session. Raises `Held`, `SessionHeld` (it is open somewhere), `UnknownSession`, `StorageError`."""
    from facilitator.files import lock

    if not home.path(session, "journal").exists() and not belongings(home, session):
        raise UnknownSession(session)
    hold = legal_hold.find(home.path(session, "hold"))
    if hold is not None:
        raise legal_hold.Held(session, hold)
    with explained(f"{session} can't be erased"), lock.hold(home.path(session, "lock"), "an erasure", 0):
        library.remove(session)
        for path in (*_of_whichever_session(home), *belongings(home, session)):
            if not path.name.endswith(_LAST):
                _remove(path)
        home.path(session, "journal").unlink(missing_ok=True)
        durable.sync_folder(home.sessions)
    with explained(f"{session} is erased, but not its lock"):
        home.path(session, "lock").unlink(missing_ok=True)


def _beside_journal(home: Home, session: str) -> Iterator[Path]:
    """`.journal`, `.journal.torn-1`, `.draft`, `.keys`, `.hold` … with what a kill left of writing them."""
    prefix = home.path(session, "").name
    return (path for path in _listed(home.sessions) if path.name.startswith(prefix))


def _debriefs(home: Home, session: str) -> Iterator[Path]:
    """What was exported into our folder, known by its name: the session's slug, then no letter or digit.

    Where the name of another session is longer and fits too, it is the other's.
    """
    own = slug(session, 120)
    others = [name for other in home.session_ids() if len(name := slug(other, 120)) > len(own)]
    for path in _listed(home.debriefs):
        if _begins(path.name, own) and not any(_begins(path.name, other) for other in others):
            yield path


def _of_whichever_session(home: Home) -> Iterator[Path]:
    """What may be of this session or of another, and nobody misses.

    The last debrief copied, exports half written when their process was killed, copies of a damaged index.
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
