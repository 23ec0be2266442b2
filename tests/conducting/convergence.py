"""Random histories of a panel: whatever happens to its devices and between them, everybody ends with one state.

Two to twelve people, sometimes two devices of one; partitions, packets that are lost, late, doubled and out of order;
devices that are wiped, restored from a backup, restarted; wall clocks that are an hour off; people who write what they
have no right to. In memory, event by event, with the conductors of the program.

    python -m tests.conducting.convergence COUNT [FIRST]     goes on where it was stopped, in `.convergence`
"""

import sys
import time
from collections import Counter
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from random import Random

from facilitator.clock import SimulatedClock
from facilitator.conducting.conductor import Conductor
from facilitator.domain.facts.event import Author, Event
from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.notes import NoteEdited, NoteStruck, NoteTaken
from facilitator.domain.facts.kinds.panel import ClockHandedOver, ClockTaken, DeviceAdmitted, DeviceRemoved, Role
from facilitator.domain.facts.kinds.ratings import CompetencyRated
from facilitator.domain.facts.kinds.running import (
    BoundaryMoved,
    ClockAnchored,
    InterviewEnded,
    SegmentStarted,
    TimeAdded,
)
from facilitator.domain.facts.kinds.session import Revoked, SessionOpened
from facilitator.domain.facts.packet import Kept, events_in
from facilitator.domain.language.decision import Decision, Refusal
from facilitator.domain.plan.agenda import Panelist
from facilitator.domain.session.fold import fold, revoked_groups
from facilitator.domain.session.history import History
from facilitator.domain.session.numbering import next_letter
from facilitator.domain.session.rights import RIGHTS, Right
from facilitator.storage.journal import MemoryJournal
from tests.domain.interviews import TEN, agenda, ask, part

ACTIONS = 90
NAMES = tuple(f"p{number:02}" for number in range(12))
PLANS = {
    people: agenda(
        part("One", "4m", ends="auto", questions=[ask("aims", owner="p01")]),
        part("Two", "5m", questions=[ask("slip", competency="craft"), ask("cost", must=True)]),
        part("Three", "6m", ends="auto", questions=[ask("map", each=True)]),
        part("Four", "5m", kind="candidate_questions"),
        part("Five", "3m"),
        panel=tuple(
            Panelist(id=name, name=name.upper(), lead=not place, shadow=place > 1 and place == people - 1)
            for place, name in enumerate(NAMES[:people])
        ),
    )
    for people in range(2, 13)
}

Packet = tuple[Event, ...]


class Log(MemoryJournal):
    """A journal that tells what was added last."""

    def __init__(self, events: Sequence[Event] = ()) -> None:
        super().__init__(events)
        self.added: list[Event] = []

    def append(self, kept: Sequence[Kept]) -> None:
        super().append(kept)
        self.added.extend(events_in(kept))


class Device:
    def __init__(self, net: "Net", name: str, seat: str, role: Role, log: Log, wall_offset_ms: int) -> None:
        self.net, self.name, self.seat, self.role, self.log = net, name, seat, role, log
        self.clock = SimulatedClock(net.now + wall_offset_ms, name)
        self.conductor: Conductor
        self.called: dict[str, str] = {}
        self.by = self
        self.counts_well = True
        """It was neither restored nor removed, numbers notes and letters devices, and adds nothing to a command."""
        self.told_the_future = False
        """Its program claimed that something happened later than now: then its clock, and that alone, is to blame."""

    @property
    def session(self):
        return self.conductor.session

    @property
    def owns(self) -> bool:
        return self.session.clock_owner == self.seat

    def start(self, at: int | None = None) -> None:
        self.conductor = Conductor.resume(self.log, self.clock, self.name, self.net.new_id, seat=self.seat, at=at)

    def act(self, do) -> None:
        """Do something and send what was recorded."""
        self.log.added.clear()
        try:
            do()
        except Refusal:
            return
        packet = tuple(self.log.added)
        if packet:
            for event in packet:
                note = self.session.notes.get(event.id)
                if note is not None:
                    self.called[note.id] = note.label
            self.net.send(self, packet)

    def record(self, *facts: AnyFact, at: int | None = None, group: str = "") -> None:
        """Record facts whether there is a right to them or not."""

        def do() -> None:
            stamp, author = self.conductor.events[-1].stamp, Author(self.seat, self.name)
            events: list[Event] = []
            for fact in facts:
                stamp = stamp.next(self.conductor.now(), author)
                name = self.net.new_id()
                within = group or (events[0].group if events else name)
                events.append(
                    Event(id=name, session="s", stamp=stamp, at=at or self.conductor.now(), group=within, fact=fact)
                )
            self.conductor.receive(events)

        self.act(do)


