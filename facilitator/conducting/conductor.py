"""The conductor, the only one who writes: it turns a line of text into facts that are kept, and a new state.

It decides, hands the facts to the keeper, applies them and tells the listeners; it tells them again when a slow disk
has answered. So nobody waits for the disk to see what was done, and nothing is called kept before it is. The conductor
knows where events are kept and what time it is, but not who listens.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from facilitator.clock import Clock
from facilitator.conducting.keeper import Keeper
from facilitator.conducting.reading import last_known, own_anchor, read
from facilitator.conducting.session_clock import SessionClock, tie_for, why_anew
from facilitator.conducting.stamping import NewId, Stamper, random_id
from facilitator.conducting.submission import Listeners, Submission
from facilitator.domain.facts.event import Author, Event, Stamp
from facilitator.domain.facts.identity import automatic_id
from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.running import ClockAnchored
from facilitator.domain.facts.kinds.session import SessionOpened
from facilitator.domain.facts.packet import Kept, Packet, events_in
from facilitator.domain.facts.timeline import RECORDED_FROM_MS, Anchor, Reading, Tie, TimeTold
from facilitator.domain.language.decision import Backstage, Decision, Situation
from facilitator.domain.language.decisions import decide, decide_automatic_advance
from facilitator.domain.language.objections import check_bounds, check_rights, without_effect
from facilitator.domain.session.history import History
from facilitator.domain.session.state import Session
from facilitator.domain.time.alerts import due_to_advance_at
from facilitator.storage.journal import EventLog

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.conducting.sealing.own_notes import OwnNotes
    from facilitator.conducting.sealing.signing import Signer

LONGEST_WAIT_SECONDS = 0.01
"""How long a line waits for the disk: less than a frame of the screen, and longer than most disks take, so that
“Keeping …” doesn't flash by with every note. If the disk takes longer, its answer is told later."""


