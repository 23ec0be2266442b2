"""The ways from this device to the others of a panel, as its keys tell: a folder, a connection, or both."""

from ipaddress import ip_address
from typing import TYPE_CHECKING

from facilitator.conducting.sealing import live_access
from facilitator.sharing.transports.folder import FolderTransport
from facilitator.sharing.transports.transport import Transport

if TYPE_CHECKING:
    from collections.abc import Set

    from facilitator.sharing.transports.zenoh.ends import Listening, Reaching
    from facilitator.storage.panel_keys import ListensAt, PanelKeys, Reaches

USERS_BEFOREHAND = 64
"""So many may be invited while a device listens: it knows beforehand who may connect."""


def ways(keys: "PanelKeys", device: str, invited: int = 0, removed: "Set[str]" = frozenset()) -> list[Transport]:
    """Return the ways of a panel's device to the others.

    If it listens, so many were `invited` already; those of the invites with the ids `removed` can't connect any more.
    """
    found: list[Transport] = [FolderTransport(keys.place, device)] if keys.folder else []
    end: Listening | Reaching
    if keys.listens is not None:
        end = listening(keys.listens, invited, removed)
    elif keys.reaches is not None:
        end = reaching(keys.reaches)
    else:
        return found
    return [live_way(end, keys.panel, device), *found]


def live_way(end: "Listening | Reaching", panel: str, device: str) -> Transport:
    """Return the way of a device that listens, or reaches the one that does; what that takes is loaded for it only."""
    from facilitator.sharing.transports.zenoh.live import ZenohTransport

    return ZenohTransport(end, panel, device)


def listening(at: "ListensAt", invited: int, removed: "Set[str]" = frozenset()) -> "Listening":
    """Return the end of a device that listens, for so many invites and those to come, but those that are `removed`."""
    from facilitator.sharing.transports.zenoh.ends import Listening, User

    known = live_access.users(at.secret, invited + USERS_BEFOREHAND)
    return Listening(
        place=at.place,
        hosts=tuple(dict.fromkeys(host_of(address) for address in (*at.addresses, at.place))),
        authority=live_access.authority(at.secret),
        users=tuple(User(name, password) for name, password in known.items() if name not in removed),
    )


def reaching(at: "Reaches") -> "Reaching":
    """Return the end of a device that reaches the one that listens."""
    from facilitator.sharing.transports.zenoh.ends import Reaching, User

    return Reaching(at.addresses, at.authority, User(at.user, at.password))


def host_of(address: str) -> str:
    """Return the host of an address, HOST:PORT."""
    host = address.rpartition(":")[0].removeprefix("[").removesuffix("]")
    return str(ip_address(host)) if _is_ip(host) else host


def _is_ip(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
