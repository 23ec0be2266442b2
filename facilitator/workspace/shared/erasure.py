"""Erasing a shared session on every device of its panel: the lead's word goes round, and each device answers.

A device that hears it, today or in a year, erases what it has, unless a hold keeps it there, and says so. What is left
is a tombstone, from which nothing can be read and which takes nothing back in.
"""

from collections.abc import Callable, Collection
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from facilitator.conducting.conductor import Conductor
from facilitator.conducting.sealing.leaving.last_word import LastWord, panel_hash, spoken_by, who_said
from facilitator.conducting.sealing.signing import Signer
from facilitator.domain.session.state import Session
from facilitator.domain.text.plain_text import one_line
from facilitator.files.durable import StorageError, explained
from facilitator.files.patience import do_patiently
from facilitator.sharing.transports.boxes import Boxes
from facilitator.storage.invites import Invites
from facilitator.storage.panel_keys import PanelKeys, PanelKeysFile
from facilitator.storage.retaining import erasing, legal_hold
from facilitator.storage.retaining.tombstones import (
    LiveEnd,
    Tombstone,
    raise_stone,
    session_hash,
    stone_of_session,
    stones,
)
from facilitator.workspace.shared.live_words import answers_in, tell_who_is_there

if TYPE_CHECKING:
    from facilitator.storage.home import Home
    from facilitator.workspace.workspace import Workspace


class DeviceErased(NamedTuple):
    """A device of a panel that was erased, by its letter; `said` is what it has answered, None if nothing yet."""

    letter: str
    is_this: bool
    said: LastWord | None


def leads(session: Session, device: str) -> bool:
    """Return whether a device is the lead's, whose word erases everywhere: it isn't, once it was removed."""
    admitted = session.devices.get(device)
    return admitted is not None and admitted.seat == session.agenda.lead.id and device not in session.removed_devices


def stone_to_be(workspace: "Workspace", session: str, told: bytes = b"") -> Tombstone | None:
    """Return the tombstone that a session gets here; None if it is erased on this device only.

    `told` is the lead's word, if it came from another device. Raises StorageError.
    """
    keys = _keys(workspace, session)
    if keys is None:
        return None
    state, _ = workspace.read(session)
    device, panel = Signer(keys.sign_key, keys.panel).device, panel_hash(keys.panel)
    if not told and not leads(state, device):
        return None
    erase = told or spoken_by(keys.sign_key, LastWord.ERASE, panel)
    return Tombstone(
        panel=panel,
        session=session_hash(panel, session),
        device=device,
        letters={name: one.letter for name, one in state.devices.items() if name not in state.removed_devices},
        words={LastWord.ERASE: erase, LastWord.ERASED: spoken_by(keys.sign_key, LastWord.ERASED, panel)},
        place=str(keys.place) if keys.folder else "",
        live=_live_end(workspace, keys, state) if keys.listens or keys.reaches else None,
    )


def erase_everywhere(workspace: "Workspace", session: str, stone: Tombstone, doubtful: Collection[Path] = ()) -> str:
    """Erase a session here, and say so to the others. Return a text about what can't be removed; empty if all is.

    Raises StorageError, also if it is under a hold or open.
    """
    ready = partial(raise_stone, workspace.home, stone)
    left = erasing.erase(workspace.home, workspace.library, session, doubtful, ready)
    say_last_words(workspace, stone)
    if stone.live is not None:
        tell_who_is_there(workspace, stone)
    return left


def erase_as_told(workspace: "Workspace", session: str, told: bytes) -> None:
    """Erase a session whose lead has said so, and tell the people here. What can't be is tried again the next time."""
    try:
        if (stone := stone_to_be(workspace, session, told)) is not None:
            left = erase_everywhere(workspace, session, stone)
            said = f"{session} was erased by its lead, on every device: here as well."
            workspace.notices[f"erased {session}"] = f"{said} {left}".rstrip()
    except StorageError as error:
        workspace.notices[f"erased {session}"] = f"{session} was erased by its lead, but not here yet: {error}"


def say_last_words(workspace: "Workspace", stone: Tombstone) -> None:
    """Say in the shared folder what is to be said of an erased panel, and take out of it all that was sealed there."""
    if not stone.place:
        return
    try:
        with explained(f"{stone.place} can't be used"):
            do_patiently(partial(_say_in, Path(stone.place), stone))
    except StorageError as error:
        workspace.notices["erased"] = f"The others don't know yet that it was erased: {error}"


