"""The conductor, the only one who writes: it turns a line of text into facts that are kept, and a new state.

It decides, hands the facts to the keeper, applies them and tells the listeners; it tells them again when a slow disk
has answered. So nobody waits for the disk to see what was done, and nothing is called kept before it is. The conductor
knows where events are kept and what time it is, but not who listens.
"""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from facilitator.clock import Clock
from facilitator.conducting.keeper import Keeper
from facilitator.conducting.reading import read
from facilitator.conducting.submission import Submission
from facilitator.domain.facts.event import Author, Event, Stamp
from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.running import ClockAnchored
from facilitator.domain.facts.kinds.session import SessionOpened
from facilitator.domain.facts.timeline import Anchor, Reading
from facilitator.domain.language.decision import Decision, Situation
from facilitator.domain.language.decisions import decide
from facilitator.domain.session.history import History
from facilitator.domain.session.state import Session
from facilitator.domain.text.durations import length_text
from facilitator.domain.time.alerts import due_to_advance_at
from facilitator.storage.journal import EventLog, Journal

LONGEST_WAIT_SECONDS = 0.01
"""How long a line waits for the disk: less than a frame of the screen, and longer than most disks take, so that
“Keeping …” doesn't flash by with every note. If the disk takes longer, its answer is told later."""

NewId = Callable[[], str]

RESTARTED = "The device was restarted: time since then is from the wall clock."
ANOTHER_DEVICE = "Continued on another device: the time in between is from the wall clock."


def random_id() -> str:
    """Return 64 random bits in hex: for any practical purpose unique among the events of all sessions."""
    return os.urandom(8).hex()  # `secrets` would load OpenSSL for the same


