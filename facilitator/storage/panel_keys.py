"""The keys of a device on one panel, in a file (0600) beside the journal.

Separate from the journal, which goes to other devices: these never do, and without them nobody goes on as this device.
"""

from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import msgspec

from facilitator.domain.facts.timeline import Instant
from facilitator.files import durable, foreign
from facilitator.files.durable import StorageError, explained

Secret = Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]
GroupSecret = Annotated[bytes, msgspec.Meta(min_length=64, max_length=64)]


class ListensAt(msgspec.Struct, frozen=True, kw_only=True):
    """Where a device listens (HOST:PORT), the `addresses` by which others reach it, and its secret for that."""

    place: str
    addresses: tuple[str, ...]
    secret: Secret


class Reaches(msgspec.Struct, frozen=True, kw_only=True):
    """At which `addresses` a device reaches the one that listens, who vouches for that one, and who it says it is.

    What listens is a standing router if the panel has a `room` there.
    """

    addresses: tuple[str, ...]
    authority: Secret
    user: str
    password: str
    room: str = ""


class PanelKeys(msgspec.Struct, frozen=True, kw_only=True):
    """What makes a device one of a panel: its private keys, the public key of the host, the keys that all share.

    `group_keys` come with the newest last. `device` is what the others know it by. `folder` is where what is sealed
    for the others goes to and fro, empty if nowhere. One device `listens` and the others reach it (`reaches`), if so.
    `note_key` seals what this device keeps to itself; with `leaves_note_key`, the host gets a copy, should it get lost.
    `clock_bound_ms` says how far this device's clock may be from the panel's, if it was set by asking over a folder.
    """

    panel: Annotated[str, msgspec.Meta(min_length=32, max_length=32)]
    seat: str
    sign_key: Secret
    host_key: Secret
    box_key: bytes = b""
    device: str = ""
    folder: str = ""
    listens: ListensAt | None = None
    reaches: Reaches | None = None
    clock_bound_ms: Instant = 0
    note_key: bytes = b""
    leaves_note_key: bool = True

    @property
    def router(self) -> Reaches | None:
        """The standing router by which the devices of this panel reach each other, if they do."""
        return self.reaches if self.reaches is not None and self.reaches.room else None

    @property
    def place(self) -> Path:
        """Where the packets of this panel are, in a folder that may have those of others."""
        return place_in(Path(self.folder), self.panel)

    def sent(self) -> Iterator[Path]:
        """Yield the files of this device in the folder. Raises OSError."""
        if self.folder and self.device and self.place.is_dir():
            yield from (path for path in self.place.iterdir() if path.name.startswith(f"{self.device}."))

    group_keys: Annotated[tuple[GroupSecret, ...], msgspec.Meta(min_length=1)]


def place_in(folder: Path, panel: str) -> Path:
    """Return where the packets of a panel are in a folder."""
    return folder / f"facilitator-{sha256(panel.encode()).hexdigest()[:16]}"


class PanelKeysFile:
    """The keys in the file at `path`, for whoever holds the session."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> PanelKeys | None:
        """Return the keys; None if the session is no panel's. Raises StorageError."""
        try:
            with explained(f"{self._path} can't be read"), suppress(FileNotFoundError, NotADirectoryError):
                return foreign.decoded(foreign.content(self._path), PanelKeys)
            return None
        except foreign.UNREADABLE as error:
            raise StorageError(f"{self._path} is damaged: this device needs a new invitation.") from error

    def save(self, keys: PanelKeys) -> None:
        """Write the keys; they are on the disk when this returns. Raises StorageError."""
        with explained(f"{self._path} can't be written"):
            durable.replace(self._path, msgspec.json.encode(keys))
