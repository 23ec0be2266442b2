"""Joining: a session of somebody else's device is kept on this one as well, from its first event on.

The keys with which a device asks are kept before it asks: whoever was killed meanwhile asks again as the same device.
"""

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from facilitator.clock import SystemClock
from facilitator.conducting.conductor import Conductor
from facilitator.conducting.sealing.invite import Invite, NoInvite, invite_in
from facilitator.conducting.sealing.leaving.last_word import panel_hash
from facilitator.conducting.sealing.live_access import password
from facilitator.conducting.sealing.signing import Signer
from facilitator.conducting.sealing.welcome import Guest
from facilitator.files.durable import StorageError
from facilitator.files.patience import Doing, at_once
from facilitator.sharing.joining import Joined, Joining, NotWelcome
from facilitator.sharing.transports.folder import FolderTransport
from facilitator.sharing.transports.transport import Transport
from facilitator.storage.invites import GuestKeys
from facilitator.storage.panel_keys import PanelKeys, PanelKeysFile, Reaches, place_in
from facilitator.storage.retaining.tombstones import refuse_erased_panel
from facilitator.workspace.errors import NextStep, Step, WrongRequest
from facilitator.workspace.shared.moving import move, session_of
from facilitator.workspace.shared.own_secrets import new_note_key
from facilitator.workspace.shared.share import check_live, shared_folder
from facilitator.workspace.shared.ways import way_out

if TYPE_CHECKING:
    from facilitator.workspace.workspace import Workspace


class Admitted(NamedTuple):
    """The session that this device is on now, whose seat it has, and the four words to compare.

    There are none for a session that was on this device before, and goes on from another host.
    """

    session: str
    name: str
    words: str


def read_invite(text: str) -> Invite:
    """Return the invite that was pasted. Raises WrongRequest."""
    try:
        return invite_in(text)
    except NoInvite as error:
        raise WrongRequest(str(error)) from None


def join(
    workspace: "Workspace", invite: Invite, folder: Path | None, waits: Callable[[str], object],
    leaves_note_key: bool = True, do: Doing = at_once,
) -> Admitted:  # fmt: skip
    """Ask to join with an invite, through `folder` or else where the invite says, until somebody answers.

    Then keep the session here; one that is here already only goes on where the invite says. If this device
    `leaves_note_key`, the host could open its notes, should it get lost. `waits` is called each time nobody has
    answered, with what is wrong with the way there, if that is it. What takes this device's disk is done by `do`.
    Raises WrongRequest if the inviter refuses, if the folder isn't there, or if there is no way; StorageError.
    """
    there = str(do(partial(shared_folder, folder))) if folder is not None else ""
    do(partial(refuse_erased_panel, workspace.home, panel_hash(invite.panel)))
    reaches = _reaches(invite)
    if known := do(partial(session_of, workspace, invite.panel)):
        return Admitted(known, do(partial(move, workspace, known, reaches)), "")
    sign_key, box_key = do((guest_keys := GuestKeys(workspace.home, invite.id)).load_or_make)
    way = _way(invite, device := Signer(sign_key, invite.panel).device, there, reaches)
    try:
        joined = _joined(Joining(invite, Guest(sign_key, box_key), way, SystemClock(), waits))
    except WrongRequest:  # for good: nobody is let in with them
        do(guest_keys.remove)
        raise
    keys = PanelKeys(
        panel=invite.panel,
        seat=joined.welcome.seat,
        sign_key=sign_key,
        host_key=joined.welcome.host_key,
        box_key=box_key,
        device=device,
        group_keys=joined.welcome.group_keys,
        folder=there,
        reaches=reaches,
        clock_bound_ms=joined.bound_ms,
        note_key=new_note_key(),
        leaves_note_key=leaves_note_key,
    )
    name = do(partial(_keep, workspace, joined, keys))
    do(guest_keys.remove)
    return Admitted(joined.welcome.session, name, joined.words)


def _joined(joining: Joining) -> Joined:
    try:
        return asyncio.run(joining.joined())
    except NotWelcome as refusal:
        raise WrongRequest(str(refusal)) from None


def _reaches(invite: Invite) -> Reaches | None:
    """Return where an invite says that its inviter, or a router, listens; None if it says nothing of that."""
    if not invite.addresses:
        return None
    user, code = (invite.room, invite.password.hex()) if invite.room else (invite.id, password(invite.secret))
    return Reaches(addresses=invite.addresses, authority=invite.authority, user=user, password=code, room=invite.room)


def _way(invite: Invite, device: str, folder: str, reaches: Reaches | None) -> Transport:
    """Return the way by which to ask. Raises WrongRequest if there is none."""
    if folder:
        return FolderTransport(place_in(Path(folder), invite.panel), device)
    if reaches is None:
        raise WrongRequest("This invite is for a shared folder. Ask which one it is, and name it.", about="folder")
    check_live()
    return way_out(reaches, invite.panel, device)


def _keep(workspace: "Workspace", joined: Joined, keys: PanelKeys) -> str:
    """Keep a session that this device has joined; return the name of its panelist."""
    session, clock = joined.welcome.session, SystemClock()
    if session in workspace.home.session_ids():
        raise WrongRequest(f"{session} is already on this device.", NextStep(Step.GO_ON, session))
    with workspace.hold_new(session, clock.read().wall_ms) as held:
        PanelKeysFile(workspace.home.path(session, "panel")).save(keys)
        packets = tuple(joined.history.packets.values())
        held.journal.append(packets)
        if held.journal.trouble:
            raise StorageError(held.journal.trouble)
        signer, at = Signer(keys.sign_key, keys.panel, packets), joined.anchor.instant(clock.read())
        conductor = Conductor.resume(
            held.journal, clock, signer.device, seat=keys.seat, at=at, signer=signer, history=joined.history
        )
        conductor.close()
        if conductor.trouble:
            raise StorageError(conductor.trouble)
        return conductor.session.panelist_name(keys.seat) if keys.seat else ""
