"""Carrying: a shared session goes from one device to another in a file, where no folder and no network does.

The same deed on each device: what the file has is taken in, and then it holds all that is here.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from facilitator.conducting.sealing.leaving.last_word import LastWord, panel_hash, who_said
from facilitator.files.durable import explained
from facilitator.files.elsewhere import is_there
from facilitator.files.export_file import replace_file
from facilitator.files.own_folder import is_folder
from facilitator.files.patience import do_patiently
from facilitator.sharing.transports.stick import Carried, NoStick, carried, name_on, stick_of, word_frame
from facilitator.storage.retaining.tombstones import Tombstone, raise_stone, stone_of_session
from facilitator.workspace.errors import NextStep, Step, WrongRequest
from facilitator.workspace.exports import traces_of
from facilitator.workspace.running_session import in_hand

if TYPE_CHECKING:
    from facilitator.workspace.shared.shared_session import SharedSession
    from facilitator.workspace.workspace import Workspace


class CarriedOver(NamedTuple):
    """What came of it: the file, how many commands were new here, how many it holds now, and whether it was cut.

    Of an interview that `was_erased` on every device it holds only that.
    """

    path: Path
    new: int = 0
    holds: int = 0
    was_cut: bool = False
    was_erased: bool = False


def carry(workspace: "Workspace", session: str, path: Path) -> CarriedOver:
    """Take in what the file at `path` carries, if it is there, and then make it carry all that is here.

    In a folder it has a name of its own. Raises WrongRequest if the file is something else, or the session isn't
    shared; SessionHeld; StorageError.
    """
    if stone := stone_of_session(workspace.home, session):
        return _carry_words(workspace, stone, path)
    if not workspace.read(session)[0].devices:
        raise WrongRequest(f"{session} isn't shared yet.", NextStep(Step.SHARE, session))
    with in_hand(workspace, session) as running, explained(f"{path} can't be used"):
        shared, conductor = running.shared, running.conductor
        assert shared is not None
        if shared.is_removed:
            raise WrongRequest("This device was taken off the panel: it brings nothing, and takes nothing.")
        panel = panel_hash(shared.panel)
        place, before = _place(path, panel), len(conductor.packets)
        found = _read(place, panel)
        shared.take_frames(found.frames)
        for kind, said in found.words:
            if kind == LastWord.ERASE:
                shared.erasure.hear(said)
        if not shared.erasure.word:
            frames = shared.frames()
            _write(workspace, session, place, stick_of(panel, [*frames, *_own_words(shared)]))
            return CarriedOver(place, len(conductor.packets) - before, len(frames), found.is_cut)
    stone = stone_of_session(workspace.home, session)
    return _carry_words(workspace, stone, path) if stone is not None else CarriedOver(place, was_erased=True)


def _carry_words(workspace: "Workspace", stone: Tombstone, path: Path) -> CarriedOver:
    """Make the file carry nothing but that the session was erased, and take note of whose devices have done so."""
    with explained(f"{path} can't be used"):
        place = _place(path, stone.panel)
        said = {(kind, word) for kind, word in _read(place, stone.panel).words if kind in set(LastWord)}
        known = {*stone.words.items(), *((kind, word) for kind, word in said if _signer(kind, word, stone))}
        heard = {_signer(kind, word, stone): kind for kind, word in sorted(known, reverse=True) if kind != "erase"}
        raise_stone(workspace.home, replace(stone, heard=stone.heard | heard))
        frames = [word_frame(kind, word) for kind, word in sorted(known)]
        do_patiently(partial(replace_file, place, stick_of(stone.panel, frames)))
    return CarriedOver(place, was_erased=True)


def _signer(kind: str, said: bytes, stone: Tombstone) -> str:
    """Return which device of the panel has said a word; empty if none has."""
    device = who_said(LastWord(kind), said, stone.panel)
    return device if device in stone.letters else ""


def _own_words(shared: "SharedSession") -> list[bytes]:
    """Return what the file says of the session besides: that it is on hold here, though its lead erases it."""
    return [word_frame(kind, said) for kind, said in shared.erasure.words.items()]


def _place(path: Path, panel: str) -> Path:
    return path / name_on(panel) if do_patiently(partial(is_folder, path)) else path


def _read(place: Path, panel: str) -> Carried:
    """Return what the file carries; nothing if it isn't there. Raises WrongRequest, OSError."""
    if not do_patiently(partial(is_there, place)):
        return Carried(())
    try:
        return do_patiently(partial(carried, place, panel))
    except NoStick as why:
        raise WrongRequest(f"{place} isn't used, and stays as it is: {why}.") from None


def _write(workspace: "Workspace", session: str, place: Path, content: bytes) -> None:
    do_patiently(partial(replace_file, place, content, traces_of(workspace, session)))
