"""Where an export lands: files that only their owner can read, under names that can't leave their folder.

A name that the program chose never replaces anything: the next free number is added. A file that the user
chose is replaced, all at once; a link to one stays a link, and what is no file (a pipe, a device) is
written to.
"""

import os
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from tempfile import mkstemp

from facilitator.domain.plain_text import slug

FILE_MODE = 0o600
FOLDER_MODE = 0o700


def file_name(session_id: str, kind: str, suffix: str) -> str:
    """`2026-12-01-vp-sales-final-round-3f2a-debrief.md`: ASCII, one path component, whatever the id is."""
    return f"{slug(session_id, 120) or 'session'}-{slug(kind) or 'export'}{suffix}"


def create_file(folder: Path, name: str, content: str) -> Path:
    """A new file in `folder`, called `name` or, where that is taken, `name-2` and so on. Raises OSError."""
    for path in _free_names(folder, name):
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, FILE_MODE)
        except FileExistsError:
            continue
        try:
            _fill(descriptor, content)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        return path
    raise AssertionError("unreachable")


def replace_file(path: Path, content: str) -> Path:
    """`content` at `path`, in place of what was there; on an error that stays. Raises OSError."""
    if path.exists() and not path.is_file():
        path.write_text(content, encoding="utf-8", newline="")
        return path
    there = path.resolve()
    descriptor, temporary = mkstemp(dir=there.parent, prefix=f".{there.name[:40]}.")
    try:
        _fill(descriptor, content)
        Path(temporary).replace(there)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return path


def create_folder(folder: Path, name: str, files: Mapping[str, str]) -> Path:
    """A new folder in `folder`, called `name` or numbered like a file, with `files` in it. Raises OSError."""
    for path in _free_names(folder, name):
        try:
            path.mkdir(mode=FOLDER_MODE)
        except FileExistsError:
            continue
        path.chmod(FOLDER_MODE)
        for file, content in files.items():
            create_file(path, file, content)
        return path
    raise AssertionError("unreachable")


def _free_names(folder: Path, name: str) -> Iterator[Path]:
    stem, dot, suffix = name.partition(".")
    yield folder / name
    for number in count(2):
        yield folder / f"{stem}-{number}{dot}{suffix}"


def _fill(descriptor: int, content: str) -> None:
    with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
        os.fchmod(descriptor, FILE_MODE)
        file.write(content)
        file.flush()
        os.fsync(descriptor)
