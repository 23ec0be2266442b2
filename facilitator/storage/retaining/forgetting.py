"""Forgetting some of what a session keeps, where else it is than in its journal: in what lies beside that, and copies.

Separate from erasing a session, of which nothing stays.
"""

from collections.abc import Callable, Collection
from functools import partial
from io import BytesIO
from pathlib import Path

from facilitator.files import durable, foreign, own_folder
from facilitator.files.durable import explained
from facilitator.storage.forms.left_lines import Left, left_lines
from facilitator.storage.home import Home
from facilitator.storage.journal import LARGEST_JOURNAL_BYTES
from facilitator.storage.retaining.belongings import belongings
from facilitator.storage.retaining.erasing import COPIED


def forget(home: Home, session: str, left_of: Left, names: Collection[str]) -> None:
    """Keep only what `left_of` leaves in copies of the journal, and no damage in which one of `names` stands.

    What was last copied to the clipboard goes. Raises StorageError if something can't be done; all else is.
    """
    found = belongings(home, session)
    deeds = dict[Path, Callable[[], object]]()
    for path in own_folder.paths_in(home.debriefs):
        if path.name.startswith(COPIED):
            deeds[path] = partial(own_folder.remove, path)
    for path in found.whole:
        if ".journal.torn-" in path.name:
            deeds[path] = partial(_clear_damage, path, names)
        elif path.suffix == ".journal" and path in found.elsewhere:
            deeds[path] = partial(_forget_in_copy, path, left_of)
    durable.do_each(partial(_naming, path, deed) for path, deed in deeds.items())


def _naming(path: Path, deed: Callable[[], object]) -> None:
    """Do something with what is at `path`, and name that if it fails. Raises StorageError."""
    with explained(f"What was erased may still be in {path}"):
        deed()


def _forget_in_copy(path: Path, left_of: Left) -> None:
    """Keep only what `left_of` leaves in a copy of the journal. What is damaged in it goes, whatever it was."""
    lines = BytesIO(foreign.content(path, LARGEST_JOURNAL_BYTES))
    durable.replace(path, left_lines(lines, left_of))


def _clear_damage(path: Path, names: Collection[str]) -> None:
    """Take out of damage that was put aside the lines in which one of `names` stands."""
    lines = foreign.content(path, LARGEST_JOURNAL_BYTES).splitlines(keepends=True)
    staying = [line for line in lines if not any(name.encode() in line for name in names)]
    if not staying:
        own_folder.remove(path)
    elif len(staying) < len(lines):
        durable.replace(path, b"".join(staying))
