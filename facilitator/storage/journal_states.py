"""In which states the journals are: what the library says of one that is as it was needn't be read again.

Separate from the data folder, because it is about ten thousand files at once: none is opened, and no path is made.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from itertools import chain, repeat
from pathlib import Path

import msgspec

from facilitator.files import own_folder
from facilitator.files.durable import explained


class FileState(msgspec.Struct, frozen=True, gc=False):
    """How long a file is, in bytes, and when it was changed last (ns since 1970), if that is known."""

    length: int
    changed_ns: int | None = None


DOUBTFUL = FileState(-2)
"""A state in which no file is."""


@contextmanager
def listing(folder: Path) -> Iterator[tuple[frozenset[str], int]]:
    """Yield the names in a folder, and a descriptor of it; without one, no names and -1. Raises StorageError."""
    with explained(f"{folder} can't be read"), ExitStack() as opened:
        names, descriptor = frozenset[str](), -1
        with suppress(FileNotFoundError, NotADirectoryError):
            descriptor = opened.enter_context(own_folder.open_folder(folder))
            names = frozenset(os.listdir(descriptor))  # noqa: PTH208 - a descriptor has no path
        yield names, descriptor


def not_in_state(
    known: Mapping[str, FileState | None], names: frozenset[str], ending: str, folder: int
) -> Iterator[str]:
    """Yield what comes before the `ending` of each name in `folder` whose file isn't in its `known` state.

    Where None is known, any state is right; a file that is gone by now is passed over. Raises OSError.
    """
    new = (name[: -len(ending)] for name in names - {stem + ending for stem in known} if name.endswith(ending))
    for stem, state in chain(known.items(), zip(new, repeat(DOUBTFUL))):
        if state is None or (name := stem + ending) not in names or (found := _status(name, folder)) is None:
            continue
        if found.st_size != state.length or (state.changed_ns is not None and state.changed_ns != found.st_mtime_ns):
            yield stem


def is_one_newer(than_ns: int, names: frozenset[str], ending: str, folder: int) -> bool:
    """Return whether a file in `folder` of these names, with this ending, was changed then (ns since 1970) or later.

    Raises OSError.
    """
    found = (_status(name, folder) for name in names if name.endswith(ending))
    return any(status is not None and status.st_mtime_ns >= than_ns for status in found)


def _status(name: str, folder: int) -> os.stat_result | None:
    with suppress(FileNotFoundError):
        return os.stat(name, dir_fd=folder, follow_symlinks=False)
    return None
