"""The invites of this device as whoever admits others needs them."""

from facilitator.conducting.sealing.invite import NoInvite, invite_in
from facilitator.sharing.admitting import KnownInvite
from facilitator.storage.invites import Invites


def known_invite(invites: Invites, name: str) -> KnownInvite | None:
    """Return the invite with this id; None if this device has made none that can be read."""
    kept = invites.find(name)
    if kept is None:
        return None
    try:
        return KnownInvite(invite_in(kept.text), kept.seat, kept.role, kept.until, kept.name)
    except NoInvite:
        return None
