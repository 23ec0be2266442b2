"""Giving a finished file or folder its final name, without replacing what has that name.

Separate, because `os.rename` replaces, and what doesn't depends on the system and on what is to be named: a file gets a
second name (link(2)) before it loses its first; a folder needs renameat2(2), or renameatx_np(2) on macOS, which Python
doesn't know.
"""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

from facilitator.files import own_folder
from facilitator.files.own_folder import reached

_AT_FDCWD = -2 if sys.platform == "darwin" else -100
_NO_REPLACE = 4 if sys.platform == "darwin" else 1
"""RENAME_EXCL of macOS, RENAME_NOREPLACE of Linux."""

_NOT_HERE = {errno.ENOSYS, errno.EINVAL, errno.EPERM, errno.EMLINK, errno.ENOTSUP, errno.EOPNOTSUPP}
"""With these a file system says that it doesn't know how."""


def give_name(made: Path, path: Path) -> None:
    """Give what was made at `made`, on the same file system, the name `path`. Raises FileExistsError, OSError.

    Its content has to be on the disk already; that the name is, is for `durable.sync_folder`. A file system that knows
    no way to do it in one step has an empty file or folder of that name for a moment.
    """
    for name_it in (_rename_folder,) if own_folder.is_folder(made) else (_link, _rename_folder):
        try:
            return name_it(made, path)
        except OSError as error:
            if error.errno not in _NOT_HERE:
                raise
    return _claim(made, path)


def _link(made: Path, path: Path) -> None:
    own_folder.name_too(made, path)
    own_folder.remove(made)


def _rename_folder(made: Path, path: Path) -> None:
    """Raises OSError, ENOSYS too where the system has no such call."""
    import ctypes  # only folders need it

    system = ctypes.CDLL(None, use_errno=True)
    try:
        call = system.renameatx_np if sys.platform == "darwin" else system.renameat2
    except AttributeError:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), str(path)) from None
    with reached(made) as (before, folder), reached(path) as (name, to):
        there = [_AT_FDCWD if descriptor is None else descriptor for descriptor in (folder, to)]
        failed = call(there[0], os.fsencode(before), there[1], os.fsencode(name), _NO_REPLACE)
    if failed:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(path))


def _claim(made: Path, path: Path) -> None:
    """Take the name with something empty, and put what was made in its place."""
    is_folder = own_folder.is_folder(made)
    if is_folder:
        own_folder.make_folder(path, 0o700)
    else:
        os.close(own_folder.open_file(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        own_folder.rename(made, path)
    except OSError:
        with suppress(OSError):
            own_folder.remove_folder(path) if is_folder else own_folder.remove(path)
        raise
