"""The invites of this device to a panel, each in a file (0600) beside the journal: `<session>.invite.<id>`.

Each has a file of its own, since one may be written while the interview runs. Separate from the keys of the panel: an
invite is for one seat, and for some hours only. And the keys with which this device asks to join another's panel, in
`joining/<invite>.keys` until it has.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec.structs import replace

from facilitator.domain.facts.kinds.panel import Role
from facilitator.files import durable, foreign, own_folder
from facilitator.files.durable import StorageError, explained
from facilitator.files.unfinished import remove
from facilitator.storage.home import Home
from facilitator.storage.journal_states import listing

_KIND = "invite."
_TOLD_FOR_MS = 24 * 3_600_000


class KeptInvite(msgspec.Struct, frozen=True, kw_only=True):
    """An invite, as text, to a seat; it holds `until` then (ms, by the wall clock of this device).

    One for an observer has no seat, but a `name`. One that `is_numbered` follows from a secret and its number.
    """

    text: str
    seat: str
    role: Role
    until: int
    name: str = ""
    is_numbered: bool = False


class Invites:
    """The invites to a session's panel in the data folder `home`."""

    def __init__(self, home: Home, session: str) -> None:
        self._home = home
        self._session = session

    def save(self, name: str, invite: KeptInvite) -> bool:
        """Keep an invite by its id, on the disk when this returns; return False if there is one with this id already.

        Raises StorageError.
        """
        path = self._home.path(self._session, _KIND + name)
        with explained(f"{path} can't be written"), suppress(FileExistsError):
            durable.create_with(path, msgspec.json.encode(invite))
            return True
        return False

    def count(self) -> int:
        """Return how many invites there are. Raises StorageError."""
        with listing(self._home.sessions) as (names, _):
            return sum(name.startswith(f"{self._session}.{_KIND}") for name in names)

    def find(self, name: str) -> KeptInvite | None:
        """Return the invite with this id; None if there is none that can be read. Raises UnknownSession."""
        if not name.isalnum():
            return None
        with suppress(OSError, StorageError, *foreign.UNREADABLE):
            return foreign.decoded(foreign.content(self._home.path(self._session, _KIND + name)), KeptInvite)
        return None

    def withdraw(self, seat: str) -> None:
        """Let nobody use an invite to this seat any more, as far as the disk answers."""
        self._remove(lambda kept: kept.seat == seat)

    def clear_late(self, now: int) -> None:
        """Remove what holds no more at `now` (ms, by the wall clock), a day later: until then late comers are told."""
        self._remove(lambda kept: kept.until + _TOLD_FOR_MS < now)

    def _remove(self, goes: Callable[[KeptInvite], bool]) -> None:
        with suppress(OSError, StorageError):
            prefix = self._home.path(self._session, _KIND).name
            for path in own_folder.paths_in(self._home.sessions):
                kept = self.find(path.name.removeprefix(prefix)) if path.name.startswith(prefix) else None
                if kept is not None and kept.text and goes(kept):
                    self._forget(path, kept)

    def _forget(self, path: Path, kept: KeptInvite) -> None:
        """Remove an invite; of one that has a number its name stays, so that no other is given that number again."""
        if kept.is_numbered:
            durable.replace(path, msgspec.json.encode(replace(kept, text="", seat="", until=0)))
        else:
            remove(path)


_KEY_BYTES = 32


class GuestKeys:
    """The private keys with which this device asks to join with the invite `name`: to sign, and to be sealed for."""

    def __init__(self, home: Home, name: str) -> None:
        self._path = home.joining / f"{name}.keys"

    def load_or_make(self) -> tuple[bytes, bytes]:
        """Return the keys; they are on the disk, so that they are the same the next time. Raises StorageError."""
        with explained(f"{self._path} can't be read or written"):
            with suppress(FileNotFoundError, NotADirectoryError):
                found = foreign.content(self._path)
                if len(found) == 2 * _KEY_BYTES:
                    return found[:_KEY_BYTES], found[_KEY_BYTES:]
            made = os.urandom(2 * _KEY_BYTES)
            durable.make_folder(self._path.parent)
            durable.replace(self._path, made)
            return made[:_KEY_BYTES], made[_KEY_BYTES:]

    def remove(self) -> None:
        """Remove them: they are among the session's by now, or nobody wants them any more."""
        with suppress(OSError):
            remove(self._path)
