"""Carrying: a shared session goes from one device to another in a file, where no folder and no network does.

The same deed on each device: what the file has is taken in, and then it holds all that is here.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from facilitator.files.durable import explained
from facilitator.files.elsewhere import is_there
from facilitator.files.export_file import replace_file
from facilitator.files.own_folder import is_folder
from facilitator.files.patience import do_patiently
from facilitator.sharing.transports.stick import NoStick, carried, name_on, stick_of
from facilitator.workspace.errors import NextStep, Step, WrongRequest
from facilitator.workspace.exports import traces_of
from facilitator.workspace.running_session import in_hand

if TYPE_CHECKING:
    from facilitator.workspace.shared.shared_session import SharedSession
    from facilitator.workspace.workspace import Workspace


class CarriedOver(NamedTuple):
    """What came of it: the file, how many commands were new here, how many it holds now, and whether it was cut."""

    path: Path
    new: int
    holds: int
    was_cut: bool


def carry(workspace: "Workspace", session: str, path: Path) -> CarriedOver:
    """Take in what the file at `path` carries, if it is there, and then make it carry all that is here.

    In a folder it has a name of its own. Raises WrongRequest if the file is something else, or the session isn't
    shared; SessionHeld; StorageError.
    """
    if not workspace.read(session)[0].devices:
        raise WrongRequest(f"{session} isn't shared yet.", NextStep(Step.SHARE, session))
    with in_hand(workspace, session) as running, explained(f"{path} can't be used"):
        shared, conductor = running.shared, running.conductor
        assert shared is not None
        if shared.is_removed:
            raise WrongRequest("This device was taken off the panel: it brings nothing, and takes nothing.")
        place = path / name_on(shared.panel) if do_patiently(partial(is_folder, path)) else path
        before = len(conductor.packets)
        was_cut = _take_in(shared, place)
        new = len(conductor.packets) - before
        frames = shared.frames()
        content = stick_of(shared.panel, frames)
        do_patiently(partial(replace_file, place, content, traces_of(workspace, session)))
    return CarriedOver(place, new, len(frames), was_cut)


def _take_in(shared: "SharedSession", place: Path) -> bool:
    """Take in what the file carries; return whether it is cut. Raises WrongRequest, OSError."""
    if not do_patiently(partial(is_there, place)):
        return False
    try:
        found = do_patiently(partial(carried, place, shared.panel))
    except NoStick as why:
        raise WrongRequest(f"{place} isn't used, and stays as it is: {why}.") from None
    shared.take_frames(found.frames)
    return found.is_cut
