"""What is kept of a shared session that was erased, so that nothing brings it back: `erased/<hash of the panel>.json`.

No name, no title and no text: hashes, the letters of the devices, and where the others hear of it. Separate from the
erasing, which leaves nothing of a session that was never shared.
"""

from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256

import msgspec

from facilitator.files import durable, foreign, own_folder
from facilitator.files.durable import StorageError, explained
from facilitator.storage.home import Home
from facilitator.storage.panel_keys import ListensAt, Reaches

_SUFFIX = ".json"


class LiveEnd(msgspec.Struct, frozen=True, kw_only=True):
    """How a device connected to the others of a `panel` (see PanelKeys), for as long as some haven't answered.

    So many were `invited` where it listened, and these users were `removed`.
    """

    panel: str
    listens: ListensAt | None = None
    reaches: Reaches | None = None
    invited: int = 0
    removed: tuple[str, ...] = ()


class Tombstone(msgspec.Struct, frozen=True, kw_only=True):
    """A panel that was erased, by the hash `panel`; `session` is the hash of its session's id.

    `device` is this one, `letters` those of all that were on the panel. `words` are what is said of it from here, each
    by its kind, and `place` is the folder in which that is said; empty if there was none; it is said over a
    connection as well if there is a `live` end. `heard` is what other devices answered by another way, by device.
    """

    panel: str
    session: str
    device: str
    letters: dict[str, str] = {}
    words: dict[str, bytes] = {}
    place: str = ""
    heard: dict[str, str] = {}
    live: LiveEnd | None = None


class WasErased(StorageError):
    """What is to be taken in was erased on every device, on purpose."""

    def __init__(self) -> None:
        super().__init__("This interview was erased on every device of its panel. It isn't taken in again.")


def session_hash(panel: str, session: str) -> str:
    """Return the hash of a session's id; `panel` is the hash of its panel."""
    return sha256(f"{panel} {session}".encode()).hexdigest()


def raise_stone(home: Home, stone: Tombstone) -> None:
    """Keep a tombstone; it is on the disk when this returns. Raises StorageError."""
    path = home.erased / f"{stone.panel}{_SUFFIX}"
    with explained(f"{path} can't be written"):
        durable.make_folder(path.parent)
        durable.replace(path, msgspec.json.encode(stone))


def stone_of_session(home: Home, session: str) -> Tombstone | None:
    """Return the tombstone of a session; None if it wasn't erased as a shared one."""
    return next((one for one in stones(home) if one.session == session_hash(one.panel, session)), None)


def refuse_erased(home: Home, session: str) -> None:
    """Raise WasErased if a session was erased on all devices of its panel."""
    if stone_of_session(home, session) is not None:
        raise WasErased


def refuse_erased_panel(home: Home, panel: str) -> None:
    """Raise WasErased if the panel with this hash was erased on all its devices."""
    if any(one.panel == panel for one in stones(home)):
        raise WasErased


def stones(home: Home) -> Iterator[Tombstone]:
    """Yield all tombstones that can be read."""
    with suppress(OSError):
        for path in sorted(own_folder.paths_in(home.erased)):
            with suppress(OSError, *foreign.UNREADABLE):
                yield foreign.decoded(foreign.content(path), Tombstone)
