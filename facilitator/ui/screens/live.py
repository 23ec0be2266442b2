"""The live screen. It owns the session and the moment, hands them down, and turns keys and clicks into lines."""

import math
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content

from facilitator.conductor import Conductor
from facilitator.domain import hints, timing
from facilitator.domain.clock_face import ClockFace, clock_face
from facilitator.domain.commands import COMMANDS
from facilitator.domain.decision import Refusal
from facilitator.domain.decisions import is_possible
from facilitator.domain.second_thoughts import second_thought
from facilitator.domain.session import Session
from facilitator.domain.timing import running_order
from facilitator.resources import styles_dir
from facilitator.ui import keys
from facilitator.ui.completion import completions
from facilitator.ui.draft_keeper import Draft, DraftKeeper
from facilitator.ui.screens.interview import InterviewScreen
from facilitator.ui.widgets.banner import Banner
from facilitator.ui.widgets.clock import Clock
from facilitator.ui.widgets.completions import Completions
from facilitator.ui.widgets.coverage_grid import CoverageGrid, Place
from facilitator.ui.widgets.key_bar import Key, KeyBar
from facilitator.ui.widgets.note_line import NoteLine
from facilitator.ui.widgets.note_stream import NoteStream
from facilitator.ui.widgets.questions import Questions
from facilitator.ui.widgets.reply import Reply
from facilitator.ui.widgets.running_order import RunningOrder
from facilitator.ui.widgets.their_questions import TheirQuestions

DRAFT_SECONDS = 0.2
"""How long typed text may wait for the disk, at most."""


