"""The files that the program wrote of a session, wherever they were put: a list beside the journal, for erasing.

Separate from erasing, because it is written with each export. It is told of a file just before that has its name, so
a file that isn't on it was put there by somebody else; one that is listed may never have got its name. A line is as in
a journal, and stands between two line breaks: one that a kill has torn spoils no other.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import msgspec

from facilitator.files import durable, foreign
from facilitator.files.durable import explained
from facilitator.files.export_file import Written
from facilitator.storage.journal_line import BODY, are_whole, framed

_LARGEST_BYTES = 1 << 26

LARGEST_EXPORT_BYTES = 1 << 31
"""More than any export has: every journal of ten years fits in."""


class WrittenFile(msgspec.Struct, frozen=True, omit_defaults=True):
    """A file that was written: its path, in the data folder from there, and the SHA-256 of its content in hex.

    A folder that was made has no digest. One that the program wrote by itself `follows` its session.
    """

    path: bytes
    digest: str
    follows: bool = False

    def at(self, root: Path) -> Path:
        """Return where it is, if the data folder is at `root`."""
        return root / os.fsdecode(self.path)


def add(listing: Path, root: Path, files: Written, *, follows: bool = False) -> None:
    """List these files. Raises StorageError."""
    listed = [WrittenFile(os.fsencode(_seen_from(root, path)), _digest(files[path]), follows) for path in sorted(files)]
    lines = b"".join(b"\n" + framed(msgspec.json.encode(one)) for one in listed)
    with explained(f"{listing} can't be written"):
        durable.write_synced(durable.open_private(listing, os.O_WRONLY | os.O_CREAT | os.O_APPEND), lines)
        durable.sync_folder(listing.parent)


def written(listing: Path) -> Iterator[WrittenFile]:
    """Yield what is listed; a file may be there more than once. Raises StorageError."""
    with explained(f"{listing} can't be read"), suppress(FileNotFoundError, NotADirectoryError):
        for line in foreign.content(listing, _LARGEST_BYTES).splitlines(keepends=True):
            with suppress(msgspec.DecodeError, UnicodeDecodeError, RecursionError):
                if are_whole([line]):
                    yield msgspec.json.decode(line[BODY:], type=WrittenFile)


def is_as_written(path: Path, digest: str) -> bool:
    """Return whether the file at `path` has this digest; False if there is none, or it can't be read."""
    try:
        return path.is_file() and _digest(foreign.content(path, LARGEST_EXPORT_BYTES)) == digest
    except OSError:
        return False


def _digest(content: bytes | None) -> str:
    return "" if content is None else sha256(content).hexdigest()


def _seen_from(root: Path, path: Path) -> Path:
    """Return the path as it is listed: from the data folder, if it is in there, which may move."""
    whole, folder = path.parent.resolve() / path.name, root.resolve()
    return whole.relative_to(folder) if whole.is_relative_to(folder) else whole
