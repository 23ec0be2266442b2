"""A panel's live way on this computer alone: one that listens at a free port, and others that connect."""

import os
import socket
from contextlib import AsyncExitStack
from itertools import count

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from facilitator.sharing.transports.zenoh.ends import Listening, Reaching, Room, User
from facilitator.sharing.transports.zenoh.live import ZenohTransport
from tests.sharing.transports.contract import Listener

PANEL = "ab" * 16
HERE = "127.0.0.1"


def free_port() -> int:
    with socket.socket() as asking:
        asking.bind((HERE, 0))
        return int(asking.getsockname()[1])


class LivePanel:
    """The ends of a panel at `port`. With the same `secret`, another process has the same."""

    def __init__(self, port: int = 0, panel: str = PANEL, secret: bytes = b"") -> None:
        self.port, self.panel = port or free_port(), panel
        self.secret = secret or os.urandom(32)
        self.key = Ed25519PrivateKey.from_private_bytes(self.secret)
        self.removed: list[User] = []
        self.users = [User(f"user{number}", f"password{number}") for number in range(16)]
        self._numbers = count(1 + os.getpid() * 1000)

    @property
    def address(self) -> str:
        return f"{HERE}:{self.port}"

    @property
    def authority(self) -> bytes:
        return self.key.public_key().public_bytes_raw()

    def listening(self) -> Listening:
        return Listening(self.address, (HERE,), self.key.private_bytes_raw(), (self.room,))

    @property
    def room(self) -> Room:
        return Room(self.panel, tuple(self.users), tuple(self.removed))

    def reaching(self, user: User | None = None) -> Reaching:
        return Reaching((self.address,), self.authority, user or self.users[0])

    def host(self) -> ZenohTransport:
        return ZenohTransport(self.listening(), self.panel, f"{0:016x}")

    def guest(self, user: User | None = None) -> ZenohTransport:
        return ZenohTransport(self.reaching(user), self.panel, f"{next(self._numbers):016x}")


class Opened:
    """Opens ends, and closes them when the test ends."""

    def __init__(self) -> None:
        self.panel = LivePanel()
        self._stack = AsyncExitStack()

    async def __call__(self, way: ZenohTransport, listener: Listener | None = None) -> ZenohTransport:
        self._stack.push_async_callback(way.close)
        await way.open((listener or Listener()).ears)
        return way

    async def __aenter__(self) -> "Opened":
        return self

    async def __aexit__(self, *error: object) -> None:
        await self._stack.aclose()