class Conductor:
    """Runs one session. Use `open` or `resume` to get one.

    When a call returns, everything is on disk or known not to be; after `keep_in_background` that may come later.

    On a panel of several devices, each has a conductor with a `seat`, the panelist who is the author of whatever is
    recorded there, and a `signer`, who makes packets of it; what the others recorded comes in by `receive`.
    """

    def __init__(self, log: EventLog, history: History, clock: SessionClock, stamper: Stamper) -> None:
        self._keeper = Keeper(log)
        self._history = history
        self.clock, self.backstage, self._stamper = clock, Backstage(), stamper
        self._listeners = Listeners()
        self._writer = ""
        self.complete: Callable[[Sequence[AnyFact]], Sequence[AnyFact]] = tuple  # a removal takes more than who goes
        self.seen: Callable[[Session], Session] = lambda session: session  # whoever only looks on sees less of it
        self.may_forget: Callable[[], bool] = lambda: True  # a hold keeps what was erased
        self.keeps_erased = False  # that it does so
        self.copied: tuple[Path | None, frozenset[str]] = (None, frozenset())  # where all was saved, what that was

    @classmethod
    def open(
        cls,
        log: EventLog,
        session: str,
        opening: SessionOpened,
        clock: Clock,
        device: str,
        new_id: NewId = random_id,
        seat: str | None = None,
    ) -> "Conductor":
        """Open a new session on an empty log. If the opening can't be kept it is `trouble`, like anything else."""
        reading = clock.read()
        stamper = Stamper(device, new_id, seat)
        author = seat if seat is not None else opening.agenda.lead.id
        facts: tuple[AnyFact, ...] = (opening, ClockAnchored(reading=reading, reason=""))
        events = stamper.events(facts, session, Stamp(0, 0, Author(author, device)), author, reading.wall_ms)
        conductor = cls(log, read(events), SessionClock(clock, Tie(Anchor(reading.wall_ms, reading))), stamper)
        conductor._keeper.keep(events)
        return conductor

    @classmethod
    def resume(
        cls,
        log: EventLog,
        clock: Clock,
        device: str,
        new_id: NewId = random_id,
        seat: str | None = None,
        at: int | None = None,
        signer: "Signer | None" = None,
        bound_ms: int = 0,
        own: "OwnNotes | None" = None,
        history: History | None = None,
    ) -> "Conductor":
        """Continue the session in `log`, with its clock where it would be by now; `history`, if it was read already.

        Who has joined a panel is told that it is `at` there, give or take `bound_ms`. ValueError if nothing opens it.
        """
        history, reading = history or read(log.kept, own), clock.read()
        tie = tie_for(history, device, reading, at, bound_ms)
        conductor = cls(log, history, SessionClock(clock, tie), Stamper(device, new_id, seat, signer, own))
        if (reason := why_anew(history, device, reading, at)) is not None:
            conductor._reanchor(reading, reason)
        return conductor

    @property
    def session(self) -> Session:
        return self.seen(self._history.session)

    @property
    def writer(self) -> str:
        """Whose a line is that names nobody: the panelist's whom `/as` named, while they are there, else one's own."""
        if not self._writer or all(panelist.id != self._writer for panelist in self.session.plan.present):
            return self._author(None)
        return self._writer

    @property
    def history(self) -> History:
        """All that is known, kept or not: with what can be read here, and what was set aside on a panel."""
        return self._history

    @property
    def events(self) -> tuple[Event, ...]:
        """All events in order, kept or not, as they were recorded."""
        return tuple(self._history.events)

    @property
    def unkept(self) -> frozenset[str]:
        """The ids of the events that are not on disk: being written, or in memory only."""
        return frozenset(event.id for event in events_in(self._keeper.unkept))

    @property
    def packets(self) -> Sequence[Packet]:
        """The packets of a panel that are on disk here, those of others included."""
        packets, unkept = self._history.packets.values(), self._keeper.unkept
        return packets.first(len(packets) - sum(isinstance(one, Packet) for one in unkept)) if unkept else packets

    @property
    def is_keeping(self) -> bool:
        """Whether the disk has yet to answer for something that was recorded."""
        return self._keeper.is_busy

    @property
    def trouble(self) -> str:
        """Why the last facts could not be kept, for a person; empty if they were.

        If they couldn't, they are in memory, are tried again with every command, and can be saved elsewhere.
        """
        return self._keeper.trouble

    def now(self) -> int:
        """Return the instant on the session's timeline (ms)."""
        return self.clock.now()

    def listen(self, listener: Callable[[], None]) -> None:
        """Call `listener` after each change of the session, of what is on disk, or of `trouble`."""
        self._listeners.add(listener)

    def listen_to_disk(self, listener: Callable[[], None]) -> None:
        """Call `listener` whenever the disk has answered, in the thread that asked it; it must not block."""
        self._keeper.listen(listener)

    def keep_in_background(self) -> None:
        """Write in a separate thread from now on, so that nobody waits longer than `LONGEST_WAIT_SECONDS` for the disk.

        Listeners are told of its answer in the event loop in which the facts were recorded; without one they aren't.
        """
        self._keeper.start()

    def submit(self, line: str, by: str | None = None, typed_at: int | None = None) -> Submission:
        """Carry out `line`, typed by the panelist `by` and begun at `typed_at` (by default now).

        By default the lead types it, for the `writer`. It is done when this returns; the submission says whether it is
        kept. Raises Refusal if nothing was changed, and for an effect, which needs somebody to see it.
        """
        return self.carry_out(without_effect(self.decide(line, by, typed_at)), by)

    def decide(self, line: str, by: str | None = None, typed_at: int | None = None) -> Decision:
        """Return what `submit` would carry out. Raises Refusal."""
        recorder, writer, heard = self._author(by), by or self.writer, self.backstage.heard
        return decide(
            line, self.session, self.now(), writer, typed_at, recorder=recorder, device=self._device, heard=heard
        )

    def situation(self, by: str | None = None) -> Situation:
        """Return what a decision of the panelist `by` (by default the lead) needs to know, for one that isn't typed."""
        now = self.now()
        return Situation(self.session, now, self._author(by), now, device=self._device)

    def carry_out(self, decision: Decision, by: str | None = None, name: str = "") -> Submission:
        """Record the facts of a decision made by the panelist `by` (by default the lead).

        `name` is the name of the line that it comes from (see `DraftKeeper`). Raises Refusal if they have no right to
        it on a panel, if it could not be read again, or if others should be told and can't be.
        """
        author, facts = self._author(by), self.complete(decision.facts)
        check_rights(facts, Author(author, self._device), self._history)
        check_bounds(facts)
        if decision.tells is not None:
            self.backstage.tell(decision.tells)
        self._writer = decision.writer or self._writer
        return self._record(facts, author, self.now() if decision.at is None else decision.at, decision.said, name=name)

    def receive(self, arrived: Iterable[Kept]) -> Submission | None:
        """Take in what other devices have recorded, in any order; it is kept and applied like one's own.

        Packets have been checked. What is known already, or of another session, is passed over; None if that is all.
        """
        own = (one for one in arrived if all(event.session == self.session.id for event in events_in((one,))))
        if not (new := self._history.unknown(own)):
            return None
        self._stamper.go_on_behind(new)
        return self._listeners.told(Submission("", self._keeper, self._take(new)))

    def advance_due(self) -> Submission | None:
        """Leave a segment that ends by itself once its time is up, as of the instant when it was, however late.

        Call it with every tick; it returns None if nothing was due. If a segment was ever entered at that very instant,
        nothing happens: what was taken back stays taken back, and whoever returns to a segment without time can stay.
        On a panel, only the devices of the clock's owner go on; they all make the same event of it.
        """
        now, owner, place, done = self.now(), self.session.clock_owner, self._history.judgement.place, None
        if place is not None and (self._device not in place.devices or self._stamper.seat != owner):
            return None
        while (due_at := due_to_advance_at(self.session, now)) is not None and due_at <= now:
            if self._history.has_started_segment_at(due_at):
                break
            name = automatic_id(self.session.visits[-1].id, due_at)
            decision = decide_automatic_advance(self.session, due_at)
            done = self._record(decision.facts, owner, due_at, decision.said, first_id=name)
        return done

    def watch_clocks(self) -> None:
        """Record it if the wall clock was set since the last call; the time goes on. Call it with every tick."""
        if reason := self.clock.disturbed(reading := self.clock.read()):
            self._reanchor(reading, reason)

    def agree(self, answers: Iterable[TimeTold]) -> str:
        """Go by the panel's time as others have told it, if that is better; return what there is to tell of it."""
        reading, recorded = self.clock.read(), own_anchor(self._history, self._device)
        at, said = self.clock.agree(reading, answers)
        if recorded is None or abs(at - recorded.instant(reading)) >= RECORDED_FROM_MS:
            self._record((ClockAnchored(reading=reading, reason=said),), self._author(None), at)
        return said

    def forget(self) -> int:
        """Take what was erased out of the log, unless it is under a hold; return the number of the write, 0 if none."""
        if (erasures := self._history.erasures) is None:
            return 0
        may_forget = self.may_forget()
        self.keeps_erased = not may_forget and erasures.take_any_of(self._keeper.everything)
        return self._keeper.keep((), erasures.left_of) if may_forget else 0

    def close(self) -> None:
        """Wait for the disk, try once more to keep what couldn't be kept, and close the journal."""
        self._keeper.close()

    def _reanchor(self, reading: Reading, reason: str) -> None:
        at = self.clock.move(reading, last_known(self._history, self._device))
        self._record((ClockAnchored(reading=reading, reason=reason),), self._author(None), at)

    @property
    def _device(self) -> str:
        return self._stamper.device

    def _author(self, by: str | None) -> str:
        """Return who records something: whoever has this seat; without one, the panelist `by` or else the lead."""
        return self._stamper.seat if self._stamper.seat is not None else by or self.session.lead.id

    def _record(
        self, facts: Sequence[AnyFact], author: str, at: int, said: str = "", first_id: str = "", name: str = ""
    ) -> Submission:
        """Hand the facts to the keeper, apply them while it writes, and tell the listeners."""
        stamp, now = self._history.events[-1].stamp, self.now()
        number = self._take(self._stamper.recorded(facts, self.session, stamp, author, now, at, first_id, name))
        self._keeper.wait(number, LONGEST_WAIT_SECONDS)
        return self._listeners.told(Submission(said, self._keeper, number))

    def _take(self, new: Sequence[Kept]) -> int:
        """Hand to the keeper what isn't erased, and apply it, meanwhile if it can; return the number of the write."""
        if self._history.erases_nothing_with(new):
            number = self._keeper.keep(new)
            self._history = self._history.with_events(new)
            return number
        before, history = self._history.erasures, self._history.with_events(new)
        number = self._keeper.keep(history.left_of(new))
        self._history = history
        return self.forget() or number if history.erasures != before else number
