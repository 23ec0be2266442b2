"""A TinyDB storage that a crash, a full disk or a second process can't damage.

TinyDB's own truncates the file in place. This one writes a new file, syncs it and puts it in place of
the old one. TinyDB reads before each write: whoever changes something does so within `turn`, so that
no other process's change comes between the two and gets lost.
"""

from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from tinydb.storages import Storage

from facilitator.files import durable, lock
from facilitator.files.durable import StorageError, explained

Tables = dict[str, dict[str, dict[str, Any]]]
Shape = TypeVar("Shape")


class DamagedFile(StorageError):
    """The file is there but is not what TinyDB wrote."""


class SafeJson(Storage):
    """Tables as JSON in the file at `path`."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def turn(self) -> AbstractContextManager[None]:
        """Keeps other processes from writing. To be held around each change; not to be nested."""
        return lock.turn(self.path.with_name(f"{self.path.name}.lock"))

    def read(self) -> Tables | None:
        """All tables, None if there is no file. Raises `DamagedFile`, `StorageError`."""
        return self.read_as(Tables)

    def read_as(self, shape: type[Shape]) -> Shape | None:
        """The same as a value of another type, without a detour through dicts."""
        try:
            with explained(f"{self.path} can't be read"), suppress(FileNotFoundError):
                return msgspec.json.decode(self.path.read_bytes(), type=shape)
            return None
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise DamagedFile(f"{self.path} is damaged ({error}).") from error

    def write(self, data: Tables) -> None:
        """Replaces the file; on a `StorageError` the old one still stands."""
        with explained(f"{self.path} can't be written"):
            durable.replace(self.path, msgspec.json.encode(data))

    def put_aside(self) -> Path:
        """Moves a damaged file out of the way, to where it can be looked at."""
        with explained(f"{self.path} can't be put aside"):
            aside = durable.put_aside(self.path, self.path.read_bytes(), "damaged")
            self.path.unlink()
            return aside
