"""What a line does on the live screen: it goes to the conductor, and what came of it is shown.

It owns the session and the moment, and keeps what is being typed. Separate from `live_screen`, which turns keys and
clicks into lines, and from `live_panes`, which shows.
"""

from asyncio import to_thread
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from textual import on

from facilitator.conducting.conductor import Conductor
from facilitator.conducting.draft_keeper import DRAFT_SECONDS, Draft, DraftKeeper
from facilitator.conducting.rescue import save_elsewhere
from facilitator.domain.language.decision import Decision, Refusal
from facilitator.domain.language.reading_notes import typed_line
from facilitator.domain.language.wording import ended_segment
from facilitator.domain.session.state import Session
from facilitator.ui.live.interview_screen import InterviewScreen
from facilitator.ui.live.keys import displaced
from facilitator.ui.live.live_panes import LivePanes
from facilitator.ui.live.ticking import is_due, seconds_to_tick
from facilitator.ui.live.widgets.note_line import LOOKING_ON, OFF_THE_PANEL, PLACEHOLDERS, NoteLine
from facilitator.ui.toolkit.completions import Completions
from facilitator.ui.toolkit.effects import action_of

if TYPE_CHECKING:
    from facilitator.showing.completion import Completion
    from facilitator.ui.live.others_rows import OthersRows
    from facilitator.workspace.shared.shared_session import SharedSession


class Asked(NamedTuple):
    """A line that is asked about before it is carried out; `beside` is what stood in the note line then."""

    line: str
    typed_at: int | None
    beside: str


