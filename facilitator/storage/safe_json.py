"""A TinyDB storage that no crash, full disk or second process can damage.

TinyDB's own storage truncates the file in place. This one writes a new file, syncs it and replaces the
old one. The file is one line with a checksum, like those of a journal; one that begins with a brace is from before
there was a checksum. TinyDB reads before each write, so every change must happen within `exclusive`: otherwise a change
that another process makes between the two would be lost.
"""

from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from tinydb.storages import Storage

from facilitator.files import durable, foreign, lock, own_folder
from facilitator.files.durable import StorageError, explained
from facilitator.storage.forms.framing import BODY, are_whole, framed

_LARGEST_BYTES = 1 << 28

Tables = dict[str, dict[str, dict[str, Any]]]
Shape = TypeVar("Shape")


class DamagedFile(StorageError):
    """The file exists but isn't as it was written."""


class SafeJson(Storage):
    """Tables as JSON in the file at `path`."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def exclusive(self, longest_seconds: float = lock.LOCK_SECONDS) -> AbstractContextManager[None]:
        """Keep other processes from writing while the context lasts. Use it around every change; it doesn't nest."""
        return lock.exclusive(self.path.with_name(f"{self.path.name}.lock"), longest_seconds)

    def read(self) -> Tables | None:
        """Return all tables, or None if there is no file. Raises DamagedFile, StorageError."""
        return self.read_as(Tables)

    def read_as(self, shape: type[Shape]) -> Shape | None:
        """Return the content as a value of another type, without a detour through dicts. Raises like `read`."""
        try:
            with explained(f"{self.path} can't be read"), suppress(FileNotFoundError):
                return foreign.decoded(_body(foreign.content(self.path, _LARGEST_BYTES)), shape)
            return None
        except (msgspec.DecodeError, ValueError, RecursionError) as error:
            raise DamagedFile(f"{self.path} is damaged ({error}).") from error

    def write(self, data: Tables) -> None:
        """Replace the file; the old one stays if this raises StorageError."""
        with explained(f"{self.path} can't be written"):
            durable.replace(self.path, framed(msgspec.json.encode(data)))

    def put_aside(self) -> Path:
        """Move a damaged file aside, where it can be looked at; return its new path. Raises StorageError."""
        with explained(f"{self.path} can't be put aside"):
            aside = durable.put_aside(self.path, foreign.content(self.path, _LARGEST_BYTES), "damaged")
            own_folder.remove(self.path)
            return aside


def _body(content: bytes) -> bytes | memoryview:
    """Return the JSON in a file. Raises ValueError if its checksum is wrong."""
    if content.startswith(b"{"):
        return content
    if not are_whole([content]):
        raise ValueError("its checksum is wrong")
    return memoryview(content)[BODY:]
