"""Files that survive: private to their owner, and on the disk when a call returns.

Separate, because journal, draft, library and lock all need the same few steps in the same order, and a
missing step shows only after a power cut. Files are 0600 and folders 0700, whatever the umask. The
functions here raise OSError; what is built on them raises StorageError.
"""

import errno
import fcntl
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from facilitator.files import own_folder
from facilitator.files.final_name import give_name

FILE_MODE = 0o600
FOLDER_MODE = 0o700

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your disk quota is used up",
    errno.EFBIG: "the file has reached the largest size allowed here",
    errno.EIO: "the disk reported an error",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "you have no permission",
    errno.EPERM: "you have no permission",
    errno.ENOENT: "there is no such file",
    errno.EEXIST: "it already exists",
    errno.ELOOP: "it is a link, which isn't followed",
    errno.ETIMEDOUT: "the disk gives no answer",
}


class StorageError(Exception):
    """Something could not be read or kept. The message says what and why, for a person."""


def reason(error: OSError) -> str:
    """Return why a file operation failed, in words that a person can act on."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error) or "unknown error"


@contextmanager
def explained(what: str, error_type: type[StorageError] = StorageError) -> Iterator[None]:
    """Turn an OSError into an `error_type` whose message begins with `what` and gives the reason."""
    try:
        yield
    except OSError as error:
        raise error_type(f"{what}: {reason(error)}.") from error


def do_each(deeds: Iterable[Callable[[], object]]) -> None:
    """Do each of these, whatever comes of the others. Raises StorageError with the reasons of all that failed."""
    reasons: list[str] = []
    for deed in deeds:
        try:
            deed()
        except StorageError as error:
            reasons.append(str(error))
        except OSError as error:
            reasons.append(f"{reason(error)}.")
    if reasons:
        raise StorageError(" ".join(reasons))


def make_folder(path: Path) -> None:
    """Create the folder and its missing parents; existing folders stay as they are."""
    if own_folder.is_folder(path):
        return
    make_folder(path.parent)
    with suppress(FileExistsError):
        own_folder.make_folder(path, FOLDER_MODE)
        sync_folder(path.parent)


def tighten(folder: Path) -> None:
    """Let only this user into a folder of ours: its file names say with whom one talked. Another's stays as it is.

    It never raises: a folder that can't be changed can still be used.
    """
    with suppress(OSError), own_folder.open_folder(folder) as descriptor:
        found = os.fstat(descriptor)
        if found.st_uid == os.getuid() and stat.S_IMODE(found.st_mode) & 0o077:
            os.fchmod(descriptor, FOLDER_MODE)


def create(path: Path, flags: int = os.O_WRONLY) -> int:
    """Create a file and return its descriptor; its name isn't synced yet. Raises FileExistsError."""
    return open_private(path, flags | os.O_CREAT | os.O_EXCL)


def open_private(path: Path, flags: int) -> int:
    """Open a file, new or not, that only its owner can read; return its descriptor. A link isn't followed."""
    descriptor = own_folder.open_file(path, flags, FILE_MODE)
    try:
        os.fchmod(descriptor, FILE_MODE)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def write_all(descriptor: int, data: bytes) -> None:
    """Write all of `data`. If it raises OSError, part of the data may have been written."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def sync(descriptor: int) -> None:
    """Wait until what was written, and the file's length, are on the disk."""
    if sys.platform != "darwin":
        os.fdatasync(descriptor)
        return
    try:
        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)  # `fsync` stops at the drive's own cache there
    except OSError:  # not every file system has it
        os.fsync(descriptor)


def write_synced(descriptor: int, data: bytes) -> None:
    """Write all of `data`, wait until it is on the disk, and close the file, also if that fails. Raises OSError."""
    try:
        write_all(descriptor, data)
        sync(descriptor)
    finally:
        os.close(descriptor)


def write_closing(descriptor: int, data: bytes) -> None:
    """Write all of `data` and close the file, also if that fails. Raises OSError."""
    try:
        write_all(descriptor, data)
    finally:
        os.close(descriptor)


def sync_folder(path: Path) -> None:
    """Wait until the names in the folder are on the disk."""
    with own_folder.open_folder(path) as descriptor:
        os.fsync(descriptor)


def replace(path: Path, data: bytes, *, is_lasting: bool = True) -> None:
    """Replace the content of `path` with `data`; after a crash or an error it is all new or all old.

    Unless it `is_lasting`, the disk isn't waited for: should the power go, there may be nothing. For one writer at a
    time: the temporary file always has the same name, so that a killed process leaves no litter.
    """
    temporary = half_written(path)
    descriptor = open_private(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    try:
        if is_lasting:
            write_synced(descriptor, data)
        else:
            write_closing(descriptor, data)
        own_folder.rename(temporary, path)
    except BaseException:
        own_folder.remove(temporary)
        raise
    if is_lasting:
        sync_folder(path.parent)


def half_written(path: Path) -> Path:
    """Return where `replace` leaves what is to replace `path`, should it be killed."""
    return path.with_name(f"{path.name}.new")


def create_with(path: Path, data: bytes) -> None:
    """Create a file with this content, in which it has its name from the first; if that fails, there is none.

    Raises FileExistsError, OSError.
    """
    if own_folder.is_there(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    made = path.with_name(f"{path.name}.{os.urandom(4).hex()}.new")
    descriptor = create(made)
    try:
        write_synced(descriptor, data)
        give_name(made, path)
    finally:
        own_folder.remove(made)
    sync_folder(path.parent)


def file_system(folder: Path) -> int:
    """Return which file system a folder is on. Raises OSError."""
    with own_folder.open_folder(folder) as descriptor:
        return os.fstat(descriptor).st_dev


def put_aside(path: Path, data: bytes, label: str) -> Path:
    """Keep damaged `data` beside `path` as `<name>.<label>-<n>`, with the first free n; return the new path."""
    for number in count(1):
        aside = path.with_name(f"{path.name}.{label}-{number}")
        with suppress(FileExistsError):
            create_with(aside, data)
            return aside
    raise AssertionError("unreachable")
