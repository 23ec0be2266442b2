"""A standing router's own key, and the rooms in it, each for one panel, in a file (0600) of the data folder.

Some rooms are there before anybody has them: a router that runs has read who may enter when it began, and so a panel
more needn't cut off the others.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Annotated

import msgspec

from facilitator.files import durable, foreign
from facilitator.files.durable import StorageError, explained
from facilitator.files.lock import exclusive
from facilitator.storage.panel_keys import Secret

ROOMS_BEFOREHAND = 16

_ROOM_BYTES, _PASSWORD_BYTES, _SECRET_BYTES = 8, 16, 32


class RouterRoom(msgspec.Struct, frozen=True, kw_only=True):
    """A room (hex), the password (hex) of whoever may enter it, and which panel has it; nobody, if that is empty."""

    room: Annotated[str, msgspec.Meta(min_length=2 * _ROOM_BYTES, max_length=2 * _ROOM_BYTES)]
    password: Annotated[str, msgspec.Meta(min_length=2 * _PASSWORD_BYTES, max_length=2 * _PASSWORD_BYTES)]
    panel: str = ""


class RouterKeys(msgspec.Struct, frozen=True, kw_only=True):
    """The private key of a router's authority, where it listens (HOST:PORT), how others reach it, and its rooms."""

    authority: Secret
    place: str = ""
    addresses: tuple[str, ...] = ()
    rooms: tuple[RouterRoom, ...] = ()

    @property
    def panels(self) -> tuple[str, ...]:
        """The panels that have a room."""
        return tuple(room.panel for room in self.rooms if room.panel)


class RouterKeysFile:
    """The file at `path`."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> RouterKeys:
        """Return what is kept, or for a router that is new, its new key. Raises StorageError."""
        try:
            with explained(f"{self._path} can't be read"), suppress(FileNotFoundError, NotADirectoryError):
                return foreign.decoded(foreign.content(self._path), RouterKeys)
            return RouterKeys(authority=os.urandom(_SECRET_BYTES))
        except foreign.UNREADABLE as error:
            raise StorageError(f"{self._path} is damaged: no panel can use this router with it.") from error

    def save(self, keys: RouterKeys) -> None:
        """Write what is to be kept, with so many rooms more as should be there beforehand. Raises StorageError."""
        spare = ROOMS_BEFOREHAND - sum(not room.panel for room in keys.rooms)
        rooms = (*keys.rooms, *(_new_room() for _ in range(spare)))
        with explained(f"{self._path} can't be written"):
            durable.make_folder(self._path.parent)
            durable.replace(self._path, msgspec.json.encode(msgspec.structs.replace(keys, rooms=rooms)))

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Let nobody else change it meanwhile. Raises StorageError."""
        with exclusive(self._path.with_suffix(".lock")):
            yield


def _new_room() -> RouterRoom:
    return RouterRoom(room=os.urandom(_ROOM_BYTES).hex(), password=os.urandom(_PASSWORD_BYTES).hex())
