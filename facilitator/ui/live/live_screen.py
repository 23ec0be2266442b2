"""The live screen: it turns keys, clicks and the clock into lines, and hands them to the conductor.

It owns the session and the moment; `live_panes` shows them.
"""

from collections.abc import Mapping
from typing import ClassVar

from textual import events, on
from textual.binding import BindingType

from facilitator.conducting.conductor import Conductor
from facilitator.conducting.draft_keeper import Draft, DraftKeeper
from facilitator.conducting.rescue import save_elsewhere
from facilitator.domain.language.decision import Refusal
from facilitator.domain.language.decisions import is_possible
from facilitator.domain.language.reading_notes import typed_line
from facilitator.domain.session.state import Session
from facilitator.domain.time.time_of_day import time_of_day
from facilitator.showing.labels import NOT_ENDED_YET
from facilitator.ui.live import keys
from facilitator.ui.live.interview_screen import InterviewScreen
from facilitator.ui.live.live_panes import LivePanes
from facilitator.ui.live.selection import Selection
from facilitator.ui.live.ticking import is_due, seconds_to_tick
from facilitator.ui.live.widgets.coverage_grid import CoverageGrid
from facilitator.ui.live.widgets.key_bar import KeyBar
from facilitator.ui.live.widgets.note_line import NoteLine
from facilitator.ui.live.widgets.note_stream import NoteStream
from facilitator.ui.live.widgets.questions import Questions
from facilitator.ui.live.widgets.running_order import RunningOrder
from facilitator.ui.live.widgets.their_questions import TheirQuestions
from facilitator.ui.toolkit.completions import Completions
from facilitator.ui.toolkit.reply import Reply

DRAFT_SECONDS = 0.2
"""How long typed text waits to be written to disk, at most."""


KEYS_ONLY = ("run", "note", "move", "confirm")
"""The actions that printable keys have in single-key mode."""


