"""A panel whose host lets others in, through a folder or by another way, and devices that ask."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from facilitator.clock import SimulatedClock
from facilitator.conducting.sealing.invite import Invite, new_invite
from facilitator.conducting.sealing.signing import Signer
from facilitator.conducting.sealing.welcome import Guest
from facilitator.domain.facts.kinds.panel import Role
from facilitator.sharing.admitting import Admitting, AsInviter, KnownInvite
from facilitator.sharing.joining import Joined, Joining
from facilitator.sharing.replica import Replica
from facilitator.sharing.syncing.syncing import Syncing
from facilitator.sharing.transports.folder import FolderTransport
from facilitator.sharing.transports.transport import Transport
from tests.conducting.packed_panels import KEY, PANEL, PackedPanel, secret

SHORTLY = 100
ASKED_EVERY_SECONDS = 0.02
HOUR_MS = 3_600_000


class Open:
    """A panel that can be joined: `told` is what its host was told, `answered` how often it answered."""

    def __init__(self, folder: Path, make: Callable[[str], Transport] | None = None) -> None:
        self.panel = PackedPanel()
        self._way = make or (lambda device: FolderTransport(folder, device, 0.005))
        self.told: list[str] = []
        self.answered = 0
        self.invites: dict[str, KnownInvite] = {}
        host = self.panel.host
        inviter = AsInviter(secret("ann"), host.signer.public_key, host.signer.public_key, KEY, self.invites.get)
        self.admitting = Admitting(
            host.conductor, inviter, self.panel.clock, lambda deed: deed(), self._say, self.told.append
        )
        self.replica = Replica(host.conductor, host.device, self.panel.checker(), KEY)
        hear, asked = self.admitting.hear, self.admitting.asked
        self.syncing = Syncing(self.replica, [self._way(host.device)], SHORTLY, hear=hear, asked=asked)

    def invite(self, seat: str = "bo", hours: int = 24) -> Invite:
        made = new_invite(PANEL, self.panel.host.signer.public_key, hours)
        until = self.panel.clock.read().wall_ms + hours * HOUR_MS
        self.invites[made.id] = KnownInvite(made, seat, Role.PANELIST, until)
        return made

    async def joined(
        self, invite: Invite, name: str = "bo", waits: Callable[[str], object] = lambda why: None
    ) -> Joined:
        """Ask as the device of this name."""
        guest, clock = Guest(secret(name), secret(f"{name}'s box")), SimulatedClock(self.panel.clock.read().wall_ms)
        device = Signer(secret(name), PANEL).device
        joining = Joining(invite, guest, self._way(device), clock, waits)
        async with asyncio.timeout(60):
            return await joining.joined(ASKED_EVERY_SECONDS)

    async def __aenter__(self) -> "Open":
        await self.syncing.open()
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.syncing.close()

    def _say(self, kind: str, data: bytes) -> None:
        self.answered += 1
        self.syncing.whisper(kind, data)
