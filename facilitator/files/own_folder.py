"""The data folder, opened once: what is in it is reached from there, whatever stands at its path by now.

Who may write beside the folder could put a link in its place between two of our calls, and no link inside is followed.
Separate, because whatever makes, opens, names or removes a file of ours has to go through it. Other folders, which
their owner may move and link at will, are reached by their paths.
"""

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple
from weakref import WeakValueDictionary

_FLAGS = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC


class OwnFolder:
    """The folder at `root`, as long as this is remembered; the one that is there when something in it is first used.

    Its owner may have put a link there. Where nothing is any more, since it was moved or removed, a new one is opened
    when there is one, but then no link, and nobody else's.
    """

    def __init__(self, root: Path) -> None:
        self._path = root
        self._opened: _Descriptor | None = None
        self._is_known = False
        _OURS[str(root.absolute())] = self

    def opened(self) -> "_Descriptor":
        """Return the folder, opened. Raises OSError."""
        opened = self._opened
        if opened is None or not os.path.lexists(self._path) or not os.fstat(opened.number).st_nlink:
            self._opened = None
            self._opened = opened = self._open()
        return opened

    def _open(self) -> "_Descriptor":
        path = self._path if self._is_known else self._path.resolve()
        opened = _Descriptor(_no_link(str(path)))
        if self._is_known and os.fstat(opened.number).st_uid != os.getuid():
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), str(path))
        self._path, self._is_known = path, True
        return opened


class _Descriptor:
    """A descriptor that is closed when nobody uses it any more."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __del__(self) -> None:
        with suppress(OSError):
            os.close(self.number)


class _Found(NamedTuple):
    """Where something of ours is: in which folder, and the names that lead to it from there."""

    own: OwnFolder
    inner: list[str]


_OURS: WeakValueDictionary[str, OwnFolder] = WeakValueDictionary()
"""By their absolute paths: as text, which is looked at for every file that is read."""


def _found(path: Path) -> _Found | None:
    whole = str(path if path.is_absolute() else path.absolute())
    at, names = whole, list[str]()
    while at:
        if (own := _OURS.get(at)) is not None:
            return _Found(own, names[::-1])
        at, _, name = at.rpartition("/")
        names.append(name)
    return None


@contextmanager
def open_folder(folder: Path) -> Iterator[int]:
    """Yield a descriptor of the folder. Raises OSError; ELOOP if a link is in the way within a folder of ours."""
    found = _found(folder)
    descriptor = os.open(folder, _FLAGS) if found is None else _within(*found)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


@contextmanager
def reached(path: Path) -> Iterator[tuple[str, int | None]]:
    """Yield how a call that takes `dir_fd` reaches `path`: by its name, from a descriptor of its folder.

    Outside of our folders that is the path itself, and None. Raises OSError like `open_folder`.
    """
    found = _found(path)
    if found is None or not found.inner:
        yield str(path), None
        return
    folder = _within(found.own, found.inner[:-1])
    try:
        yield found.inner[-1], folder
    finally:
        os.close(folder)


def status(path: Path) -> os.stat_result | None:
    """Return what is known of a file, a folder or a link; None if there is none. Raises OSError like `open_folder`."""
    with suppress(FileNotFoundError, NotADirectoryError), reached(path) as (name, folder):
        return os.stat(name, dir_fd=folder, follow_symlinks=False)
    return None


def is_there(path: Path) -> bool:
    """Return whether there is something, be it a link. Raises OSError like `open_folder`."""
    return status(path) is not None


def is_file(path: Path) -> bool:
    """Return whether there is a file, and no link. Raises OSError like `open_folder`."""
    found = status(path)
    return found is not None and stat.S_ISREG(found.st_mode)


def paths_in(folder: Path) -> list[Path]:
    """Return what is in a folder; nothing if there is none. Raises OSError like `open_folder`."""
    with suppress(FileNotFoundError, NotADirectoryError), open_folder(folder) as descriptor:
        return [folder / name for name in os.listdir(descriptor)]  # noqa: PTH208 - a descriptor has no path
    return []


def is_folder(path: Path) -> bool:
    """Return whether a folder is there. Raises OSError like `open_folder` where a link is in the way."""
    if not holds(path):
        return path.is_dir()
    try:
        with open_folder(path):
            return True
    except (FileNotFoundError, NotADirectoryError):
        return False


def holds(path: Path) -> bool:
    """Return whether `path` is in a folder of ours, or is one."""
    return _found(path) is not None


def open_file(path: Path, flags: int, mode: int) -> int:
    """Open a file, but no link, or create it with this mode less the umask; return its descriptor. Raises OSError."""
    with reached(path) as (name, folder):
        return os.open(name, flags | os.O_CLOEXEC | os.O_NOFOLLOW, mode, dir_fd=folder)


def make_folder(path: Path, mode: int) -> None:
    """Create a folder with this mode, whatever the umask. Raises FileExistsError, OSError."""
    with reached(path) as (name, folder):
        os.mkdir(name, mode, dir_fd=folder)
        os.chmod(name, mode, dir_fd=folder)


def remove_folder(path: Path) -> None:
    """Remove an empty folder. Raises OSError."""
    with reached(path) as (name, folder):
        os.rmdir(name, dir_fd=folder)


def remove(path: Path) -> bool:
    """Remove a file; return False if there is none. Raises OSError."""
    with suppress(FileNotFoundError), reached(path) as (name, folder):
        os.unlink(name, dir_fd=folder)
        return True
    return False


def remove_tree(path: Path) -> None:
    """Remove a folder with all that is in it, which isn't followed anywhere. Raises OSError."""
    import shutil  # slow to load, and most of what is removed is a file

    with reached(path) as (name, folder):
        shutil.rmtree(name, dir_fd=folder)


def name_too(before: Path, after: Path) -> None:
    """Give a file a second name. Raises FileExistsError, OSError."""
    with reached(before) as (old, folder), reached(after) as (new, to):
        os.link(old, new, src_dir_fd=folder, dst_dir_fd=to, follow_symlinks=False)


def rename(before: Path, after: Path) -> None:
    """Give a file or a folder another name; what has that is replaced, as far as it can be. Raises OSError."""
    with reached(before) as (old, folder), reached(after) as (new, to):
        os.replace(old, new, src_dir_fd=folder, dst_dir_fd=to)


def _within(own: OwnFolder, parts: Sequence[str]) -> int:
    """Return a new descriptor of a folder in ours. Raises OSError."""
    root = own.opened()
    descriptor = os.open(".", _FLAGS, dir_fd=root.number)
    for part in parts:
        try:
            inner = _no_link(part, descriptor)
        finally:
            os.close(descriptor)
        descriptor = inner
    return descriptor


def _no_link(name: str, folder: int | None = None) -> int:
    """Return a new descriptor of the folder called so in `folder`. Raises OSError; for a link, ELOOP."""
    try:
        return os.open(name, _FLAGS | os.O_NOFOLLOW, dir_fd=folder)
    except NotADirectoryError:
        if stat.S_ISLNK(os.lstat(name, dir_fd=folder).st_mode):
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), name) from None
        raise
