"""A panel of several devices whose commands come in packets: each has keys, a journal in memory, and clocks."""

from collections.abc import Iterable
from hashlib import sha256
from itertools import count
from typing import Literal

from msgspec.structs import replace

from facilitator.clock import SimulatedClock
from facilitator.conducting.conductor import Conductor
from facilitator.conducting.hosting import admit, hosted
from facilitator.conducting.sealing.keyring import Keyring
from facilitator.conducting.sealing.own_notes import OwnNotes
from facilitator.conducting.sealing.signing import Checker, Signer
from facilitator.domain.facts.kinds.panel import Role
from facilitator.domain.facts.kinds.session import SessionOpened
from facilitator.domain.facts.packet import Kept, Packet
from facilitator.domain.plan.agenda import Agenda
from facilitator.storage.journal import EventLog, MemoryJournal
from tests.conducting.panels import PLAN
from tests.domain.interviews import TEN

PANEL = "0123456789abcdef0123456789abcdef"
SECRET = bytes(range(64))
KEY = Keyring(PANEL, (SECRET,))


def secret(name: str) -> bytes:
    """The private key of the device with this name."""
    return sha256(name.encode()).digest()


class PackedDevice:
    """A device of the panel with all that makes it one."""

    def __init__(
        self, panel: "PackedPanel", name: str, seat: str, log: EventLog, conductor: Conductor, clock: SimulatedClock
    ) -> None:
        self.panel, self.name, self.seat, self.log, self.conductor = panel, name, seat, log, conductor
        self.clock = clock
        self.signer = Signer(secret(name), PANEL, conductor.packets)
        self.own = panel.own(name) or OwnNotes()

    @property
    def device(self) -> str:
        return self.signer.device

    @property
    def session(self):
        return self.conductor.session

    @property
    def packets(self) -> tuple[Packet, ...]:
        return tuple(self.conductor.packets)

    def type(self, line: str) -> Packet:
        """Type a line; return the packet of it."""
        self.conductor.submit(line)
        return self.packets[-1]

    def notes(self) -> dict[str, str]:
        return {note.called: note.text for note in self.session.notes.values()}

    def start_again(self) -> None:
        """What starting the program again does."""
        signer = Signer(secret(self.name), PANEL, [one for one in self.log.kept if isinstance(one, Packet)])
        self.conductor = Conductor.resume(
            self.log,
            self.clock,
            signer.device,
            self.panel.new_id,
            seat=self.seat,
            signer=signer,
            own=self.panel.own(self.name),
        )


class PackedPanel:
    """`ann`, who leads and hosts, and whoever joins."""

    def __init__(
        self, plan: Agenda = PLAN, before: str = "", keeps_notes: bool = False, notes: Literal["shared"] | None = None
    ) -> None:
        """Open an interview on a single device and, after the lines of `before`, make it a panel.

        If it `keeps_notes`, they are their authors' alone until the cards are open, unless the agenda says otherwise.
        """
        self.keeps_notes = keeps_notes
        plan = replace(plan, notes=notes) if notes is not None else plan
        numbers = count()
        self.new_id = lambda: f"r{next(numbers)}"
        clock, log = SimulatedClock(TEN, "ann"), MemoryJournal()
        alone = Conductor.open(log, "s", SessionOpened(agenda=plan), clock, "laptop", self.new_id)
        for line in before.splitlines():
            alone.submit(line)
        self.clock = clock
        conductor = hosted(log, Signer(secret("ann"), PANEL), clock, self.new_id)
        self.host = PackedDevice(self, "ann", "ann", log, conductor, clock)
        self.devices = [self.host]
        if keeps_notes:
            self.host.start_again()

    def own(self, name: str) -> OwnNotes | None:
        """What the device with this name keeps to itself."""
        return OwnNotes(Signer(secret(name), PANEL).device, secret(f"{name}'s notes")) if self.keeps_notes else None

    def checker(self) -> Checker:
        """A checker that knows the host only."""
        return Checker(PANEL, "s", self.host.signer.public_key)

    def join(self, name: str, role: Role = Role.PANELIST, by: PackedDevice | None = None) -> PackedDevice:
        """Admit the device of a panelist, by default of the host, and give it all that there is."""
        by = by or self.host
        signer = Signer(secret(name), PANEL)
        seat = name.partition("-")[0]
        admit(by.conductor, signer.device, seat, role, signer.public_key)
        log: list[Kept] = [*by.packets]
        clock = SimulatedClock(self.clock.read().wall_ms, name)
        kept = MemoryJournal(log)
        at = by.conductor.now()
        own = self.own(name)
        conductor = Conductor.resume(kept, clock, signer.device, self.new_id, seat=seat, at=at, signer=signer, own=own)
        device = PackedDevice(self, name, seat, kept, conductor, clock)
        self.devices.append(device)
        return device

    def exchange(self) -> None:
        """Give everybody what the others have."""
        for device in self.devices:
            for other in self.devices:
                device.conductor.receive(other.packets)
        assert len({tuple(sorted(ids(device.packets))) for device in self.devices}) == 1


def ids(packets: Iterable[Packet]) -> list[str]:
    return [packet.id for packet in packets]
