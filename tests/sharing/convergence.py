"""Random histories of a panel: whatever happens to its devices and between them, everybody ends with one state.

Two to twelve people, sometimes two devices of one; partitions, packets that are lost, late, doubled, cut and out of
order; devices that are wiped, restored from a backup, removed, restarted; wall clocks that are an hour off; people who
write what they have no right to. In half of them notes and ratings are sealed until the end. In memory, with the
conductors and replicas of the program: all that goes between two is frames and whispers. `make converge` goes on where
it was stopped, `python -m tests.sharing.converging` is it.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from hashlib import sha256
from itertools import count
from random import Random

from facilitator.clock import SimulatedClock
from facilitator.conducting.conductor import Conductor
from facilitator.conducting.hosting import admit, hosted
from facilitator.conducting.sealing.group_key import CannotOpen
from facilitator.conducting.sealing.keyring import Keyring
from facilitator.conducting.sealing.leaving.removal import with_last_packets
from facilitator.conducting.sealing.own_notes import OwnNotes
from facilitator.conducting.sealing.signing import Checker, Refused, Signer
from facilitator.domain.facts.event import Author, Event
from facilitator.domain.facts.identity import event_id
from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.notes import NoteEdited, NoteErased, NotesOpened, NoteStruck, NoteTaken
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
from facilitator.domain.facts.packet import Kept, Packet
from facilitator.domain.language.decision import Decision, Refusal
from facilitator.domain.plan.agenda import Panelist
from facilitator.domain.session.fold import revoked_groups
from facilitator.domain.session.history import History
from facilitator.domain.session.privacy.erasures import completed, not_named_yet, note_of
from facilitator.domain.session.rights import RIGHTS, Right
from facilitator.sharing.replica import Replica
from facilitator.storage.journal import MemoryJournal
from tests.domain.interviews import TEN, agenda, ask, part

ACTIONS = 90
MOST_ROUNDS, MOST_QUIET_ROUNDS = 10, 3
"""So many rounds of whispers are enough for all to keep the same, and so many in a row in which nobody records more."""
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

CUT = {"another key sealed it", "it was changed", "a newer version sealed it"}
"""Why what was cut on its way is refused."""
PANEL = "0123456789abcdef0123456789abcdef"


class OpenedOnce(Keyring):
    """A key that opens each frame once: it is the same for all replicas, and they are all in one process here."""

    def __init__(self, panel: str) -> None:
        super().__init__(panel, (bytes(range(64)),))
        self._opened_once: dict[bytes, Packet | str] = {}

    def packet(self, frame: bytes) -> Packet:
        if frame not in self._opened_once:
            try:
                self._opened_once[frame] = super().packet(frame)
            except CannotOpen as why:
                self._opened_once[frame] = str(why)
        found = self._opened_once[frame]
        if isinstance(found, str):
            raise CannotOpen(found)
        return found


class CheckedOnce(Checker):
    """A checker that checks each packet once for all replicas."""

    found: dict[tuple[str, bytes], str]

    def check(self, packet: Packet) -> None:
        name = packet.id, packet.signature
        if name not in self.found:
            try:
                super().check(packet)
                self.found[name] = ""
            except Refused as why:
                self.found[name] = str(why)
        if self.found[name]:
            raise Refused(self.found[name])


class Device:
    def __init__(self, net: "Net", name: str, seat: str, role: Role, kept: Sequence[Kept], wall_offset_ms: int) -> None:
        self.net, self.name, self.seat, self.role = net, name, seat, role
        self.secret = sha256(f"{net.seed}-{name}".encode()).digest()
        self.note_key = sha256(f"{net.seed}-{name}'s notes".encode()).digest() if net.is_private else b""
        self.id = Signer(self.secret, PANEL).device
        self.log = MemoryJournal(kept)
        self.clock = SimulatedClock(net.now + wall_offset_ms, name)
        self.conductor: Conductor
        self.replica: Replica
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
    def packets(self) -> set[str]:
        return {packet.id for packet in self.conductor.packets}

    @property
    def owns(self) -> bool:
        return self.session.clock_owner == self.seat

    def signer(self) -> Signer:
        return Signer(self.secret, PANEL, (one for one in self.log.kept if isinstance(one, Packet)))

    def start(self, at: int | None = None) -> None:
        """Start the program, or start it again."""
        self._signer, self.own = self.signer(), OwnNotes(self.id, self.note_key)
        self.conductor = Conductor.resume(
            self.log, self.clock, self.id, self.net.new_id, seat=self.seat, at=at, signer=self._signer, own=self.own
        )
        self.conductor.complete = lambda facts: completed(facts, self.conductor.history, self.seat)
        self.begin()

    def begin(self) -> None:
        self.replica = Replica(self.conductor, self.id, self.net.checker(), self.net.key)
        self.replica.newly_kept()

    def act(self, do: Callable[[], object]) -> None:
        """Do something and send what was kept of it."""
        try:
            do()
        except Refusal:
            return
        frames = self.replica.newly_kept()
        for packet in self.conductor.packets[len(self.conductor.packets) - len(frames) :]:
            for event in packet.events:
                note = self.session.notes.get(event.id)
                if note is not None:
                    self.called[note.id] = note.label
        self.net.send(self, frames)

    def take(self, frames: Sequence[bytes]) -> None:
        self.replica.take(frames)
        self.replica.newly_kept()
        self.name_the_rest()

    def name_the_rest(self) -> None:
        """Name what is known here of notes that were erased where it wasn't."""
        if self.conductor.history.erasures is not None:
            for more in not_named_yet(self.conductor.history, self.seat):
                self.act(partial(self.conductor.carry_out, Decision((more,))))

    def record(self, *facts: AnyFact, at: int | None = None) -> None:
        """Record facts whether there is a right to them or not."""

        def do() -> None:
            stamp, author = self.conductor.events[-1].stamp, Author(self.seat, self.id)
            events: list[Event] = []
            for fact in facts:
                stamp = stamp.next(self.conductor.now(), author)
                name = event_id(stamp)
                group = events[0].group if events else name
                now = at or self.conductor.now()
                events.append(Event(id=name, session="s", stamp=stamp, at=now, group=group, fact=fact))
            self.conductor.receive([self._signer.packed(events)])

        self.act(do)