class LiveScreen(LivePanes):
    """Runs one session: what is typed goes to the conductor as a line, and the result is shown."""

    AUTO_FOCUS = ""  # The note line gets the focus only once: returning from a view must not end single-key mode.
    BINDINGS: ClassVar[list[BindingType]] = [*keys.command_bindings(), *keys.SCREEN_BINDINGS]

    def __init__(
        self, conductor: Conductor, draft: Draft, keymap: Mapping[str, str] | None = None, local_zone: str = ""
    ) -> None:
        super().__init__(conductor, keymap or {}, local_zone)
        self._asked: tuple[str, int | None] | None = None
        self._drafts = DraftKeeper(draft, self._draft_failed)
        self._draft_waits = False

    def on_mount(self) -> None:
        self.note_line.restore(self._drafts.load())
        self.set_focus(self.note_line)
        self.note_line.remember([typed_line(note) for note in self.conductor.session.notes.values()[-50:]])
        self.set_reactive(InterviewScreen.now, self.conductor.now())
        self.conductor.listen(self.follow)
        self.follow()
        self._wait_for_tick()

    def on_unmount(self) -> None:
        self._drafts.keep(self.note_line.whole_text)
        self._drafts.close()

    # The session and the moment

    def follow(self) -> None:
        """Show what the conductor has now, and what the disk has answered."""
        self.session = self.conductor.session
        self.show_kept()
        if not self.conductor.is_keeping:
            self._save_draft()

    def watch_session(self, old: Session | None, session: Session) -> None:
        self.show_all(session)
        if old is not None and old.ended_at is None and session.ended_at is not None:
            self.call_after_refresh(self.app.run_action, "finish")

    def watch_now(self) -> None:
        self.show_moment()

    def tick(self) -> None:
        """Bring everything up to date after a new second has begun."""
        self.show_kept()  # what could not be kept may be by now
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
        self._ticking = self.set_timer(seconds_to_tick(self.conductor.now()), self._tick_from_now_on)

    def _tick_from_now_on(self) -> None:
        """Tick every second with a single timer: setting one takes a good part of a tick."""
        self._ticking = self.set_interval(1, self.tick)
        self.tick()

    # Lines

    def send(self, line: str, typed_at: int | None = None, sure: bool = False) -> bool:
        """Submit `line` and show the result; return True if it was carried out. Unless `sure`, ask first if need be."""
        self._asked = None
        self.now = self.conductor.now()
        try:
            decision = self.conductor.decide(line, typed_at=typed_at)
            if decision.doubt and not sure:
                self._asked = line, typed_at
                self.reply.tell(f"{decision.doubt}\nEnter {decision.sure}, Esc goes back.", "asked")
                return False
            done = self.conductor.carry_out(decision)
        except Refusal as refusal:
            self.reply.tell(str(refusal), "refused")
            return False
        if typed_at is not None:  # what a key did wasn't typed
            self._drafts.hand_in(line, done)
        self.tell(done)
        return True

    @on(NoteLine.Submitted)
    def keep(self, event: NoteLine.Submitted) -> None:
        sure = self._asked is not None and self._asked[0] == event.text
        if self.send(event.text, event.typed_at, sure):
            self.note_line.accept(event.text)
        else:
            self.note_line.put_back(event.text, event.typed_at)

    @on(NoteLine.Typed)
    def follow_typing(self, event: NoteLine.Typed) -> None:
        if self._asked is not None and self._asked[0] != self.note_line.text:
            self._asked = None
            self.reply.tell("")
        self.show_offers(event if self._asked is None else None)
        self.show_keys()
        if not self._draft_waits:
            self._draft_waits = True
            self.set_timer(DRAFT_SECONDS, self._save_draft)

    @on(Completions.Chosen)
    def complete_with(self, event: Completions.Chosen) -> None:
        self.note_line.complete(event.completion)

    def _save_draft(self) -> None:
        self._draft_waits = False
        self._drafts.keep(self.note_line.whole_text)

    def _draft_failed(self, reason: str) -> None:
        self.call_later(self.reply.tell, f"The unfinished line isn't kept: {reason}", "trouble")

    def save_elsewhere(self) -> None:
        """Write the whole session to another place, and say where."""
        self.run_worker(lambda: self.call_later(self.reply.tell, save_elsewhere(self.conductor)), thread=True)

    # Modes and keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow single keys only outside the note line."""
        return self.keys_mode or action not in KEYS_ONLY

    def action_switch_mode(self) -> None:
        if self._asked is not None:
            self._asked = None
            self.reply.tell("")
        elif self.search.display:
            self.search.close()
        elif self.keys_mode:
            self.action_note()
        else:
            self.note_line.leave_begun()
            self.completions.offer(())
            self.set_focus(None)

    def action_note(self) -> None:
        self.set_focus(self.note_line)

    def action_confirm(self) -> None:
        if self._asked is not None:
            self.send(*self._asked, sure=True)

    def select(self, selection: Selection) -> None:
        """Select what single keys act on from now on."""
        self.selection = selection
        self.set_focus(None)
        self.show_mode()

    def action_move(self, rows: int, columns: int) -> None:
        self.select(self.selection.moved(self.conductor.session, rows, columns, self.conductor.writer))

    def action_run(self, names: str) -> None:
        """Carry out a key's command; if it needs more words, begin it in the note line and say which are missing."""
        session, now = self.conductor.session, self.conductor.now()
        command = keys.possible(names, session, now)
        line, complete = keys.line_from(self.selection, command, session, self.conductor.writer)
        if complete or not is_possible(command, session, now):
            self.send(line)
            return
        self.begin(line)
        if self.offers(line):  # the choices stand above the line, with their price if they have one
            self.reply.tell(command.help)
            return
        try:
            self.conductor.decide(line)
        except Refusal as missing:
            self.reply.tell(str(missing))

    def begin(self, line: str) -> None:
        """Put the beginning of a line into the note line, to be finished there."""
        self.note_line.begin(line)
        self.action_note()

    def action_stamp(self) -> None:
        self.note_line.stamp()
        self.action_note()
        at = time_of_day(self.conductor.session, self.conductor.now())
        self.reply.tell(f"{at} is stamped: describe it when you can.")

    async def action_debrief(self) -> None:
        if self.conductor.session.ended_at is None:
            self.reply.tell(NOT_ENDED_YET, "refused")
        else:
            await self.app.run_action("finish")

    def action_help(self) -> None:
        from facilitator.ui.help.help_screen import HelpScreen

        shown = self.shown_keys.of_bindings([*keys.SCREEN_BINDINGS, *NoteLine.BINDINGS])
        self.app.push_screen(HelpScreen(shown, self.shown_keys.of_commands(), self.foreseen))

    def on_key(self, event: events.Key) -> None:
        """Say so if a key means nothing here."""
        if self.keys_mode and event.is_printable and event.key not in self.active_bindings:
            self.reply.tell(f"“{event.character}” is no key here. i goes back to the note line, ? shows all keys.")

    def on_paste(self, event: events.Paste) -> None:
        """Put what is pasted into the note line, even from outside it: anywhere else it would be lost."""
        self.action_note()
        self.note_line.on_paste(event)

    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def show_mode(self) -> None:
        self.show_questions()
        self.show_keys()

    # Clicks

    @on(Reply.Confirmed)
    def confirm(self) -> None:
        if self._asked is not None and self._asked[0] == self.note_line.text:
            self.note_line.action_keep()
        else:
            self.action_confirm()

    @on(KeyBar.Pressed)
    async def press(self, event: KeyBar.Pressed) -> None:
        await self.run_action(event.action)

    @on(Questions.Chosen)
    @on(CoverageGrid.Chosen)
    def choose_question(self, event: Questions.Chosen | CoverageGrid.Chosen) -> None:
        self.select(Selection.of(self.conductor.session, event.number, self.conductor.writer))

    @on(CoverageGrid.Selected)
    def choose_cell(self, event: CoverageGrid.Selected) -> None:
        self.select(Selection(event.question, event.panelist))

    @on(CoverageGrid.Marked)
    def mark_cell(self, event: CoverageGrid.Marked) -> None:
        self.send(f"/cover q{event.question} by {event.panelist}")

    @on(RunningOrder.Chosen)
    def choose_segment(self, event: RunningOrder.Chosen) -> None:
        self.begin(f"/goto {event.number}")

    @on(TheirQuestions.Chosen)
    def choose_theirs(self, event: TheirQuestions.Chosen) -> None:
        self.begin(f"/answered {event.label} ")

    @on(NoteStream.Chosen)
    def choose_note(self, event: NoteStream.Chosen) -> None:
        self.begin(f"/edit {event.note.label} {typed_line(event.note)}")