class LiveLines(LivePanes):
    """Runs one session: what is typed goes to the conductor as a line, and the result is shown.

    `shared` is its end of a panel of several devices, if it is on one.
    """

    shared: "SharedSession | None" = None

    def __init__(
        self, conductor: Conductor, draft: Draft, keymap: Mapping[str, str] | None = None, local_zone: str = ""
    ) -> None:
        super().__init__(conductor, keymap or {}, local_zone)
        self.asked: Asked | None = None
        self._drafts = DraftKeeper(draft, self._draft_failed)
        self._draft_waits = False
        self.panel: OthersRows | None = None
        self.debrief_waits = False

    def on_mount(self) -> None:
        self.note_line.take_up(self._drafts.load())
        self._save_draft()
        self.set_focus(self.note_line)
        self.note_line.remember([typed_line(note) for note in self.conductor.session.notes.values()[-50:]])
        self.set_reactive(InterviewScreen.now, self.conductor.now())
        self.conductor.listen(self.follow)
        self.follow()
        if said := displaced(self.keymap):
            self.notify("\n".join(said), severity="warning", timeout=5 * len(said), markup=False)
        if self.shared is not None:
            from facilitator.ui.live.others_rows import OthersRows

            self.panel = OthersRows(self.shared)
            self.query_one("#below").mount(self.panel, before="#keys")
            self.shared.doorstep.ring = lambda: self.call_later(self.take_in)
            self.call_later(self.take_in)
        self._wait_for_tick()

    async def on_unmount(self) -> None:
        if self.shared is not None:
            self.shared.doorstep.ring = lambda: None
        self._save_draft()
        await to_thread(self._drafts.close)

    # The session and the moment

    def follow(self) -> None:
        """Show what the conductor has now, and what the disk has answered."""
        if not self.is_running:  # what comes in while it is being left
            return
        self.set_reactive(InterviewScreen.now, self.conductor.now())  # what has just happened isn't ahead of the screen
        self.session = self.conductor.session
        self.show_kept()
        if not self.conductor.is_keeping:
            self._save_draft()

    def watch_session(self, old: Session | None, session: Session) -> None:
        here = self.conductor.situation()
        if here.device in session.removed_devices:
            self.note_line.hint(OFF_THE_PANEL)
            self.stream.nothing = self.labels.nothing_noted if session.looks_on else "No notes were taken."
        else:
            self.note_line.hint(PLACEHOLDERS if here.author else LOOKING_ON)
        self.show_all(session)
        if old is not None and old.ended_at is None and session.ended_at is not None:
            if self.others_act:  # whoever is typing goes on
                self.debrief_waits = True
                key = "Enter" if self.is_debrief_next else self.shown_keys.of_debrief()
                self.reply.tell(f"The interview has ended. {key} shows the debrief.")
            else:
                self.call_after_refresh(self.app.run_action, "finish")

    def take_in(self) -> None:
        """Take in what came next from other devices; it changes neither what is typed nor what is selected."""
        if self.shared is None:
            return
        self.others_act = True
        try:
            self.shared.doorstep.take_in()
        finally:
            self.others_act = False
        self.show_panel()

    def show_panel(self) -> None:
        """Show who else is there, if the session is shared, and tell what there is to tell."""
        if self.panel is not None:
            self.panel.show(self.conductor, tells=self.view is None)

    def watch_now(self) -> None:
        self.show_moment()

    def tick(self) -> None:
        """Bring everything up to date after a new second has begun."""
        self.show_kept()  # what could not be kept may be by now
        self.show_panel()
        self.conductor.watch_clocks()
        if (done := self.conductor.advance_due()) is not None:
            self.tell(done)
        before, self.now = self.now, self.conductor.now()
        if before // 10_000 != self.now // 10_000:
            self.show_questions()
        if not is_due(self.now):  # the device has slept
            self._ticking.stop()
            self._wait_for_tick()

    def _wait_for_tick(self) -> None:
        wait = seconds_to_tick(self.conductor.now())
        self._ticking = self.set_timer(wait, self._tick_from_now_on)

    def _tick_from_now_on(self) -> None:
        """Tick every second with a single timer: setting one takes a good part of a tick."""
        self._ticking = self.set_interval(1, self.tick)
        self.tick()

    # Lines

    def send(self, line: str, typed_at: int | None = None, sure: bool = False) -> bool:
        """Submit `line` and show the result; return True if it was carried out. Unless `sure`, ask first if need be."""
        self.asked = None
        self.now = self.conductor.now()
        name = self._drafts.name(line, *self.note_line.begun_texts) if typed_at is not None else ""
        try:
            decision = self.conductor.decide(line, typed_at=typed_at)
            if decision.doubt and not sure:
                self.asked = Asked(line, typed_at, self.note_line.text if typed_at is None else line)
                self.reply.tell(f"{decision.doubt}\nEnter {decision.sure}, Esc to go back.", "asked")
                return False
            before = self.conductor.session
            done = self.conductor.carry_out(decision, name=name)
        except Refusal as refusal:
            self.reply.tell(str(refusal), "refused")
            return False
        if typed_at is None:  # a key did it
            self.tell(done, self._way_back_from(decision, before))
        else:
            self._drafts.hand_in(line, name, done)
            self.tell(done)
        if action := action_of(decision):
            self.call_later(self.run_action, action)
        return True

    def _way_back_from(self, decision: Decision, before: Session) -> str:
        """Return how to undo what a key has done, or to bring back what it undid; empty if nothing was recorded."""
        if not decision.facts:
            return ""
        if len(self.conductor.session.undone) > len(before.undone):
            return f"{self.shown_keys.of_act('redo', self.stays)} brings it back."
        ended = ended_segment(before, self.conductor.session, self.now)
        return ", ".join(filter(None, (ended, f"{self.shown_keys.of_act('undo', self.stays)} undoes.")))

    def withdraw(self) -> None:
        """Do it anyway no more."""
        if self.asked is not None:
            self.asked = None
            self.reply.tell("")

    @property
    def is_asking(self) -> bool:
        """Whether Enter would do what a key has asked about: nothing was typed since, and it isn't the line itself."""
        asked, typed = self.asked, self.note_line.text
        return asked is not None and self.focused is not self.search and asked.line != typed == asked.beside

    @property
    def is_debrief_next(self) -> bool:
        """Whether Enter would show the debrief: somebody else has ended the interview, and nothing is being typed."""
        has_ended = self.debrief_waits and self.conductor.session.ended_at is not None
        return has_ended and not self.note_line.text and self.focused is not self.search

    @on(NoteLine.Submitted)
    def keep(self, event: NoteLine.Submitted) -> None:
        sure = self.asked is not None and self.asked.line == event.text
        if self.send(event.text, event.typed_at, sure):
            self.note_line.accept(event.text)
        else:
            self.note_line.put_back(event.text, event.typed_at)

    @on(NoteLine.Typed)
    def follow_typing(self, event: NoteLine.Typed) -> None:
        if self.shared is not None:
            self.shared.types(bool(event.text))
        if self.asked is not None and self.asked.beside not in (event.text, self.note_line.text):  # it may be late
            self.withdraw()
        if self.reply.kind == "refused" and not self.note_line.text:  # what was refused is gone
            self.reply.tell("")
        self.show_offers(event if self.asked is None else None)
        self.show_writer()
        self.show_keys()
        if not self._draft_waits:
            self._draft_waits = True
            self.set_timer(DRAFT_SECONDS, self._save_draft)

    @on(Completions.Chosen)
    def complete_with(self, event: Completions.Chosen) -> None:
        self.take_offer(event.completion)

    def take_offer(self, completion: "Completion") -> None:
        self.note_line.complete(completion)

    def _save_draft(self) -> None:
        self._draft_waits = False
        self._drafts.keep(*self.note_line.begun_texts)

    def _draft_failed(self, reason: str) -> None:
        self.call_later(self.reply.tell, f"The unfinished line isn't kept: {reason}", "trouble")

    def save_elsewhere(self) -> None:
        """Write the whole session to another place, and say where."""
        self.run_worker(lambda: self.call_later(self.reply.tell, save_elsewhere(self.conductor)), thread=True)
