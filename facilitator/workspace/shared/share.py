"""Hosting: a session of this device becomes one that several share, through a folder."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from facilitator.clock import SystemClock
from facilitator.conducting import read
from facilitator.conducting.hosting import hosted
from facilitator.conducting.sealing.signing import Signer
from facilitator.conducting.sealing.welcome import Guest
from facilitator.domain.facts.packet import Packet
from facilitator.files.durable import StorageError
from facilitator.storage.panel_keys import PanelKeys, PanelKeysFile
from facilitator.workspace.errors import WrongRequest
from facilitator.workspace.shared.own_secrets import new_note_key

if TYPE_CHECKING:
    from facilitator.workspace.workspace import Workspace


def share(workspace: "Workspace", session: str, folder: Path, *, takes_note_keys: bool = True) -> None:
    """Share a session through `folder`, which something carries to the other devices; or go on, through another one.

    Whoever does it sits in the lead's seat, and what was recorded before is everybody's from then on. A device that has
    joined keeps its seat: it only says where the folder is now. Unless the host `takes_note_keys`, nobody leaves it
    one. Raises WrongRequest if the folder isn't there,
    SessionHeld, StorageError.
    """
    there = shared_folder(folder)
    clock = SystemClock()
    with workspace.hold(session, clock.read().wall_ms) as held:
        log = held.journal
        if log.trouble:
            raise StorageError(log.trouble)
        packets = [one for one in log.kept if isinstance(one, Packet)]
        kept = PanelKeysFile(workspace.home.path(session, "panel"))
        keys = workspace.home.disk.do(kept.load)
        if keys is None and packets:
            raise StorageError(f"{session} is shared already, and this device lost its keys: it needs an invite.")
        keys = replace(keys or _new_keys(read(log.kept).session.agenda.lead.id), folder=str(there))
        if not takes_note_keys:
            keys = replace(keys, leaves_note_key=False)
        kept.save(keys)
        signer = Signer(keys.sign_key, keys.panel, packets)
        if signer.public_key == keys.host_key:
            hosted(log, signer, clock, box_key=Guest(keys.sign_key, keys.box_key).box_key).close()


def shared_folder(folder: Path) -> Path:
    """Return the folder's place in full. Raises WrongRequest if it isn't there."""
    if not folder.is_dir():
        said = f"There is no folder {folder}. Name one that the others' devices can read and write as well."
        raise WrongRequest(said, about="folder")
    return folder.absolute()


def _new_keys(seat: str) -> PanelKeys:
    panel, sign_key = os.urandom(16).hex(), os.urandom(32)
    signer = Signer(sign_key, panel)
    return PanelKeys(
        panel=panel,
        seat=seat,
        sign_key=sign_key,
        host_key=signer.public_key,
        device=signer.device,
        box_key=os.urandom(32),
        group_keys=(os.urandom(64),),
        note_key=new_note_key(),
    )
