"""What a device knew of the others last, kept beside the journal: for whoever asks from another process, or later.

Nothing hangs on it: it is written without waiting for the disk, and what can't be read is as good as not there.
"""

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from facilitator.files import durable, foreign
from facilitator.files.durable import StorageError
from facilitator.files.patience import Deed
from facilitator.sharing.heads import Heard
from facilitator.sharing.panel_state import PanelState
from facilitator.sharing.right_now.typing_now import Presence

if TYPE_CHECKING:
    from facilitator.storage.home import Home

KEPT_EVERY_SECONDS = 5.0
"""What changed is kept so often: others say every ten seconds that they are there."""
CLOSING_SECONDS = 1.0


class KeptState:
    """The file of a session in which its running program keeps how the panel stands."""

    def __init__(self, home: "Home", session: str) -> None:
        self._path = home.path(session, "heard")
        self._kept: PanelState | None = None
        self._before: Mapping[str, Heard] | None = None
        self._under_way: Deed[None] | None = None

    def load(self) -> PanelState | None:
        """Return what was kept last; None if there is nothing that can be read."""
        with suppress(OSError, StorageError, *foreign.UNREADABLE):
            return foreign.decoded(foreign.content(self._path), PanelState)
        return None

    async def go_on(self, state: Callable[[], PanelState]) -> None:
        """Keep what `state` returns, again and again, as long as it runs."""
        while True:
            await asyncio.sleep(KEPT_EVERY_SECONDS)
            self.keep(state())

    def keep(self, state: PanelState) -> None:
        """Begin to keep how it stands, if that has changed, and nothing is being kept right now."""
        lasting = _lasting(state)
        if lasting == self._kept or (self._under_way is not None and not self._under_way.is_done):
            return
        self._kept = lasting
        self._under_way = Deed(partial(self._save, lasting))

    def close(self, state: PanelState) -> None:
        """Keep how it stands at the end; a disk that hangs isn't waited for."""
        if self._under_way is None or self._under_way.wait(CLOSING_SECONDS):
            self.keep(state)
        if self._under_way is not None:
            self._under_way.wait(CLOSING_SECONDS)

    def _save(self, state: PanelState) -> None:
        """Write it, with what was heard before this was opened."""
        if self._before is None:
            known = self.load()
            self._before = known.heard if known is not None else {}
        whole = replace(state, heard=last_heard(self._before, state.heard))
        with suppress(OSError):
            durable.replace(self._path, msgspec.json.encode(whole), is_lasting=False)


def last_heard(*all_heard: Mapping[str, Heard]) -> dict[str, Heard]:
    """Return what each device said of itself last, of all that was heard at several times or in several ways."""
    found: dict[str, Heard] = {}
    for heard in all_heard:
        found |= {who: one for who, one in heard.items() if who not in found or one.said_at > found[who].said_at}
    return found


def _lasting(state: PanelState) -> PanelState:
    """Return of how it stands what isn't in the journal and doesn't pass in a moment."""
    gone = {device: seen for device, seen in state.seen.items() if seen.doing is Presence.AWAY}
    return replace(state, keeps={}, words={}, newer={}, seen=gone)
