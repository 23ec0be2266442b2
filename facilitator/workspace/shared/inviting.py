"""Inviting: a line of text for each who is to take part on a device of their own."""

from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING

from msgspec.structs import replace

from facilitator.conducting.sealing.invite import MOST_HOURS, Invite, new_invite
from facilitator.conducting.sealing.live_access import to_connect_with
from facilitator.conducting.sealing.signing import Signer
from facilitator.domain.facts.kinds.panel import Role
from facilitator.domain.text.plain_text import one_line
from facilitator.files.durable import StorageError
from facilitator.storage.invites import Invites, KeptInvite
from facilitator.workspace.errors import NextStep, Step, WrongRequest
from facilitator.workspace.shared.own_secrets import kept_keys

if TYPE_CHECKING:
    from facilitator.domain.session.state import Session
    from facilitator.storage.panel_keys import PanelKeys, Reaches
    from facilitator.workspace.workspace import Workspace

HOURS = 24
LONGEST_OBSERVER = 80
_HOUR_MS = 3_600_000


def invite(workspace: "Workspace", session: str, seat: str, hours: int = HOURS, *, observer: bool = False) -> Invite:
    """Return a new invite to the seat of the panelist called `seat`, or to look on, for so many hours; it is kept.

    An observer is called `seat`.

    The session may be open meanwhile, and has to be for somebody to be let in. Raises WrongRequest, StorageError.
    """
    state, _ = workspace.read(session)
    if not state.devices:
        raise WrongRequest(f"{session} isn't shared yet.", NextStep(Step.SHARE, session))
    if not 1 <= hours <= MOST_HOURS:
        raise WrongRequest(f"An invite is good for 1 to {MOST_HOURS} hours.", about="hours")
    name = one_line(seat)[:LONGEST_OBSERVER] if observer else ""
    who, role = ("", Role.OBSERVER) if observer else _seat(state, seat)
    keys = kept_keys(workspace.home, session)
    if not keys.seat or keys.device in state.removed_devices:
        raise WrongRequest("Only those on the panel invite somebody: this device looks on, or was taken off.")
    if keys.listens is None and keys.router is None and not keys.folder:
        raise WrongRequest("The others connect to the host's device, and are invited there.")
    until = workspace.now() + hours * _HOUR_MS
    invites, is_numbered = Invites(workspace.home, session), keys.listens is not None
    invites.clear_late(workspace.now())
    for made in _invites(keys, hours):
        kept = KeptInvite(text=made.text, seat=who, role=role, until=until, name=name, is_numbered=is_numbered)
        if invites.save(made.id, kept):
            break
    return made


def _invites(keys: "PanelKeys", hours: int) -> Iterator[Invite]:
    """Yield invites by this device, the first of which that isn't known yet counts."""
    public_key = Signer(keys.sign_key, keys.panel).public_key
    for number in count():
        made = new_invite(keys.panel, public_key, hours)
        if (at := keys.listens) is not None:
            yield to_connect_with(made, at.secret, number, at.addresses)
        else:
            yield _by_router(made, keys.router) if keys.router is not None else made


def _by_router(made: Invite, at: "Reaches") -> Invite:
    """Return an invite as one with which the room of the panel on a router is entered."""
    password = bytes.fromhex(at.password)
    return replace(made, addresses=at.addresses, authority=at.authority, room=at.room, password=password)


def invite_to_clipboard(workspace: "Workspace", session: str, seat: str) -> str:
    """Invite the panelist, and put the invite on the clipboard; return what to tell, in which it isn't."""
    from facilitator.workspace.exports import put_on_clipboard

    try:
        made = invite(workspace, session, seat)
    except (WrongRequest, StorageError) as error:
        return f"Nobody is invited: {error}"
    told = put_on_clipboard(made.text, folder=workspace.debriefs())
    return (
        f"The invite for {seat} is for one device and {HOURS} hours. Send it as you would send a password. Once they "
        f"join, both of you see four words to compare. {told}"
    )


def _seat(session: "Session", called: str) -> tuple[str, Role]:
    """Return the id of the panelist and what they may do. Raises WrongRequest."""
    found = session.plan.panelist_called(called)
    if found is None:
        panel = ", ".join(panelist.id for panelist in session.plan.panel)
        raise WrongRequest(f"There is no panelist “{one_line(called)}”. Choose from {panel}.")
    return found.id, Role.SHADOW if found.shadow else Role.PANELIST