class Net:
    """What is between the devices, and the true time."""

    def __init__(self, random: Random, seed: int, is_private: bool) -> None:
        self.random, self.seed, self.is_private = random, seed, is_private
        self.outsider = OwnNotes()
        self.now = TEN
        self.devices: list[Device] = []
        self.side: dict[str, int] = {}
        self.flying: list[tuple[int, str, bytes]] = []
        self.key = OpenedOnce(PANEL)
        self.host_key = b""
        self.found: dict[tuple[str, bytes], str] = {}
        numbers = count()
        self.new_id = lambda: f"{random.getrandbits(32):08x}{next(numbers):08x}"

    def checker(self) -> Checker:
        checker = CheckedOnce(PANEL, "s", self.host_key)
        checker.found = self.found
        return checker

    def pass_time(self, ms: int) -> None:
        self.now += ms
        for device in self.devices:
            device.clock.advance(ms / 1000)

    def reach(self, one: Device, other: Device) -> bool:
        return self.side.get(one.name, 0) == self.side.get(other.name, 0)

    def send(self, sender: Device, frames: Sequence[bytes]) -> None:
        for frame in frames:
            for other in self.devices:
                if other is not sender and self.reach(sender, other):
                    for _ in range(self.random.choice((0, 1, 1, 1, 2))):
                        delay = self.random.choice((1, 50, 400, 5000, 60_000))
                        self.flying.append((self.now + delay, other.name, frame))
            if self.random.random() < 0.02:
                cut = frame[: self.random.randrange(len(frame))]
                self.flying.append((self.now, self.random.choice(self.devices).name, cut))

    def deliver(self) -> None:
        due = [flight for flight in self.flying if flight[0] <= self.now]
        self.flying = [flight for flight in self.flying if flight[0] > self.now]
        self.random.shuffle(due)
        for device in self.devices:
            device.take([frame for _, name, frame in due if name == device.name])

    def gossip(self, one: Device, other: Device) -> None:
        """Whisper until two keep the same, as after every reconnection; whispers may get lost."""
        said = [(one, "heads", one.replica.heads()), (other, "heads", other.replica.heads())]
        while said:
            by, kind, whisper = said.pop(0)
            listener = other if by is one else one
            reply = listener.replica.hear(kind, whisper)
            if reply.kind:
                said.append((listener, reply.kind, reply.whisper))
            by.take(reply.frames)


