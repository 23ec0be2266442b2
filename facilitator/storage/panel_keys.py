"""The keys of a device on one panel, in a file (0600) beside the journal.

Separate from the journal, which goes to other devices: these never do, and without them nobody goes on as this device.
"""

from contextlib import suppress
from pathlib import Path
from typing import Annotated

import msgspec

from facilitator.files import durable, foreign
from facilitator.files.durable import StorageError, explained

Secret = Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]
GroupSecret = Annotated[bytes, msgspec.Meta(min_length=64, max_length=64)]


class PanelKeys(msgspec.Struct, frozen=True, kw_only=True):
    """What makes a device one of a panel: its private keys, the public key of the host, the keys that all share.

    `group_keys` come with the newest last. `folder` is where the packets go to and fro, empty if nowhere.
    `clock_bound_ms` says how far this device's clock may be from the panel's, if it was set by asking over a folder.
    """

    panel: Annotated[str, msgspec.Meta(min_length=32, max_length=32)]
    seat: str
    sign_key: Secret
    host_key: Secret
    box_key: bytes = b""
    folder: str = ""
    clock_bound_ms: int = 0
    group_keys: Annotated[tuple[GroupSecret, ...], msgspec.Meta(min_length=1)]


class PanelKeysFile:
    """The keys in the file at `path`, for whoever holds the session."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> PanelKeys | None:
        """Return the keys; None if the session is no panel's. Raises StorageError."""
        try:
            with explained(f"{self._path} can't be read"), suppress(FileNotFoundError, NotADirectoryError):
                return msgspec.json.decode(foreign.content(self._path), type=PanelKeys)
            return None
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise StorageError(f"{self._path} is damaged: this device needs a new invitation.") from error

    def save(self, keys: PanelKeys) -> None:
        """Write the keys; they are on the disk when this returns. Raises StorageError."""
        with explained(f"{self._path} can't be written"):
            durable.replace(self._path, msgspec.json.encode(keys))
