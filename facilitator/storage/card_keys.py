"""The keys of a session's sealed scorecards, in a file (0600) beside the journal.

Separate from the journal, because a key must vanish once its card is open, and nothing vanishes from a
journal. After a key is destroyed, nobody can read any earlier version of the card.
"""

from collections.abc import Set
from contextlib import suppress
from pathlib import Path

import msgspec

from facilitator.files import durable, foreign, own_folder
from facilitator.files.durable import StorageError, explained


class CardKeys:
    """The keys in the file at `path`, by id, for whoever holds the session. Every method may raise StorageError."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, key_id: str) -> bytes | None:
        return self._read().get(key_id)

    def add(self, key_id: str, key: bytes) -> None:
        """Add a key; it is on the disk when this returns."""
        self._write({**self._read(), key_id: key})

    def keep_only(self, key_ids: Set[str]) -> None:
        """Destroy all other keys, also those that a killed process was about to write. No keys need no file."""
        self._destroy(durable.half_written(self._path))
        if not key_ids:
            self._destroy(self._path)  # damaged or not
            return
        keys = self._read()
        left = {key_id: key for key_id, key in keys.items() if key_id in key_ids}
        if not left:
            self._destroy(self._path)
        elif left != keys:
            self._write(left)

    def _read(self) -> dict[str, bytes]:
        try:
            with explained(f"{self._path} can't be read"), suppress(FileNotFoundError, NotADirectoryError):
                return foreign.decoded(foreign.content(self._path), dict[str, bytes])
            return {}
        except foreign.UNREADABLE as error:
            raise StorageError(f"{self._path} is damaged: the scorecards sealed with it can't be opened.") from error

    def _write(self, keys: dict[str, bytes]) -> None:
        with explained(f"{self._path} can't be written"):
            durable.replace(self._path, msgspec.json.encode(keys))

    def _destroy(self, path: Path) -> None:
        with explained(f"{path} can't be removed"), suppress(NotADirectoryError):
            if own_folder.remove(path):
                durable.sync_folder(path.parent)
