"""A company's standing router: the devices of several panels reach each other through it, whoever's are there.

It has no session of its own and none of the panels' keys: what goes through it is sealed, and nothing of it is kept.
Each panel has a room there, as one user; the rules of the rooms keep the panels apart.
"""

from collections.abc import Callable
from contextlib import suppress
from threading import Event
from typing import TYPE_CHECKING

from msgspec.structs import replace

from facilitator.conducting.sealing.live_access import public_key_of
from facilitator.conducting.sealing.router_pass import RouterPass
from facilitator.domain.text.plain_text import one_line
from facilitator.files.durable import StorageError
from facilitator.sharing.transports.transport import TransportDown
from facilitator.sharing.transports.zenoh.ends import Listening, Room, User
from facilitator.storage.routing.router_keys import RouterKeys, RouterKeysFile
from facilitator.workspace.errors import WrongRequest
from facilitator.workspace.shared.share import Port, check_live
from facilitator.workspace.shared.ways import host_of

if TYPE_CHECKING:
    from facilitator.workspace.workspace import Workspace

MOST_PANELS = 500
LONGEST_PANEL_NAME = 80
LOOKED_SECONDS = 1.0
"""So soon a router that runs sees who may use it now, and who may no longer."""

Tell = Callable[[str, tuple[str, ...]], object]
"""Is told what is wrong, if anything, and for which panels the router is there."""


class Router:
    """The router whose keys are in the data folder of `workspace`."""

    def __init__(self, workspace: "Workspace") -> None:
        self._file = RouterKeysFile(workspace.home.router)

    def port(self) -> Port | None:
        """Return where the router is; None if it has never been anywhere. Raises StorageError."""
        keys = self._file.load()
        return Port(keys.place, keys.addresses) if keys.addresses else None

    def move_to(self, port: Port) -> None:
        """Let the router be at this port from now on. Raises StorageError."""
        with self._file.alone():
            self._file.save(replace(self._file.load(), place=port.place, addresses=port.addresses))

    def let_in(self, panel: str) -> RouterPass:
        """Let a panel use the router; return its pass. Raises WrongRequest, StorageError."""
        name = one_line(panel)[:LONGEST_PANEL_NAME]
        with self._file.alone():
            keys = _placed(self._file.load())
            if not name or name in keys.panels:
                raise WrongRequest(f"There already is a panel “{name}”." if name else "What is the panel called?")
            if len(keys.panels) >= MOST_PANELS:
                raise WrongRequest(f"More than {MOST_PANELS} panels can't use one router. Remove those that are over.")
            free = next(room for room in keys.rooms if not room.panel)
            taken = replace(free, panel=name)
            self._file.save(replace(keys, rooms=tuple(taken if room is free else room for room in keys.rooms)))
        return RouterPass(
            addresses=keys.addresses,
            authority=public_key_of(keys.authority),
            room=taken.room,
            password=bytes.fromhex(taken.password),
        )

    def shut_out(self, panel: str) -> None:
        """Let a panel use the router no longer. Raises WrongRequest if it doesn't; StorageError."""
        with self._file.alone():
            keys, name = self._file.load(), one_line(panel)
            if name not in keys.panels:
                there = ", ".join(keys.panels) or "none"
                raise WrongRequest(f"There is no panel “{name}”. Those that use the router: {there}.")
            self._file.save(replace(keys, rooms=tuple(room for room in keys.rooms if room.panel != name)))

    def pass_on(self, tell: Tell, ends: Event) -> None:
        """Pass on what the panels send until it `ends`. Raises WrongRequest if nothing can listen; StorageError."""
        check_live()
        keys = _placed(self._file.load())
        try:
            serving = _Serving(keys)
        except TransportDown as why:
            raise WrongRequest(str(why)) from None
        told: tuple[str, tuple[str, ...]] | None = None
        try:
            while True:
                if (now := (serving.trouble, keys.panels)) != told:
                    tell(*now)
                    told = now
                if ends.wait(LOOKED_SECONDS):
                    return
                with suppress(StorageError):  # those who are let in stay so meanwhile
                    keys = self._file.load()
                serving.go_on_with(keys)
        finally:
            serving.close()


class _Serving:
    """A router's session, anew whenever others may enter than when it began. Raises TransportDown if it can't begin."""

    def __init__(self, keys: RouterKeys) -> None:
        self.trouble = ""
        self._serve(keys)

    def go_on_with(self, keys: RouterKeys) -> None:
        """Serve those who have rooms now; who may still come back does by themselves."""
        if self.trouble or not _serves(self._served, keys):
            self.close()
            try:
                self._serve(keys)
                self.trouble = ""
            except TransportDown as why:
                self.trouble = str(why)

    def close(self) -> None:
        if not self._session.is_closed():
            self._session.close()

    def _serve(self, keys: RouterKeys) -> None:
        from facilitator.sharing.transports.zenoh.zenoh_session import opened_session

        self._session, self._served = opened_session(end_of(keys)), keys


def end_of(keys: RouterKeys) -> Listening:
    """Return the end that a router is: with a room, and one user of the same name, for each panel."""
    rooms = tuple(Room(room.room, (User(room.room, room.password),)) for room in keys.rooms)
    hosts = tuple(dict.fromkeys(host_of(address) for address in (*keys.addresses, keys.place)))
    return Listening(place=keys.place, hosts=hosts, authority=keys.authority, rooms=rooms)


def _serves(served: RouterKeys, keys: RouterKeys) -> bool:
    """Return whether a router with the keys `served` lets in all that it should, and nobody else."""
    there, wanted = {room.room for room in served.rooms}, {room.room for room in keys.rooms}
    return there <= wanted and all(room.room in there for room in keys.rooms if room.panel)


def _placed(keys: RouterKeys) -> RouterKeys:
    if not keys.addresses:
        raise WrongRequest("The router has never run, so nobody knows yet where it is. Start it first.")
    return keys
