"""A panel of several devices in memory: each has its own journal and clocks, and events go from one to the other."""

from itertools import count

from facilitator.clock import SimulatedClock
from facilitator.conducting.conductor import Conductor
from facilitator.domain.facts.event import Author, Event
from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.panel import DeviceAdmitted, Role
from facilitator.domain.facts.kinds.session import SessionOpened
from facilitator.domain.language.decision import Decision
from facilitator.domain.plan.agenda import Agenda
from facilitator.domain.session.numbering import next_letter
from facilitator.storage.journal import MemoryJournal
from tests.domain.interviews import TEN, agenda, ask, part

PLAN = agenda(
    part("Opening", "5m", questions=[ask("aims")]),
    part("Talk", "10m", ends="auto", questions=[ask("slip", competency="craft", owner="bo"), ask("cost")]),
    part("Work", "12m", questions=[ask("map")]),
    part("Closing", "4m"),
)


class Device:
    """A device of the panel. Its wall clock may be `ahead` of the right time, in seconds."""

    def __init__(self, name: str, seat: str, log: MemoryJournal, clock: SimulatedClock, conductor: Conductor) -> None:
        self.name, self.seat, self.log, self.clock, self.conductor = name, seat, log, clock, conductor

    @property
    def session(self):
        return self.conductor.session

    def type(self, line: str) -> str:
        return self.conductor.submit(line).said

    def stray(self, *facts: AnyFact, later_ms: int = 1, group: str = "") -> tuple[Event, ...]:
        """Record facts without asking whether they are in order, as a program could that doesn't keep the rules."""
        stamp, author = self.log.events[-1].stamp, Author(self.seat, self.name)
        events: list[Event] = []
        for fact in facts:
            stamp = stamp.next(stamp.ms + later_ms, author)
            name = f"{self.name}-{len(self.log.events) + len(events)}"
            within = group or (events[0].group if events else name)
            events.append(Event(id=name, session="s", stamp=stamp, at=self.conductor.now(), group=within, fact=fact))
        self.conductor.receive(events)
        return tuple(events)

    def start_again(self) -> "Device":
        """What starting the program again does, after a crash or a reboot."""
        self.conductor = Conductor.resume(self.log, self.clock, self.name, lambda: "again", seat=self.seat)
        return self

    def notes(self) -> dict[str, str]:
        """The text of each note by what it is called."""
        return {note.called: note.text for note in self.session.notes.values()}


class Panel:
    """The devices of an interview: `ann`, who leads and hosts, and whoever joins."""

    def __init__(self, plan: Agenda = PLAN, before: str = "") -> None:
        """Open an interview and, after the lines of `before`, make it a panel."""
        self.ids = (f"r{number}" for number in count())
        clock, log = SimulatedClock(TEN, "ann-1"), MemoryJournal()
        conductor = Conductor.open(
            log, "s", SessionOpened(agenda=plan), clock, "ann-1", lambda: next(self.ids), seat="ann"
        )
        self.host = Device("ann-1", "ann", log, clock, conductor)
        self.devices = [self.host]
        for line in before.splitlines():
            self.host.type(line)
        conductor.carry_out(Decision((DeviceAdmitted(device="ann-1", seat="ann", letter="a"),)))

    def join(self, seat: str, role: Role = Role.PANELIST, ahead: float = 0, by: Device | None = None) -> Device:
        """Admit another device, by default of the host, and give it all that there is."""
        by = by or self.host
        name = f"{seat or 'guest'}-{len(self.devices)}"
        letter = next_letter(by.session, by.name)
        by.conductor.carry_out(Decision((DeviceAdmitted(device=name, seat=seat, role=role, letter=letter),)))
        clock, log = SimulatedClock(self.host.clock.read().wall_ms + round(ahead * 1000), name), MemoryJournal()
        log.append(by.conductor.events)
        conductor = Conductor.resume(log, clock, name, lambda: next(self.ids), seat=seat, at=by.conductor.now())
        device = Device(name, seat, log, clock, conductor)
        self.devices.append(device)
        return device

    def wait(self, seconds: float) -> None:
        for device in self.devices:
            device.clock.advance(seconds)

    def exchange(self) -> None:
        """Give everybody what the others have."""
        for device in self.devices:
            for other in self.devices:
                device.conductor.receive(other.log.events)
        sessions = [device.session for device in self.devices]
        assert all(session == sessions[0] for session in sessions[1:]), "one set of events has one state"
