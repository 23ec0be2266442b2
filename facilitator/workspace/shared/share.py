"""Hosting: a session of this device becomes one that several share, through a folder, at a port, or by a router."""

import os
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from facilitator.clock import SystemClock
from facilitator.conducting import read
from facilitator.conducting.hosting import hosted
from facilitator.conducting.sealing.router_pass import RouterPass
from facilitator.conducting.sealing.signing import Signer, TooLarge
from facilitator.conducting.sealing.welcome import Guest
from facilitator.domain.facts.packet import Packet
from facilitator.extras import LIVE_EXTRA
from facilitator.files.durable import StorageError
from facilitator.storage.panel_keys import ListensAt, PanelKeys, PanelKeysFile, Reaches
from facilitator.workspace.errors import WrongRequest
from facilitator.workspace.shared.own_secrets import new_note_key

if TYPE_CHECKING:
    from facilitator.workspace.workspace import Workspace


class Port(NamedTuple):
    """Where this device listens for the others (HOST:PORT), and by which addresses they reach it."""

    place: str
    addresses: tuple[str, ...]


def share(
    workspace: "Workspace",
    session: str,
    folder: Path | None,
    port: Port | None = None,
    router: RouterPass | None = None,
    *,
    takes_note_keys: bool = True,
) -> None:
    """Share a session through `folder`, which something carries to the other devices, at a port or by a router.

    Whoever does it sits in the lead's seat, and what was recorded before is everybody's from then on. A device that has
    joined keeps its seat: it only says how the others are reached now, or listens itself. What isn't named stays as it
    was. Unless the host `takes_note_keys`, nobody leaves it one. Raises WrongRequest if the folder isn't there, if
    nothing can listen, or if something is too large to be sent; SessionHeld, StorageError.
    """
    there = str(shared_folder(folder)) if folder is not None else ""
    if port is not None or router is not None:
        check_live()
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
        keys = keys or _new_keys(read(log.kept).session.agenda.lead.id)
        keys = _connected(replace(keys, folder=there or keys.folder), port, router)
        if not takes_note_keys:
            keys = replace(keys, leaves_note_key=False)
        kept.save(keys)
        signer = Signer(keys.sign_key, keys.panel, packets)
        if signer.public_key == keys.host_key:
            try:
                hosted(log, signer, clock, box_key=Guest(keys.sign_key, keys.box_key).box_key).close()
            except TooLarge as why:
                raise WrongRequest(f"Something in {session} is too long to be shared. {why}") from None


def _connected(keys: PanelKeys, port: Port | None, router: RouterPass | None) -> PanelKeys:
    """Return keys with where the others are met, if that is named."""
    if port is not None:
        secret = keys.listens.secret if keys.listens is not None else os.urandom(32)
        at = ListensAt(place=port.place, addresses=port.addresses, secret=secret)
        return replace(keys, listens=at, reaches=None)
    if router is not None:
        code = router.password.hex()
        at_router = Reaches(
            addresses=router.addresses, authority=router.authority, user=router.room, password=code, room=router.room
        )
        return replace(keys, listens=None, reaches=at_router)
    return keys


def check_live() -> None:
    """Raise WrongRequest if what connects devices isn't installed."""
    if find_spec("zenoh") is None:
        raise WrongRequest(
            f"Connections between devices need one more package: {LIVE_EXTRA}. A shared folder needs none."
        )


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
