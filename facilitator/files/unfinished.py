"""What is being made and has no name yet: a process that is killed leaves it where the next one finds and removes it.

Separate, because exports, collections and new journals need the same. Each thing has a folder of its own, with a lock
that its process holds:

    <folder>/<random>/lock        who can lock it knows that its process has ended
                      made        what is being made, if its place is in the data folder as well
                      elsewhere   else the path at which it is being made, beside its place
"""

import fcntl
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from facilitator.files import durable, foreign, own_folder

SUFFIX = ".unfinished"


class UnfinishedFiles:
    """What is unfinished in a data folder, listed in `folder`. Without one, nobody clears up after a kill."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder

    @contextmanager
    def making(self, path: Path) -> Iterator[Path]:
        """Yield where to make what is to be called `path`: a new path on the same file system.

        What is still there in the end is removed. Raises OSError.
        """
        entry, lock = self._begin()
        made = None
        try:
            made = self._made(entry, path)
            if entry is not None and made.parent != entry:
                with suppress(OSError):  # a full disk here is no reason to write nothing there
                    _remember(entry, made)
            yield made
        finally:
            with suppress(OSError):
                if made is not None:
                    remove(made)
                if entry is not None:
                    _forget(entry, made)
            if lock is not None:
                os.close(lock)

    def clear(self) -> None:
        """Remove what killed processes have left. It never raises: what can't be removed stays for the next time."""
        with suppress(OSError):
            entries = list(filter(own_folder.is_folder, own_folder.paths_in(self.folder))) if self.folder else []
            for entry in entries:
                with suppress(OSError):
                    _clear(entry)

    def _begin(self) -> tuple[Path | None, int | None]:
        """Return a new folder and its lock; neither where none can be made, such as on a full disk."""
        with suppress(OSError):
            while self.folder is not None:
                durable.make_folder(self.folder)
                entry = self.folder / os.urandom(8).hex()
                own_folder.make_folder(entry, durable.FOLDER_MODE)
                with suppress(FileNotFoundError):  # somebody has cleared it before it was locked
                    if (lock := _locked(entry)) is not None:
                        return entry, lock
        return None, None

    def _made(self, entry: Path | None, path: Path) -> Path:
        folder = path.parent
        if entry is not None and self.folder is not None:
            ours = self.folder.parent.resolve()
            is_here = folder.resolve().is_relative_to(ours)
            if is_here and durable.file_system(folder) == durable.file_system(entry):
                return entry / "made"
        return folder / f".{path.name[:80]}.{os.urandom(8).hex()}{SUFFIX}"


UNLISTED = UnfinishedFiles()


def remove(path: Path) -> None:
    """Remove a file, or a folder with all that is in it; nothing if there is none. Raises OSError."""
    found = own_folder.status(path)
    if found is not None and stat.S_ISDIR(found.st_mode):
        own_folder.remove_tree(path)
    else:
        own_folder.remove(path)


def _remember(entry: Path, made: Path) -> None:
    durable.write_synced(durable.create(entry / "elsewhere"), os.fsencode(made.absolute()))
    durable.sync_folder(entry)
    durable.sync_folder(entry.parent)


def _forget(entry: Path, made: Path | None) -> None:
    """Remove the entry of what isn't at `made` any more: last, so that after a power cut nothing is there unknown."""
    if made is not None and made.parent != entry:
        durable.sync_folder(made.parent)
    _remove_entry(entry)


def _clear(entry: Path) -> None:
    lock = _locked(entry)
    if lock is None:
        return
    try:
        with suppress(FileNotFoundError):
            written = foreign.content(entry / "elsewhere")
            made = Path(os.fsdecode(written))
            if foreign.is_path(written) and made.name.endswith(SUFFIX):  # a torn path is none
                remove(made)
                durable.sync_folder(made.parent)
        remove(entry / "made")
        _remove_entry(entry)
    finally:
        os.close(lock)


def _remove_entry(entry: Path) -> None:
    for name in ("elsewhere", "lock"):
        own_folder.remove(entry / name)
    own_folder.remove_folder(entry)


def _locked(entry: Path) -> int | None:
    """Return a descriptor that has the lock of the entry, or None if another process has it, or has removed it."""
    lock = durable.open_private(entry / "lock", os.O_RDWR | os.O_CREAT)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.fstat(lock).st_nlink:
            return lock
    except BlockingIOError:
        pass
    except BaseException:
        os.close(lock)
        raise
    os.close(lock)
    return None