class Conductor:
    """Runs one session. Use `open` or `resume` to get one.

    When a call returns, everything is on disk or known not to be; after `keep_in_background` that may come later.
    """

    def __init__(
        self, log: EventLog, history: History, anchor: Anchor, clock: Clock, device: str, new_id: NewId
    ) -> None:
        self._keeper = Keeper(log)
        self._history = history
        self._anchor = anchor
        self._clock = clock
        self._device = device
        self._new_id = new_id
        self._listeners: list[Callable[[], None]] = []

    @classmethod
    def open(
        cls,
        log: EventLog,
        session: str,
        opening: SessionOpened,
        clock: Clock,
        device: str,
        new_id: NewId = random_id,
    ) -> "Conductor":
        """Open a new session on an empty log. If the opening can't be kept it is `trouble`, like anything else."""
        reading = clock.read()
        at = reading.wall_ms
        author = Author(opening.agenda.lead.id, device)
        facts: tuple[AnyFact, ...] = (opening, ClockAnchored(reading=reading, reason=""))
        events = _enveloped(facts, session, Stamp(0, 0, author), author, at, at, new_id)
        conductor = cls(log, read(events), Anchor(at, reading), clock, device, new_id)
        conductor._keeper.keep(events)
        return conductor

    @classmethod
    def resume(cls, log: EventLog, clock: Clock, device: str, new_id: NewId = random_id) -> "Conductor":
        """Continue the session in `log`, with its clock where it would be by now.

        Raises ValueError if the log opens no session.
        """
        history = read(log.events)
        reading = clock.read()
        anchor = _anchor(history, device, reading)
        conductor = cls(log, history, anchor, clock, device, new_id)
        if not anchor.holds_for(reading):
            conductor._reanchor(reading, RESTARTED if device in history.session.anchors else ANOTHER_DEVICE)
        return conductor

    @property
    def session(self) -> Session:
        return self._history.session

    @property
    def events(self) -> tuple[Event, ...]:
        """All events in order, kept or not."""
        return tuple(self._history.events)

    @property
    def unkept(self) -> frozenset[str]:
        """The ids of the events that are not on disk: being written, or in memory only."""
        return frozenset(event.id for event in self._keeper.unkept)

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
        """Return the instant on the session's timeline (ms), never one before the anchor that the journal holds."""
        return max(self._anchor.instant(self._clock.read()), self._anchor.at)

    def listen(self, listener: Callable[[], None]) -> None:
        """Call `listener` after each change of the session, of what is on disk, or of `trouble`."""
        self._listeners.append(listener)

    def keep_in_background(self) -> None:
        """Write in a separate thread from now on, so that nobody waits longer than `LONGEST_WAIT_SECONDS` for the disk.

        Listeners are told of its answer in the event loop in which the facts were recorded; without one they aren't.
        """
        self._keeper.start()

    def submit(self, line: str, by: str | None = None, typed_at: int | None = None) -> Submission:
        """Carry out `line`, typed by the panelist `by` (by default the lead) and begun at `typed_at` (by default now).

        It is done when this returns; the submission says whether it is kept. Raises Refusal if nothing was changed.
        """
        author = by or self.session.lead.id
        return self.carry_out(decide(line, self.session, self.now(), author, typed_at), author)

    def situation(self, by: str | None = None) -> Situation:
        """Return what a decision of the panelist `by` (by default the lead) needs to know, for one that isn't typed."""
        now = self.now()
        return Situation(self.session, now, by or self.session.lead.id, now)

    def carry_out(self, decision: Decision, by: str | None = None) -> Submission:
        """Record the facts of a decision made by the panelist `by` (by default the lead)."""
        at = decision.at if decision.at is not None else self.now()
        return self._record(decision.facts, by or self.session.lead.id, at, decision.said)

    def advance_due(self) -> Submission | None:
        """Leave a segment that ends by itself once its time is up, as of the instant when it was, however late.

        Call it with every tick; it returns None if nothing was due. If a segment was ever entered at that very instant,
        nothing happens: what was taken back stays taken back, and whoever returns to a segment without time can stay.
        """
        done = None
        now, lead = self.now(), self.session.lead.id
        while (due_at := due_to_advance_at(self.session, now)) is not None and due_at <= now:
            if self._history.has_started_segment_at(due_at):
                break
            decision = decide("/next", self.session, due_at, lead)
            done = self._record(decision.facts, lead, due_at, decision.said)
        return done

    def watch_clocks(self) -> None:
        """Record it if the wall clock was set since the last call. That doesn't change the elapsed time.

        Call it with every tick.
        """
        reading = self._clock.read()
        if not self._anchor.holds_for(reading):
            self._reanchor(reading, RESTARTED)
            return
        step = self._anchor.wall_step(reading)
        if step:
            way = "forward" if step > 0 else "back"
            self._reanchor(reading, f"The wall clock was set {length_text(round(step / 1000))} {way}.")

    def save_elsewhere(self, path: Path) -> None:
        """Write the whole session to a new journal at `path`. Raises JournalError."""
        with Journal.create(path) as journal:
            journal.append(self.events)

    def close(self) -> None:
        """Wait for the disk, try once more to keep what couldn't be kept, and close the journal."""
        self._keeper.close()

    def _reanchor(self, reading: Reading, reason: str) -> None:
        at = max(self._anchor.instant(reading), self._history.events[-1].stamp.ms)
        self._anchor = Anchor(at, reading)
        self._record((ClockAnchored(reading=reading, reason=reason),), self.session.lead.id, at)

    def _record(self, facts: Sequence[AnyFact], author: str, at: int, said: str = "") -> Submission:
        """Hand the facts to the keeper, apply them while it writes, and tell the listeners."""
        stamp = self._history.events[-1].stamp
        who = Author(author, self._device)
        events = _enveloped(facts, self.session.id, stamp, who, self.now(), at, self._new_id)
        number = self._keeper.keep(events)
        for event in events:
            self._history = self._history.with_event(event)
        self._keeper.wait(number, LONGEST_WAIT_SECONDS)
        submission = Submission(said, self._keeper, number)
        if self._listeners and not submission.is_settled:
            with suppress(RuntimeError):  # there is no event loop to tell them in
                submission.when_settled(self._tell)
        self._tell()
        return submission

    def _tell(self) -> None:
        for listener in self._listeners:
            listener()


def _anchor(history: History, device: str, reading: Reading) -> Anchor:
    """Return what ties the timeline to this device's clocks: its own anchor while that holds, else the latest."""
    anchors = history.session.anchors
    own = anchors.get(device)
    if own is not None and own.holds_for(reading):
        return own
    return max(anchors.values(), key=lambda anchor: anchor.at, default=Anchor(history.events[-1].at, reading))


def _enveloped(
    facts: Sequence[AnyFact], session: str, last: Stamp, author: Author, now: int, at: int, new_id: NewId
) -> tuple[Event, ...]:
    events: list[Event] = []
    stamp = last
    for fact in facts:
        stamp = stamp.next(now, author)
        event_id = new_id()
        group = events[0].group if events else event_id
        events.append(Event(id=event_id, session=session, stamp=stamp, at=at, group=group, fact=fact))
    return tuple(events)
