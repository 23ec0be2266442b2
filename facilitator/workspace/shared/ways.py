"""The ways from this device to the others of a panel, as its keys tell: a folder, a connection, or both."""

import asyncio
from contextlib import suppress
from ipaddress import ip_address
from typing import TYPE_CHECKING

from facilitator.conducting.sealing import live_access
from facilitator.files.durable import StorageError
from facilitator.sharing.transports.folder import FolderTransport
from facilitator.sharing.transports.transport import Transport
from facilitator.storage.invites import Invites

if TYPE_CHECKING:
    from collections.abc import Callable, Set

    from facilitator.domain.session.state import Session
    from facilitator.sharing.transports.zenoh.ends import Listening, Reaching
    from facilitator.sharing.transports.zenoh.live import ZenohTransport
    from facilitator.storage.home import Home
    from facilitator.storage.panel_keys import ListensAt, PanelKeys, Reaches

USERS_BEFOREHAND = 64
"""So many may be invited while a device listens: it knows beforehand who may connect."""


class Ways:
    """The ways of a panel's device to the others; `session` returns how the session stands, `home` has its invites."""

    def __init__(self, home: "Home", keys: "PanelKeys", device: str, session: "Callable[[], Session]") -> None:
        self._home = home
        self._keys = keys
        self._device = device
        self._session = session
        self._listener: ZenohTransport | None = None
        self._renewing: set[asyncio.Task[None]] = set()
        self._gone = len(session().removed_devices)

    def make(self) -> list[Transport]:
        """Return the ways, none of them open."""
        keys = self._keys
        found: list[Transport] = [FolderTransport(keys.place, self._device)] if keys.folder else []
        if keys.listens is not None:
            self._listener = live_way(self._end(keys.listens), keys.panel, self._device)
            return [self._listener, *found]
        return [way_out(keys.reaches, keys.panel, self._device), *found] if keys.reaches else found

    def look_who_left(self, do: "Callable[[Callable[[], object]], object]") -> None:
        """Shut out who was removed since; `do` does something in the event loop of the ways."""
        gone, self._gone = self._gone, len(self._session().removed_devices)
        if gone != self._gone:
            do(self.shut_out)

    def shut_out(self) -> None:
        """Let nobody connect any more who was removed; in the event loop of the ways."""
        if self._listener is not None and self._keys.listens is not None:
            end, leaving = self._end(self._keys.listens), self._session().removed_devices
            renewing = asyncio.ensure_future(self._listener.renew(end, leaving))
            self._renewing.add(renewing)
            renewing.add_done_callback(self._renewing.discard)

    def _end(self, at: "ListensAt") -> "Listening":
        session, invited = self._session(), 0
        with suppress(StorageError):
            invited = Invites(self._home, session.id).count()
        removed = {session.devices[device].invite for device in session.removed_devices}
        return listening(at, self._keys.panel, invited, removed)


def live_way(end: "Listening | Reaching", room: str, device: str) -> "ZenohTransport":
    """Return the way of a device that listens, or reaches what does; what that takes is loaded for it only."""
    from facilitator.sharing.transports.zenoh.live import ZenohTransport

    return ZenohTransport(end, room, device)


def way_out(at: "Reaches", panel: str, device: str) -> "ZenohTransport":
    """Return the way of a device that reaches the panel's host, or the room that the panel has on a router."""
    return live_way(reaching(at), at.room or panel, device)


def listening(at: "ListensAt", panel: str, invited: int, removed: "Set[str]" = frozenset()) -> "Listening":
    """Return the end of a device that listens, for so many invites and those to come. Who was `removed` may ask why."""
    from facilitator.sharing.transports.zenoh.ends import Listening, Room, User

    known = live_access.users(at.secret, invited + USERS_BEFOREHAND)
    users = tuple(User(name, password) for name, password in known.items() if name not in removed)
    gone = tuple(User(name, password) for name, password in known.items() if name in removed)
    return Listening(
        place=at.place,
        hosts=tuple(dict.fromkeys(host_of(address) for address in (*at.addresses, at.place))),
        authority=live_access.authority(at.secret),
        rooms=(Room(panel, users, gone),),
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
