"""Moving: a panel that this device is on has another host, or its host another address, and an invite says so."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from facilitator.clock import SystemClock
from facilitator.conducting.sealing.live_access import authority_key
from facilitator.conducting.sealing.signing import Signer
from facilitator.files import own_folder
from facilitator.storage.panel_keys import PanelKeysFile, Reaches
from facilitator.workspace.errors import NextStep, Step, WrongRequest
from facilitator.workspace.shared.own_secrets import kept_keys

if TYPE_CHECKING:
    from facilitator.workspace.workspace import Workspace


def session_of(workspace: "Workspace", panel: str) -> str:
    """Return the session on this device that is this panel's; empty if there is none. Raises StorageError."""
    for session in workspace.home.session_ids():
        path = workspace.home.path(session, "panel")
        if own_folder.is_there(path) and (keys := PanelKeysFile(path).load()) is not None and keys.panel == panel:
            return session
    return ""


def move(workspace: "Workspace", session: str, reaches: Reaches | None) -> str:
    """Let this device reach the others of a session where an invite says from now on; return its panelist's name.

    Raises WrongRequest if the invite says nothing new, or this device was removed; SessionHeld, StorageError.
    """
    keys = kept_keys(workspace.home, session)
    state = workspace.read(session)[0]
    if Signer(keys.sign_key, keys.panel).device in state.removed_devices:
        raise WrongRequest(
            f"This device was taken off the panel. To let it take part again, erase {session} on it first, and then "
            "join with an invite that was made since."
        )
    own = authority_key(keys.listens.secret) if keys.listens is not None else b""
    if reaches is None or reaches.authority == own or (reaches.room and reaches == keys.reaches):
        raise WrongRequest(f"{session} is already on this device.", NextStep(Step.GO_ON, session))
    with workspace.hold(session, SystemClock().read().wall_ms):
        PanelKeysFile(workspace.home.path(session, "panel")).save(replace(keys, reaches=reaches, listens=None))
    return state.panelist_name(keys.seat) if keys.seat else ""
