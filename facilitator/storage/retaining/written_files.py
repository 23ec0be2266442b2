"""The files that the program wrote of a session, wherever they were put: a list beside the journal, for erasing.

Separate from erasing, because it is written with each export. It is told of a file just before that has its name, so
a file that isn't on it was put there by somebody else; one that is listed may never have got its name. A line is as in
a journal, and stands between two line breaks: one that a kill has torn spoils no other.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import msgspec

from facilitator.files import durable, foreign, own_folder
from facilitator.files.durable import explained
from facilitator.files.export_file import Written
from facilitator.storage.forms.framing import BODY, framed, whole_lines

_LARGEST_BYTES = 1 << 26

LARGEST_EXPORT_BYTES = 1 << 31
"""More than any export has: every journal of ten years fits in."""


class WrittenFile(msgspec.Struct, frozen=True, omit_defaults=True):
    """A file that was written: its path, in the data folder from there, and the SHA-256 of its content in hex.

    A folder that was made has no digest. One that the program wrote by itself `follows` its session. A brief has the
    `source` of its agenda and the name of the `candidate`, as long as no session has it on its list.
    """

    path: bytes
    digest: str
    follows: bool = False
    source: str = ""
    candidate: str = ""

    def at(self, root: Path) -> Path:
        """Return where it is, if the data folder is at `root`."""
        return root / os.fsdecode(self.path)


def add(
    listing: Path, root: Path, files: Written, *, follows: bool = False, source: str = "", candidate: str = ""
) -> None:
    """List these files. Raises StorageError."""
    paths = {path: os.fsencode(_seen_from(root, path)) for path in sorted(files)}
    append(
        listing, [WrittenFile(seen, _digest(files[path]), follows, source, candidate) for path, seen in paths.items()]
    )


def append(listing: Path, files: Iterable[WrittenFile]) -> None:
    """List what is listed elsewhere already. Raises StorageError."""
    with explained(f"{listing} can't be written"):
        durable.write_synced(durable.open_private(listing, os.O_WRONLY | os.O_CREAT | os.O_APPEND), _lines(files))
        durable.sync_folder(listing.parent)


def list_only(listing: Path, files: Iterable[WrittenFile]) -> None:
    """List these files and no others. Raises StorageError."""
    with explained(f"{listing} can't be written"):
        durable.replace(listing, _lines(files))


def _lines(files: Iterable[WrittenFile]) -> bytes:
    return b"".join(b"\n" + framed(msgspec.json.encode(one)) for one in files)


def written(listing: Path) -> Iterator[WrittenFile]:
    """Yield what is listed; a file may be there more than once. Raises StorageError."""
    with explained(f"{listing} can't be read"), suppress(FileNotFoundError, NotADirectoryError):
        lines = foreign.content(listing, _LARGEST_BYTES).splitlines(keepends=True)
        for line in whole_lines(line for line in lines if line != b"\n"):
            with suppress(*foreign.UNREADABLE):
                one = msgspec.json.decode(line[BODY:], type=WrittenFile)
                if foreign.is_path(one.path):
                    yield one


def is_as_written(path: Path, digest: str) -> bool:
    """Return whether the file at `path` has this digest; False if there is none, or it can't be read."""
    try:
        return has_digest(path, digest)
    except OSError:
        return False


def has_digest(path: Path, digest: str) -> bool:
    """Return whether the file at `path` has this digest; False if there is none. Raises OSError."""
    return own_folder.is_file(path) and _digest(foreign.content(path, LARGEST_EXPORT_BYTES)) == digest


def _digest(content: bytes | None) -> str:
    return "" if content is None else sha256(content).hexdigest()


def _seen_from(root: Path, path: Path) -> Path:
    """Return the path as it is listed: from the data folder, if it is in there, which may move."""
    whole, folder = path.parent.resolve() / path.name, root.resolve()
    return whole.relative_to(folder) if whole.is_relative_to(folder) else whole
