"""The conductor: the one who writes. A line of text becomes facts that are kept, and a new state.

Decide, hand to the keeper, apply, tell the listeners; and tell them again if it is on disk only later. Nobody waits
for a slow disk to see what was done, and nobody is told that something is kept before it is. It knows where events
are kept and what time it is, and nothing of who listens.
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
“Keeping …” doesn't flash by with every note. What isn't on disk by then is told later."""

NewId = Callable[[], str]

RESTARTED = "The device was restarted: time since then is from the wall clock."
ANOTHER_DEVICE = "Continued on another device: the time in between is from the wall clock."


def random_id() -> str:
    """64 random bits: unique among all events of all sessions, for any practical purpose."""
    return os.urandom(8).hex()  # `secrets` would load OpenSSL for the same


class Conductor:
    """Runs one session. Made by `open` or `resume`.

    When a call returns, everything is on disk or known not to be; after `keep_in_background`, perhaps only later.
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
        """Open a new session on an empty log. Raises `JournalError` when the opening can't be kept."""
        reading = clock.read()
        at = reading.wall_ms
        author = Author(opening.agenda.lead.id, device)
        facts: tuple[AnyFact, ...] = (opening, ClockAnchored(reading=reading, reason=""))
        events = _enveloped(facts, session, Stamp(0, 0, author), author, at, at, new_id)
        log.append(events)
        return cls(log, read(events), Anchor(at, reading), clock, device, new_id)

    @classmethod
    def resume(cls, log: EventLog, clock: Clock, device: str, new_id: NewId = random_id) -> "Conductor":
        """Go on with the session in `log`, the clock where it would be.

        Raises ValueError when the log opens no session, `JournalError` when it can't be written.
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
        """All events, in order, kept or not."""
        return tuple(self._history.events)

    @property
    def unkept(self) -> frozenset[str]:
        """The ids of the events that are not on disk: being written, or in memory only."""
        return frozenset(event.id for event in self._keeper.unkept)

    @property
    def is_keeping(self) -> bool:
        """Whether something has been recorded of which the disk has not answered yet."""
        return self._keeper.is_busy

    @property
    def trouble(self) -> str:
        """Why the last facts could not be kept, for a person; empty if they were.

        They are in memory then, are tried again with every command, and can be saved elsewhere.
        """
        return self._keeper.trouble

    def now(self) -> int:
        """The instant on the session's timeline; never before an instant that the journal has seen."""
        return max(self._anchor.instant(self._clock.read()), self._anchor.at)

    def listen(self, listener: Callable[[], None]) -> None:
        """Call `listener` after each change of the session, of what is on disk and of `trouble`."""
        self._listeners.append(listener)

    def keep_in_background(self) -> None:
        """From now on write in a thread of its own, so that nobody waits for a disk longer than `LONGEST_WAIT_SECONDS`.

        When it has answered, listeners are told in the event loop in which it was recorded; without a loop they aren't.
        """
        self._keeper.start()

    def submit(self, line: str, by: str | None = None, typed_at: int | None = None) -> Submission:
        """Do what `line` says, as typed by the panelist `by` (the lead), begun at `typed_at` (now).

        It is done when this returns, and kept as the submission says. Raises Refusal, and then nothing has changed.
        """
        author = by or self.session.lead.id
        return self.carry_out(decide(line, self.session, self.now(), author, typed_at), author)

    def situation(self, by: str | None = None) -> Situation:
        """What a decision that isn't a line of text needs to know; `by` is who takes it (the lead)."""
        now = self.now()
        return Situation(self.session, now, by or self.session.lead.id, now)

    def carry_out(self, decision: Decision, by: str | None = None) -> Submission:
        """Record the facts of a decision, taken by the panelist `by` (the lead)."""
        at = decision.at if decision.at is not None else self.now()
        return self._record(decision.facts, by or self.session.lead.id, at, decision.said)

    def advance_due(self) -> Submission | None:
        """Go on where a segment ends by itself and its time is up, as of the instant at which it was, however late.

        To be asked with every tick. A segment that was entered at that very instant is not left again: so what
        was taken back stays taken back, and who comes back to a segment that has no time left can stay.
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
        """Record it when the wall clock was set since the last look. Elapsed time doesn't change by it.

        To be asked with every tick.
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
        """Write the whole session to a new journal at `path`. Raises `JournalError`."""
        with Journal.create(path) as journal:
            journal.append(self.events)

    def close(self) -> None:
        """Wait for the disk, try once more to keep what could not be kept, and let the journal go."""
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
    """What ties the timeline to this device's clocks: its own anchor while that holds, else the latest of all."""
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