class Net:
    """What is between the devices, and the true time."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.now = TEN
        self.devices: list[Device] = []
        self.side: dict[str, int] = {}
        self.flying: list[tuple[int, str, Packet]] = []
        numbers = count()
        self.new_id = lambda: f"{random.getrandbits(32):08x}{next(numbers):08x}"

    def pass_time(self, ms: int) -> None:
        self.now += ms
        for device in self.devices:
            device.clock.advance(ms / 1000)

    def reach(self, one: Device, other: Device) -> bool:
        return self.side.get(one.name, 0) == self.side.get(other.name, 0)

    def send(self, sender: Device, packet: Packet) -> None:
        for other in self.devices:
            if other is not sender and self.reach(sender, other):
                for _ in range(self.random.choice((0, 1, 1, 1, 2))):
                    delay = self.random.choice((1, 50, 400, 5000, 60_000))
                    self.flying.append((self.now + delay, other.name, packet))

    def deliver(self) -> None:
        due = [flight for flight in self.flying if flight[0] <= self.now]
        self.flying = [flight for flight in self.flying if flight[0] > self.now]
        self.random.shuffle(due)
        by_name = {device.name: device for device in self.devices}
        for _, name, packet in due:
            if name in by_name:
                by_name[name].conductor.receive(packet)

    def gossip(self, one: Device, other: Device) -> None:
        """What one has and the other lacks, as after every reconnection."""
        one.conductor.receive(other.log.events)
        other.conductor.receive(one.log.events)


class Walk:
    """One history."""

    def __init__(self, seed: int) -> None:
        self.random = random = Random(seed)
        self.net = Net(random)
        self.people = random.randint(2, 12)
        self.plan = PLANS[self.people]
        self.skew = 50 if random.random() < 0.7 else 3_600_000
        self.numbers = count()
        self.backups: dict[str, tuple[Event, ...]] = {}
        self.found: Counter[str] = Counter()
        self._host()
        for panelist in self.plan.panel[1:]:
            self._admit(self.host, panelist.id)
        if random.random() < 0.4:
            self._admit(self.host, NAMES[0])
        if random.random() < 0.2:
            self._admit(self.host, "", Role.OBSERVER)

    def go(self) -> Counter[str]:
        """Play it, heal everything, and check what must hold."""
        for _ in range(ACTIONS):
            self._step()
        self._heal()
        self._check()
        return self.found

    def _host(self) -> None:
        self.host = Device(self.net, "d00", NAMES[0], Role.PANELIST, Log(), 0)
        opened = SessionOpened(agenda=self.plan)
        self.host.conductor = Conductor.open(
            self.host.log, "s", opened, self.host.clock, "d00", self.net.new_id, seat=NAMES[0]
        )
        self.net.devices.append(self.host)
        if self.random.random() < 0.5:
            self.host.conductor.submit("a note before there was a panel")
        admitted = DeviceAdmitted(device="d00", seat=NAMES[0], letter="a")
        self.host.act(lambda: self.host.conductor.carry_out(Decision((admitted,))))
        if self.random.random() < 0.8:
            self.host.act(lambda: self.host.conductor.submit("/start"))

    def _admit(self, by: Device, seat: str, role: Role | None = None) -> None:
        shadows = {panelist.id for panelist in self.plan.panel if panelist.shadow}
        role = role or (Role.SHADOW if seat in shadows else Role.PANELIST)
        name = f"d{next(self.numbers) + 1:02}"
        letter = next_letter(by.session, by.name)
        fact = DeviceAdmitted(device=name, seat=seat, role=role, letter=letter)
        by.act(lambda: by.conductor.carry_out(Decision((fact,))))
        device = Device(self.net, name, seat, role, Log(by.log.events), self.random.randint(-self.skew, self.skew))
        device.told_the_future, device.by = by.told_the_future, by
        device.start(at=by.conductor.now())
        self.net.send(device, device.log.events[-1:])
        self.net.devices.append(device)

    def _step(self) -> None:
        random, net = self.random, self.net
        net.pass_time(random.choice((3, 40, 400, 3000, 20_000, 90_000)))
        net.deliver()
        self._mishap(random.random())
        device = random.choice(net.devices)
        device.act(device.conductor.advance_due)
        self._act(device, random.random())
        if random.random() < 0.3:
            for each in net.devices:
                each.act(each.conductor.advance_due)

    def _mishap(self, roll: float) -> None:
        random, net = self.random, self.net
        device = random.choice(net.devices)
        if roll < 0.06:
            net.side = {each.name: random.randint(0, 2) for each in net.devices}
        elif roll < 0.10:
            net.side = {}
        elif roll < 0.12:
            self._wipe(device)
        elif roll < 0.14:
            self.backups[device.name] = device.log.events
        elif roll < 0.16 and device.name in self.backups:
            device.log, device.counts_well = Log(self.backups[device.name]), False
            device.start()
            self.found["restored"] += 1
        elif roll < 0.18:
            device.clock.reboot()
            device.act(device.conductor.watch_clocks)
        elif roll < 0.19:
            device.start()
        elif roll < 0.30:
            other = random.choice(net.devices)
            if net.reach(device, other):
                net.gossip(device, other)

    def _wipe(self, device: Device) -> None:
        """Lose a device with all that nobody else has; the person gets another."""
        owners = [each for each in self.net.devices if each.owns and each is not device and each.name != device.name]
        if owners and device is not self.host:
            self.net.devices.remove(device)
            self._admit(self.random.choice(owners), device.seat, device.role)
            self.found["wiped"] += 1

    def _act(self, device: Device, roll: float) -> None:
        random = self.random
        if roll < 0.03:
            device.act(lambda: device.conductor.submit(f"/clock {random.choice(NAMES[: self.people])}"))
        elif roll < 0.05:
            device.act(lambda: device.conductor.submit("/clock me"))
        elif roll < 0.06:
            self._remove(device)
        elif roll < 0.16:
            self._intrude(device)
        else:
            device.act(lambda: device.conductor.submit(self._line(device)))

    def _remove(self, device: Device) -> None:
        others = [each for each in self.net.devices if each.seat != device.seat and each is not self.host]
        if device.owns and others and self.random.random() < 0.3:
            gone = self.random.choice(others)
            device.act(lambda: device.conductor.carry_out(Decision((DeviceRemoved(device=gone.name),))))
            gone.counts_well = False  # what it wrote may be set aside for a while, until its removal is
            self.found["removed"] += 1

    def _intrude(self, device: Device) -> None:
        """Record what a program that keeps the rules would have refused."""
        random, session = self.random, device.session
        notes = [*session.notes, "nothing"]
        groups = [event.group for event in device.log.events if not isinstance(event.fact, ClockAnchored)]
        segments = [segment.id for segment in self.plan.segments]
        other = random.choice(NAMES[: self.people])
        facts: tuple[AnyFact, ...] = random.choice(
            (
                (SegmentStarted(segment=random.choice(segments)),),
                (TimeAdded(segment=random.choice(segments), seconds=60), NoteTaken(text="with it")),
                (NoteTaken(text="before it"), InterviewEnded())
                if random.random() < 0.1
                else (BoundaryMoved(start_at=0),),
                (CompetencyRated(competency="craft", panelist=other, rating=random.randint(1, 5)),),
                (NoteStruck(note=random.choice(notes)),),
                (NoteEdited(note=random.choice(notes), text="changed by somebody"),),
                (Revoked(group=random.choice(groups)),),
                (Revoked(group="nothing"),),
                (ClockHandedOver(to=other),),
                (ClockTaken(),),
                (DeviceAdmitted(device=f"x{random.randint(0, 9)}", seat=other),),
            )
        )
        at = random.choice((None, TEN, self.net.now + 500_000))
        group = random.choice(groups) if random.random() < 0.05 else ""
        device.counts_well &= not (group or any(isinstance(fact, (NoteTaken, DeviceAdmitted)) for fact in facts))
        device.told_the_future |= at is not None and at > TEN
        device.record(*facts, at=at, group=group)

    def _line(self, device: Device) -> str:
        random = self.random
        question, number = random.randint(1, 4), random.randint(1, 5)
        name, word = random.choice(NAMES[: self.people]), random.getrandbits(20)
        lines = [
            *(f"note {word} @q{question}", f"+ strong {word} #craft", f"- weak {word}", f"/cover {question}"),
            *(f"/ask {question}", f"/partly {question} by {name}", f"/drop {question} no time", f"/floor {name}"),
            *(f"/handoff {question} {name}", f"/rate craft {number} seen n{number}", "/recommend yes"),
            *(f"/them what {word}", f"/answered {number}", f"/owed {number} by {name}", "/undo", "/undo", "/redo"),
            *(f"/undo {number}", f"/edit t{number} better {word}", f"/strike t{number}", f"/question what {word}"),
            *(f"/author {number} {name}", f"{name}> said {word}", f"/as {name}"),
            *(f"/strike {number}", f"/edit {number} better {word}", f"/file {number} q{question}"),
        ]
        clock = [
            *("/start", "/start", "/next", "/next", "/next", "/back", f"/goto {number}", "/skip", "/pause", "/resume"),
            *("/add 2m", "/trim 1m", f"/length {number} 9m", f"/segment S{word} 5m", f"/move {number} after 1"),
            *(f"/absent {name}", f"/arrived {name}", f"/standin p00 for {name}", "/pause 1m ago", "/room none"),
            *("/late 20s", "/early 5s", "/undo"),
        ]
        if random.random() < 0.02:
            return "/end"
        return random.choice(clock if random.random() < (0.5 if device.owns else 0.04) else lines)

    def _heal(self) -> None:
        net = self.net
        net.side = {}
        net.pass_time(100_000)
        net.deliver()
        whole = {event.order: event for device in net.devices for event in device.log.events}
        self.events = [whole[order] for order in sorted(whole)]
        for device in net.devices:
            shuffled = list(self.events)
            self.random.shuffle(shuffled)
            device.conductor.receive(shuffled)

    def _check(self) -> None:
        net, first = self.net, self.net.devices[0]
        session, aside = first.session, first.conductor.aside
        place = History.of(self.events).judgement.place
        assert place is not None
        for device in net.devices:
            assert len(device.log.events) == len(self.events), "an event is lost or doubled"
            assert device.session == session, "two devices differ"
            assert device.conductor.aside == aside, "two devices set different things aside"
            if device.name in place.devices and not device.told_the_future:
                assert device.conductor.now() == net.now, "the clock of one differs"
        assert fold(self.events) == session, "one by one differs from all at once"
        self._check_arrival()
        self._check_rights()
        self._check_notes()
        for earlier, later in zip(session.visits, session.visits[1:], strict=False):
            assert earlier.segment != later.segment, "a visit twice"
        self.found.update(
            events=len(self.events), aside=len(aside), devices=len(net.devices), visits=len(session.visits)
        )

    def _check_arrival(self) -> None:
        """Whatever the order of arrival, also with the opening last, in bits of any size."""
        shuffled = list(self.events)
        self.random.shuffle(shuffled)
        history = History.of(())
        while shuffled:
            some = self.random.choice((1, 1, 5, 50))
            history = history.with_events(shuffled[:some])
            del shuffled[:some]
        assert tuple(history.events) == tuple(self.events)
        assert history.session == self.host.session, "the order of arrival matters"
        assert history.judgement == History.of(self.events).judgement

    def _check_rights(self) -> None:
        """A slow and simple model of the first rule: only its owner runs the clock."""
        aside = {wrong.event.order for wrong in self.host.conductor.aside}
        owner, hosted = NAMES[0], False
        for event in self.events:
            if event.order in aside:
                continue
            fact, who = event.fact, event.author.panelist
            if isinstance(fact, DeviceAdmitted):
                hosted = True
            if RIGHTS[type(fact)] is Right.CLOCK and hosted:
                assert who == owner, "somebody else ran the clock"
            if isinstance(fact, ClockHandedOver):
                owner = fact.to
            elif isinstance(fact, ClockTaken):
                owner = who
        assert self.host.session.clock_owner == owner

    def _check_notes(self) -> None:
        session = self.host.session
        aside = {wrong.event.order for wrong in self.host.conductor.aside}
        standing = [event for event in self.events if event.order not in aside]
        revoked = revoked_groups(standing)
        by = {
            event.fact.group: event.author.panelist
            for event in standing
            if isinstance(event.fact, Revoked) and event.group not in revoked
        }
        for event in standing:
            if not isinstance(event.fact, NoteTaken):
                continue
            if event.group in revoked:
                assert by[event.group] == event.author.panelist, "somebody else took a note back"
                self.found["notes taken back"] += 1
            else:
                assert event.id in session.notes or event.id in session.struck, "a note is gone"
        labels = [note.label for notes in (session.notes, session.struck) for note in notes.values()]
        assert len(labels) == len(set(labels)), "two notes are called the same"
        for device in self.net.devices:
            for note, label in device.called.items():
                if note in session.notes and device.counts_well and device.by.counts_well:
                    assert session.notes[note].label == label, "a label has moved"


def main() -> None:
    """Play histories, print what was found, and remember how far it went."""
    kept = Path(".convergence")
    wanted = int(sys.argv[1])
    seed = int(kept.read_text()) if kept.exists() else int(sys.argv[2]) if len(sys.argv) > 2 else 0
    found: Counter[str] = Counter()
    began, first = time.monotonic(), seed
    while seed < wanted:
        try:
            found.update(Walk(seed).go())
        except Exception as error:
            found["failures"] += 1
            print(f"seed {seed}: {error!r}", flush=True)
        seed += 1
        if seed % 500 == 0 or seed == wanted:
            kept.write_text(str(seed))
            print(f"{seed} histories, {time.monotonic() - began:.0f} s for {seed - first}: {dict(found)}", flush=True)


if __name__ == "__main__":
    main()