class LiveScreen(InterviewScreen):
    """Runs one session: what is typed goes to the conductor as a line, what becomes of it is shown."""

    CSS_PATH = [styles_dir() / "interview.tcss", styles_dir() / "live.tcss"]
    AUTO_FOCUS = "NoteLine"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-small"), (80, "-medium"), (120, "-wide"), (160, "-huge")]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (8, "-low"), (16, "-short"), (30, "-tall"), (50, "-grand")]
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.command_bindings(),
        Binding("escape", "switch_mode", "Keys", id="live.mode", tooltip="Between typing a note and single keys"),
        Binding("i", "note", "Note", id="live.note", tooltip="Back to the note line", show=False),
        Binding("enter", "confirm", "Yes", id="live.confirm", tooltip="Do what was asked about", show=False),
        Binding("up,left_square_bracket", "move(-1, 0)", "Up", id="live.up", tooltip="To the question before", show=False),
        Binding("down,right_square_bracket", "move(1, 0)", "Down", id="live.down", tooltip="To the next question", show=False),
        Binding("left", "move(0, -1)", "Left", id="live.left", tooltip="To the panelist before", show=False),
        Binding("right", "move(0, 1)", "Right", id="live.right", tooltip="To the next panelist", show=False),
        Binding("pageup", "scroll_notes(-5)", "Earlier notes", id="live.earlier", tooltip="Earlier notes", show=False,
                priority=True),
        Binding("pagedown", "scroll_notes(5)", "Later notes", id="live.later", tooltip="Later notes", show=False,
                priority=True),
        Binding("ctrl+t", "stamp", "Stamp", id="live.stamp", tooltip="Stamp this moment, describe it later", priority=True),
    ]

    def __init__(self, conductor: Conductor, draft: Draft) -> None:
        super().__init__()
        self.conductor = conductor
        self.face: ClockFace = clock_face(conductor.session, conductor.now())
        self.place: Place | None = None
        self.banner = Banner(id="banner")
        self.running_order = RunningOrder(id="order")
        self.countdown = Clock(id="clock")
        self.questions = Questions(id="questions")
        self.grid = CoverageGrid(id="coverage")
        self.theirs = TheirQuestions(id="theirs")
        self.stream = NoteStream(id="notes")
        self.trouble = Reply(id="trouble")
        self.reply = Reply(id="reply")
        self.note_line = NoteLine(conductor.now, id="line")
        self.key_bar = KeyBar(id="keys")
        self.completions = Completions(id="completions")
        self._asked: tuple[str, int | None] | None = None
        self._drafts = DraftKeeper(draft, self._draft_failed)
        self._draft_waits = False

    def compose(self) -> ComposeResult:
        yield self.banner
        with Horizontal(id="body"):
            yield self.running_order
            with Vertical(id="centre"):
                yield self.countdown
                yield self.questions
            with Vertical(id="side"):
                yield self.grid
                yield self.theirs
        yield self.stream
        yield self.trouble
        yield self.reply
        yield self.note_line
        yield self.key_bar
        yield self.completions

    def on_mount(self) -> None:
        for pane, title in (
            (self.running_order, "Running order"),
            (self.questions, "Questions"),
            (self.grid, "Coverage"),
            (self.theirs, "Their questions"),
            (self.stream, "Notes"),
        ):
            pane.border_title = Content(title)
        self.note_line.restore(self._drafts.load())
        self.note_line.remember([note.text for note in list(self.conductor.session.notes.values())[-50:]])
        self.set_reactive(InterviewScreen.now, self.conductor.now())
        self.conductor.listen(self.follow)
        self.follow()
        self._wait_for_turn()

    def on_unmount(self) -> None:
        self._drafts.keep(self.note_line.whole_text)
        self._drafts.close()

    # The session and the moment

    def follow(self) -> None:
        """Show what the conductor has now."""
        self.session = self.conductor.session
        self.trouble.display = bool(self.conductor.trouble)
        if self.conductor.trouble:
            self.trouble.tell(f"{self.conductor.trouble}\nNotes are kept in memory. Save them elsewhere: Ctrl+P, “Save elsewhere”.",
                         "trouble")

    def watch_session(self, old: Session | None, session: Session) -> None:
        self.show_moment(moved=True)
        self._keep_place()
        self.show_questions()
        self.stream.show(session)
        self.theirs.show(session)
        self.show_keys()
        if old is not None and old.ended_at is None and session.ended_at is not None:
            self.call_after_refresh(self.app.run_action, "finish")

    def watch_now(self) -> None:
        self.show_moment()

    def show_moment(self, moved: bool = False) -> None:
        """Show the time; only what reads differently than before is drawn."""
        session = self.conductor.session
        face = clock_face(session, self.now)
        if face != self.face or moved:
            phase_before, self.face = self.face.phase, face
            self.show_phase(face.phase, face.paused)
            order = running_order(session, self.now)
            self.countdown.show(session, face, order)
            self.running_order.show(session, order)
            if phase_before is not face.phase:
                self.show_questions()
        self.banner.show(session, face, self.now)

    def tick(self) -> None:
        """A second has turned."""
        self.conductor.watch_clocks()
        self.now = self.conductor.now()
        segment = self.conductor.session.current
        if segment is not None and segment.ends == "auto" and self.face.remaining_seconds <= 0:
            if is_possible(COMMANDS["next"], self.conductor.session, self.now):
                self.send("/next")
        self._wait_for_turn()

    def _wait_for_turn(self) -> None:
        self.set_timer(seconds_to_turn(self.conductor.session, self.conductor.now()), self.tick)

    # Lines

    def send(self, line: str, typed_at: int | None = None, sure: bool = False) -> bool:
        """Have `line` done; whether it was. What came of it is shown, and asked about first where it should be."""
        session, now = self.conductor.session, self.conductor.now()
        doubt = "" if sure else second_thought(line, session, now, session.lead.id)
        self._asked = None
        if doubt:
            self._asked = (line, typed_at)
            self.reply.tell(f"{doubt}\nEnter does it all the same, Esc goes back.", "asked")
            return False
        self.now = now
        try:
            told = self.conductor.submit(line, typed_at=typed_at)
        except Refusal as refusal:
            self.reply.tell(str(refusal), "refused")
            return False
        self.reply.tell(told.said if told.kept else f"{told.said} In memory only.")
        return True

    @on(NoteLine.Submitted)
    def keep(self, event: NoteLine.Submitted) -> None:
        sure = self._asked is not None and self._asked[0] == event.text
        if self.send(event.text, event.typed_at, sure):
            self.note_line.accept()
            self._drafts.keep(self.note_line.whole_text)

    @on(NoteLine.Typed)
    def follow_typing(self, event: NoteLine.Typed) -> None:
        if self._asked is not None and self._asked[0] != event.text:
            self._asked = None
        offered = completions(event.before, self.conductor.session, self.now, self.conductor.session.lead.id)
        self.completions.offer(offered)
        if not self._draft_waits:
            self._draft_waits = True
            self.set_timer(DRAFT_SECONDS, self._save_draft)

    @on(NoteLine.CompletionWanted)
    def complete(self) -> None:
        offered = self.completions.offered
        if offered:
            self.note_line.complete(offered[0].start, offered[0].text)

    def _save_draft(self) -> None:
        self._draft_waits = False
        self._drafts.keep(self.note_line.whole_text)

    def _draft_failed(self, reason: str) -> None:
        self.app.call_from_thread(self.reply.tell, f"The draft isn't kept: {reason}", "trouble")

    # The selection

    def show_questions(self) -> None:
        session = self.conductor.session
        current = hints.question_at_hand(session, self.now) or hints.suggested_question(session)
        number = current.number if current else 0
        place = self.place if self.keys_mode else None
        self.questions.show(session, number, place.question if place else 0)
        quiet = [f"{one.name} hasn't asked or noted anything yet." for one in hints.unheard(session, self.now)]
        self.grid.show(session, place, number, quiet)

    def _keep_place(self) -> None:
        """Stay on the selected question while it is open, else go on to the suggested one."""
        session = self.conductor.session
        at_hand = hints.question_at_hand(session, self.now) or hints.suggested_question(session)
        question = at_hand or next(iter(session.agenda.questions), None)
        if question is not None and (self.place is None or not self.keys_mode):
            self.select(question.number)

    def select(self, number: int, panelist: str | None = None) -> None:
        session = self.conductor.session
        owner = session.owner(session.agenda.questions[number - 1])
        self.place = Place(number, panelist or owner or session.lead.id)

    def action_move(self, rows: int, columns: int) -> None:
        if self.place is None:
            return
        session = self.conductor.session
        if rows:
            self.select(max(1, min(len(session.agenda.questions), self.place.question + rows)))
        else:
            ids = [panelist.id for panelist in session.agenda.raters]
            at = ids.index(self.place.panelist) if self.place.panelist in ids else 0
            self.select(self.place.question, ids[max(0, min(len(ids) - 1, at + columns))])
        self.show_questions()
        self.show_keys()

    # Modes and keys

    @property
    def keys_mode(self) -> bool:
        """Whether single keys are commands; else what is typed is a note."""
        return self.focused is None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("run", "note", "move", "confirm"):
            return self.keys_mode
        return True

    def action_switch_mode(self) -> None:
        if self._asked is not None:
            self._asked = None
            self.reply.tell("")
        elif self.keys_mode:
            self.action_note()
        else:
            self.set_focus(None)

    def action_note(self) -> None:
        self.set_focus(self.note_line)

    def action_confirm(self) -> None:
        if self._asked is not None:
            line, typed_at = self._asked
            self.send(line, typed_at, sure=True)

    def action_run(self, names: str) -> None:
        """Do the command of a key; one that needs words begins in the note line."""
        command = keys.possible(names, self.conductor.session, self.conductor.now())
        place = self.place or Place(0, self.conductor.session.lead.id)
        line, complete = keys.line_from_selection(command, *place)
        if complete:
            self.send(line)
        else:
            self.note_line.begin(line)
            self.action_note()

    def action_stamp(self) -> None:
        self.note_line.stamp()
        self.reply.tell("This moment is stamped: describe it when you can.")

    def action_scroll_notes(self, rows: int) -> None:
        self.stream.move_view(rows)

    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def show_mode(self) -> None:
        self.show_questions()
        self.show_keys()

    def show_keys(self) -> None:
        session = self.conductor.session
        shown = {binding.id: self.app.get_key_display(binding) for _, binding in self.bindings_in_use()}
        if self.keys_mode:
            number = self.place.question if self.place else 0
            commands = [
                Key(shown.get(f"command.{command.name}", self.app.get_key_display(Binding(command.key or "", ""))),
                    command.name, f"run({command.name!r})")
                for command in keys.useful(session, self.now, number)
            ]
            by = f"q{number} by {self.place.panelist}" if self.place else "keys"
            self.key_bar.show(by, [*commands, Key("Esc", "note", "note")])
            return
        self.key_bar.show("note", [
            Key("Enter", "keep", "keep"), Key("Ctrl+T", "stamp", "stamp"), Key("Ctrl+P", "all commands", "app.command_palette"),
            Key("Esc", "single keys", "switch_mode"),
        ])

    def bindings_in_use(self) -> list[tuple[str, Binding]]:
        """The bindings of this screen with their keys, as remapped."""
        return [(key, active.binding) for key, active in self.active_bindings.items() if active.node is self]

    # Clicks

    @on(KeyBar.Pressed)
    async def press(self, event: KeyBar.Pressed) -> None:
        await self.run_action(event.action)

    @on(Questions.Chosen)
    def choose_question(self, event: Questions.Chosen) -> None:
        self.select(event.number)
        self.set_focus(None)
        self.show_mode()


def seconds_to_turn(session: Session, now: int) -> float:
    """How long the shown second still lasts: until the countdown shows another one."""
    segment = session.current
    if segment is None or session.is_paused:
        left = 1 - now % 1000 / 1000
    else:
        remaining = timing.remaining_seconds(session, segment, now)
        left = remaining - (math.ceil(remaining) - 1)
    return left + 0.002