def say_what_is_unsaid(workspace: "Workspace") -> None:
    """Say what a killed process was about to say of what it erased."""
    for stone in stones(workspace.home):
        say_last_words(workspace, stone)


def erased_devices(workspace: "Workspace", session: str) -> list[DeviceErased]:
    """Return who has erased a session that was erased on all devices, as far as they have said; empty if it wasn't.

    It is said once more, since the folder may have lost it, or not have been there, and nobody may have been connected.
    """
    stone = stone_of_session(workspace.home, session)
    if stone is None:
        return []
    say_last_words(workspace, stone)
    stone = tell_who_is_there(workspace, stone)
    said = {stone.device: LastWord.ERASED} | _answers(stone)
    return [
        DeviceErased(one_line(letter), device == stone.device, said.get(device))
        for device, letter in stone.letters.items()
    ]


class ErasureHeard:
    """Hears, while a shared session is open, that its lead erases it everywhere; then `word` is what was said.

    `tell` has something for the people here, `say` whispers to the others, `answer` to those who are there right now,
    `stop` ends what goes on with them.
    """

    def __init__(
        self,
        home: "Home",
        conductor: Conductor,
        keys: PanelKeys,
        tell: Callable[[str], object],
        say: Callable[[str, bytes], object],
        answer: Callable[[str, bytes], object],
        stop: Callable[[], object],
    ) -> None:
        self.word = b""
        self.words: dict[str, bytes] = {}
        """What is to be said of it from here, by kind, if a hold keeps it."""
        self._home, self._conductor, self._keys = home, conductor, keys
        self._tell, self._say, self._answer, self._stop = tell, say, answer, stop
        self._has_said_held = False

    def hear(self, said: bytes) -> None:
        """Take note of the word, if it is the lead's, in the conductor's thread."""
        session, panel = self._conductor.session, panel_hash(self._keys.panel)
        if self.word or not leads(session, who_said(LastWord.ERASE, said, panel)):
            return
        name = session.panelist_name(session.agenda.lead.id)
        if legal_hold.find(self._home.path(session.id, "hold")) is None:
            self.word = said
            self._tell(f"{name} has erased this interview on every device: here it goes as soon as you leave.")
            self._answer(LastWord.HEARD, spoken_by(self._keys.sign_key, LastWord.HEARD, panel))
            self._stop()
        elif not self._has_said_held:
            self._has_said_held = True
            self._tell(f"{name} has erased this interview. Here it is on hold: nothing of it is erased.")
            self.words = {
                LastWord.ERASE: said,
                LastWord.HELD: spoken_by(self._keys.sign_key, LastWord.HELD, panel),
            }
            self._say(LastWord.HELD, self.words[LastWord.HELD])


def _answers(stone: Tombstone) -> dict[str, LastWord]:
    """Return what the devices have answered; whoever has erased it since is no longer on hold."""
    found = answers_in(stone)
    if not stone.place:
        return found
    with suppress(OSError):
        whispers = do_patiently(lambda: Boxes(Path(stone.place), stone.device).whispers())
        for word in (LastWord.HELD, LastWord.ERASED):
            for whisper in whispers:
                if whisper.kind == word and (device := who_said(word, whisper.data, stone.panel)):
                    found[device] = word
    return found


def _say_in(place: Path, stone: Tombstone) -> None:
    boxes = Boxes(place, stone.device)
    boxes.open()
    boxes.clear(frozenset(LastWord))
    for word, said in stone.words.items():
        boxes.put(word, said)


def _live_end(workspace: "Workspace", keys: PanelKeys, state: Session) -> LiveEnd:
    """Return how this device connects to the others. Raises StorageError."""
    removed = tuple(state.devices[device].invite for device in state.removed_devices)
    invited = Invites(workspace.home, state.id).count() if keys.listens is not None else 0
    return LiveEnd(panel=keys.panel, listens=keys.listens, reaches=keys.reaches, invited=invited, removed=removed)


def _keys(workspace: "Workspace", session: str) -> PanelKeys | None:
    """Return this device's keys of the session's panel; None if there are none that can be read."""
    with suppress(OSError, StorageError):
        return workspace.home.disk.do(PanelKeysFile(workspace.home.path(session, "panel")).load)
    return None