class Walk:
    """One history."""

    def __init__(self, seed: int, actions: int = ACTIONS) -> None:
        self.random = random = Random(seed)
        self.net = Net(random, seed, random.random() < 0.5)
        self.actions = actions
        self.people = min(random.randint(2, 12), random.randint(2, 12))
        self.plan = PLANS[self.people]
        self.skew = 50 if random.random() < 0.7 else 3_600_000
        self.numbers = count()
        self.backups: dict[str, tuple[Kept, ...]] = {}
        self.found: Counter[str] = Counter()
        self._host()
        for panelist in self.plan.panel[1:]:
            self._admit(self.host, panelist.id)
        if random.random() < 0.4:
            self._admit(self.host, NAMES[0])
        if random.random() < 0.2:
            self._admit(self.host, "", Role.OBSERVER)

    def go(self) -> Counter[str]:
        """Play it, heal everything, and check what must hold; then open what is sealed."""
        for _ in range(self.actions):
            self._step()
        self._heal()
        if self.net.is_private:
            self._check_own()
            self._open()
            self._heal()
        self._check()
        return self.found

    def _host(self) -> None:
        self.host = host = Device(self.net, "d00", NAMES[0], Role.PANELIST, (), 0)
        alone = Conductor.open(host.log, "s", SessionOpened(agenda=self.plan), host.clock, "laptop", self.net.new_id)
        if self.random.random() < 0.5:
            alone.submit("a note before there was a panel")
        self.net.host_key = Signer(host.secret, PANEL).public_key
        hosted(host.log, host.signer(), host.clock, self.net.new_id)
        host.start()
        self.net.devices.append(host)
        if self.random.random() < 0.8:
            host.act(lambda: host.conductor.submit("/start"))

    def _admit(self, by: Device, seat: str, role: Role | None = None) -> None:
        shadows = {panelist.id for panelist in self.plan.panel if panelist.shadow}
        role = role or (Role.SHADOW if seat in shadows else Role.PANELIST)
        offset = self.random.randint(-self.skew, self.skew)
        device = Device(self.net, f"d{next(self.numbers) + 1:02}", seat, role, (), offset)
        public_key = Signer(device.secret, PANEL).public_key
        by.act(lambda: admit(by.conductor, device.id, seat, role, public_key))
        if device.id not in by.session.devices:  # another has the clock by now
            return
        device.log.append(by.conductor.packets)
        device.told_the_future, device.by = by.told_the_future, by
        known = len(device.log.kept)
        device.start(at=by.conductor.now())
        self.net.devices.append(device)
        anchored = [one for one in device.log.kept[known:] if isinstance(one, Packet)]
        self.net.send(device, [self.net.key.frame(packet) for packet in anchored])

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
            self.backups[device.name] = device.log.kept
        elif roll < 0.16 and device.name in self.backups:
            device.log, device.counts_well = MemoryJournal(self.backups[device.name]), False
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
            facts = with_last_packets([DeviceRemoved(device=gone.id)], device.conductor.packets)
            device.act(lambda: device.conductor.carry_out(Decision(facts)))
            gone.counts_well = False  # what it wrote may be set aside for a while, until its removal is
            self.found["removed"] += 1

    def _intrude(self, device: Device) -> None:
        """Record what a program that keeps the rules would have refused."""
        random, session = self.random, device.session
        notes = [*session.notes, "nothing"]
        groups = [event.group for event in device.conductor.events if not isinstance(event.fact, ClockAnchored)]
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
                (self._erasure(device),),
                (Revoked(group=random.choice(groups)),),
                (Revoked(group="nothing"),),
                (ClockHandedOver(to=other),),
                (ClockTaken(),),
                (DeviceAdmitted(device=f"x{random.randint(0, 9)}", seat=other),),
            )
        )
        at = random.choice((None, TEN, self.net.now + 500_000))
        device.counts_well &= not any(isinstance(fact, (NoteTaken, DeviceAdmitted)) for fact in facts)
        device.told_the_future |= at is not None and at > TEN
        device.record(*facts, at=at)

    def _erasure(self, device: Device) -> NoteErased:
        """Return an erasure that names anything at all, or all that there is of a note, whoever took it."""
        note = self.random.choice([*device.session.notes, "nothing"])
        packets = list(device.conductor.packets)
        named = [packet.id for packet in packets if any(note in (event.id, note_of(event)) for event in packet.events)]
        named = named if self.random.random() < 0.7 else [self.random.choice(packets).id]
        return NoteErased(note=note, label="a1", packets=tuple(named))

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
            *(f"/erase {number}", f"/erase {random.choice('abcd')}{number}", "/erase undone"),
            *(f"/strike {number}", f"/edit {number} better {word}", f"/file {number} q{question}", f"/show {number}"),
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
        """Let all come together: each whispers with one of them, again while there is anything new there.

        What the lead hears last may make them erase more, and that its author the rest of a note: two rounds each.
        """
        net = self.net
        net.side = {}
        net.pass_time(100_000)
        net.deliver()
        kept = set[str]().union(*(device.packets for device in net.devices))
        some = self.random.choice(net.devices)
        quiet, last = 0, len(kept)
        for _ in range(MOST_ROUNDS):
            for device in net.devices:
                net.gossip(some, device)
            if all(device.replica.keeps() == some.replica.keeps() for device in net.devices):
                break
            known = len(set[str]().union(*(device.packets for device in net.devices)))
            quiet, last = quiet + 1 if known == last else 0, known
            assert quiet < MOST_QUIET_ROUNDS, "it doesn't come together"
        else:
            raise AssertionError("somebody always has more to say")
        assert kept <= some.packets, "a packet is lost"
        self.packets = list(some.conductor.packets)
        self.events = list(self.host.conductor.events)

    def _check_own(self) -> None:
        """As long as it is sealed, all keep the same; each reads what is open to everybody and their own."""
        for device in self.net.devices:
            assert device.conductor.events == self.host.conductor.events, "an event is lost or doubled"
            alone = History.of(self.packets, device.own)
            assert alone.session == device.session, "one by one differs from all at once, before the opening"
            foreign = {one.panelist for one in device.session.sealed.values() if one.device == device.id}
            assert not foreign, "somebody can't read their own"
        self.found["sealed"] += len(History.of(self.packets, self.net.outsider).session.sealed)

    def _open(self) -> None:
        """Let everybody open theirs, in any order, some of them while they are cut off."""
        devices = list(self.net.devices)
        self.random.shuffle(devices)
        self.net.side = {each.name: self.random.randint(0, 1) for each in devices}
        for device in devices:
            device.record(NotesOpened(key=device.own.own_key))

    def _check(self) -> None:
        net, first = self.net, self.net.devices[0]
        session, aside = first.session, first.conductor.history.aside
        place = History.of(self.packets, net.outsider).judgement.place
        assert place is not None
        for device in net.devices:
            assert device.conductor.events == first.conductor.events, "an event is lost or doubled"
            assert device.session == session, "two devices differ"
            assert device.conductor.history.aside == aside, "two devices set different things aside"
            assert not (device.replica.refused.keys() - CUT), "a packet was refused"
            if device.id in place.devices and not device.told_the_future:
                assert device.conductor.now() == net.now, "the clock of one differs"
        assert History.of(self.packets, net.outsider).session == session, "one by one differs from all at once"
        self._check_arrival()
        self._check_rights()
        self._check_notes()
        self._check_erased()
        for earlier, later in zip(session.visits, session.visits[1:], strict=False):
            assert earlier.segment != later.segment, "a visit twice"
        self.found.update(
            packets=len(self.packets), aside=len(aside), devices=len(net.devices), visits=len(session.visits)
        )
        self.found["refused"] += sum(sum(device.replica.refused.values()) for device in net.devices)

    def _check_arrival(self) -> None:
        """Whatever the order of arrival, also with the opening last, in bits of any size."""
        shuffled = list(self.packets)
        self.random.shuffle(shuffled)
        history = History.of((), self.net.outsider)
        while shuffled:
            some = self.random.choice((1, 1, 5, 50))
            history = history.with_events(shuffled[:some])
            del shuffled[:some]
        history = history.with_events(self.packets)  # once more: who erased something may turn out to have no right
        assert tuple(history.events) == tuple(self.events)
        assert history.session == self.host.session, "the order of arrival matters"
        assert history.judgement == History.of(self.packets, self.net.outsider).judgement

    def _check_rights(self) -> None:
        """A slow and simple model of the first rule: only its owner runs the clock."""
        aside = {wrong.event.order for wrong in self.host.conductor.history.aside}
        owner, is_panel = NAMES[0], False
        for event in self.events:
            if event.order in aside:
                continue
            fact, who = event.fact, event.author.panelist
            if isinstance(fact, DeviceAdmitted):
                is_panel = True
            if RIGHTS[type(fact)] is Right.CLOCK and is_panel:
                assert who == owner, "somebody else ran the clock"
            if isinstance(fact, ClockHandedOver):
                owner = fact.to
            elif isinstance(fact, ClockTaken):
                owner = who
        assert self.host.session.clock_owner == owner

    def _check_notes(self) -> None:
        session = self.host.session
        aside = {wrong.event.order for wrong in self.host.conductor.history.aside}
        standing = [event for event in self.host.conductor.history.readable if event.order not in aside]
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

    def _check_erased(self) -> None:
        """What was erased is on no device, and all that may go has gone; nobody erased another's note but the lead."""
        erasures = self.host.conductor.history.erasures
        if erasures is None:
            return
        for device in self.net.devices:
            for one in device.log.kept:
                assert erasures.left_of(one) is one, "what was erased is there"
            if device.id in device.session.devices.keys() - device.session.removed_devices:
                assert not not_named_yet(device.conductor.history, device.seat), "something of an erased note is left"
        for said in erasures.said:
            fact, by = said.fact, said.author.panelist
            assert isinstance(fact, NoteErased)
            for packet in self.packets:
                if packet.id in fact.packets and not packet.events:
                    assert by in (NAMES[0], erasures.seats.get(packet.device)), "somebody erased another's note"
        self.found["erased"] += len(self.host.session.erased)
