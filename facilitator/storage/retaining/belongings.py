"""What belongs to a session, wherever it is: beside its journal, among the exports, and elsewhere.

Separate from erasing it and from handing it over, which both need to know. An export belongs to the session on whose
list it is (`written_files`). One that is on none, since it is older than the lists, belongs to the session whose name
it begins with, unless that could be another's.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from facilitator.domain.text.plain_text import slug
from facilitator.files import own_folder
from facilitator.files.durable import StorageError
from facilitator.files.elsewhere import copies, is_there
from facilitator.files.patience import do_patiently
from facilitator.files.unfinished import SUFFIX as UNFINISHED
from facilitator.storage import journal
from facilitator.storage.home import Home
from facilitator.storage.panel_keys import PanelKeysFile
from facilitator.storage.retaining import written_files
from facilitator.storage.retaining.written_files import WrittenFile, is_as_written

LIST = "files"
"""The kind of the file with the list of exports."""


class Belongings(Struct, frozen=True):
    """The files and folders of a session. `kept` are in the data folder or in a second place.

    `elsewhere` are exports that were put outside of it, copies of the journal, and what was sent to other devices.
    `doubtful` could be somebody else's by now: they were changed since they were written, or have a name that would do
    for another session as well.
    """

    kept: tuple[Path, ...]
    elsewhere: tuple[Path, ...]
    doubtful: tuple[Path, ...]

    @property
    def whole(self) -> tuple[Path, ...]:
        return self.kept + self.elsewhere


def belongings(home: Home, session: str) -> Belongings:
    """Return what belongs to a session. Raises UnknownSession, OSError, StorageError."""
    kept = {*_beside_journal(home, session), *home.second_place.belongings(session)}
    elsewhere, doubtful = {*_copies(home, session), *_sent(home, session)}, {*home.second_place.doubtful(session)}
    listed = [(one.at(home.root), one) for one in written_files.written(home.path(session, LIST))]
    named = [path for path in own_folder.paths_in(home.debriefs) if _begins(path.name, slug(session, 120))]
    of_others = _of_others(home, session, {*named, *(path for path, _ in listed)})
    for path, written in listed:
        if not is_there(path) or (path in of_others and not _is_the_one(path, written)):
            continue
        if path.is_relative_to(home.debriefs):
            kept.add(path)
        else:
            (elsewhere if _is_the_one(path, written) else doubtful).add(path)
    own, names = slug(session, 120), _names_of_others(home, session)
    for path in named:
        fitting = [name for name in names if _begins(path.name, name)]
        if path not in kept and path not in of_others and all(len(name) == len(own) for name in fitting):
            (doubtful if fitting else kept).add(path)
    return Belongings(*(tuple(sorted(found)) for found in (kept, elsewhere, doubtful - elsewhere)))


def _of_others(home: Home, session: str, paths: set[Path]) -> set[Path]:
    """Return which of these paths are on another session's list, and are what that has written."""
    found = set[Path]()
    for listing in own_folder.paths_in(home.sessions):
        if listing.suffix == f".{LIST}" and listing.stem != session:
            with suppress(StorageError):
                listed = [(one.at(home.root), one) for one in written_files.written(listing)]
                found.update(path for path, one in listed if path in paths and _is_the_one(path, one))
    return found


def _names_of_others(home: Home, session: str) -> list[str]:
    """Return the beginnings of the names that exports of other sessions have, if they fit as well as the session's."""
    own = slug(session, 120)
    return [name for other in home.session_ids() if other != session and len(name := slug(other, 120)) >= len(own)]


def _is_the_one(path: Path, written: WrittenFile) -> bool:
    """Return whether what is at `path` is what was written: a folder is, whatever is in it."""
    return is_as_written(path, written.digest) if written.digest else own_folder.is_folder(path)


def _beside_journal(home: Home, session: str) -> Iterator[Path]:
    """Yield `.journal`, `.journal.torn-1`, `.draft`, `.keys`, `.hold` …, and what a killed process left of them."""
    prefix = home.path(session, "").name
    return (path for path in own_folder.paths_in(home.sessions) if path.name.startswith(prefix))


def _copies(home: Home, session: str) -> Iterator[Path]:
    """Yield the copies that were saved elsewhere (see `conducting.rescue`), known by what they hold.

    One that a killed process was making is known by its name: there may be nothing whole in it.
    """
    beginning = f"{session}-copy-"
    for folder in copies():
        with suppress(OSError):
            for path in own_folder.paths_in(folder):
                stem, _, rest = path.name.removeprefix(".").partition(".journal")
                is_named = stem.startswith(beginning) and stem.removeprefix(beginning).isdecimal()
                if is_named and (rest.endswith(UNFINISHED) or (path.suffix == ".journal" and _is_of(path, session))):
                    yield path


def _sent(home: Home, session: str) -> list[Path]:
    """Return what this device put into a folder that it shares with others, as far as that answers."""
    with suppress(OSError, StorageError):
        keys = PanelKeysFile(home.path(session, "panel")).load()
        return do_patiently(lambda: list(keys.sent())) if keys is not None else []
    return []


def _is_of(path: Path, session: str) -> bool:
    try:
        return {event.session for event in journal.read_events(path)} == {session}
    except StorageError:
        return False


def _begins(name: str, prefix: str) -> bool:
    return name.startswith(prefix) and not name[len(prefix) : len(prefix) + 1].isalnum()
