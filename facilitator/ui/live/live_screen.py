"""The live screen: it turns keys and clicks into lines, which `live_lines` carries out.

A single key takes one act and gives the note line back, unless single keys were chosen to stay.
"""

from string import ascii_lowercase
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import BindingType

from facilitator.domain.language.arguments import COMPETENCY
from facilitator.domain.language.decision import Refusal
from facilitator.domain.language.decisions import is_possible
from facilitator.domain.language.reading_notes import typed_line
from facilitator.domain.notes.evidence import just_written
from facilitator.domain.notes.filing import Filing
from facilitator.domain.questions.suggestion import next_question
from facilitator.domain.time.time_of_day import time_of_day
from facilitator.showing.labels import NOT_ENDED_YET
from facilitator.ui.live import keys
from facilitator.ui.live.live_lines import LiveLines
from facilitator.ui.live.selection import Selection
from facilitator.ui.live.widgets.coverage_grid import CoverageGrid
from facilitator.ui.live.widgets.key_bar import KeyBar
from facilitator.ui.live.widgets.note_line import NoteLine
from facilitator.ui.live.widgets.note_stream import NoteStream
from facilitator.ui.live.widgets.questions import Questions
from facilitator.ui.live.widgets.running_order import RunningOrder
from facilitator.ui.live.widgets.their_questions import TheirQuestions
from facilitator.ui.toolkit.in_front import Behind, Writes
from facilitator.ui.toolkit.reply import Reply

if TYPE_CHECKING:
    from facilitator.showing.completion import Completion
    from facilitator.ui.live.views import View

KEYS_ONLY = ("note", "move", "confirm")
"""The actions that nobody chooses but by their keys, because they depend on where one is."""


def is_anywhere(action: str) -> bool:
    """Whether an action can be taken from the note line as well."""
    return action.partition("(")[0] not in KEYS_ONLY


class LiveScreen(Writes, LiveLines):
    """The screen of a running interview: typing is note-taking, and after Esc a single key acts."""

    curtain_overtime = False
    """Whether the curtain shows overtime, as the settings wish it."""

    AUTO_FOCUS = ""  # The note line gets the focus only once: returning from a view must not end single-key mode.
    BINDINGS: ClassVar[list[BindingType]] = [*keys.command_bindings(), *keys.SCREEN_BINDINGS]

    @property
    def line(self) -> Behind:
        return self.note_line

    # Modes and keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let Enter confirm only what a key or the end asks about, and the arrows select only outside the note line."""
        if action == "confirm":
            return self.is_asking or self.is_debrief_next
        return self.shown_keys.is_of_use(action) and (self.keys_mode or action not in KEYS_ONLY)

    def action_switch_mode(self) -> None:
        """Go from the note line to one single key, from there to as many as one likes, and from these to the line."""
        if self.asked is not None:
            self.withdraw()
        elif self.search.display:
            self.search.close()
            self.action_note()
        elif self.stays or self.choices:
            self.action_note()
        else:
            self.note_line.leave_begun()
            self.completions.offer(())
            self.take_keys(stay=self.keys_mode)

    def take_keys(self, stay: bool) -> None:
        """Leave the note line, for one act, or to `stay` until Esc."""
        self.takes_keys, self.stays = True, stay
        self.set_focus(None)
        self.show_mode()

    def action_note(self) -> None:
        self.takes_keys = self.stays = False
        if self.choices:
            self.choices = ()
            self.completions.offer(())
        self.set_focus(self.note_line)

    def give_line_back(self) -> None:
        if not self.stays:
            self.action_note()

    async def action_confirm(self) -> None:
        if self.asked is not None:
            self.send(self.asked.line, self.asked.typed_at, sure=True)
            self.give_line_back()
        elif self.is_debrief_next:
            await self.action_debrief()

    def select(self, selection: Selection) -> None:
        """Select what single keys act on from now on."""
        self.selection = selection
        self.take_keys(self.stays)

    def action_move(self, rows: int, columns: int) -> None:
        self.select(self.selection.moved(self.conductor.session, rows, columns, self.conductor.writer))

    def action_run(self, names: str) -> None:
        """Carry out a key's command; if it needs more words, begin it in the note line and say what it does."""
        session, now, writer = self.conductor.session, self.conductor.now(), self.conductor.writer
        here = self.conductor.situation()
        command = keys.possible(names, session, now, here.author, here.device)
        note = just_written(session, writer, here.device)
        competency = Filing(session).competency(note) if note else None
        line, complete = keys.line_from(self.selection, command, session, writer, competency or "")
        if complete or not is_possible(command, session, now, here.author):
            self.action_do(line)
        elif note and not competency and COMPETENCY in command.arguments:
            self.action_choose(line)
        else:
            self.begin(line)
            self.reply.tell(command.help)

    def action_do(self, line: str) -> None:
        """Carry out a key's line, whatever is selected."""
        self.send(line)
        self.give_line_back()

    def action_ask_next(self) -> None:
        suggested = next_question(self.conductor.session)
        if suggested is None:
            self.reply.tell("No question is left to ask.")
        else:
            self.action_do(f"/ask {self.conductor.session.plan.called(suggested.question)}")

    def action_choose(self, begun: str) -> None:
        """Offer what could follow the beginning of a line, so that a letter takes it; say so if there is nothing."""
        offered = self.offers(begun)
        if not offered:
            self.action_do(begun)
            return
        self.take_keys(stay=False)
        self.choices = [begun + one.text for one in offered]
        self.completions.offer(offered, lettered=True)
        self.show_keys()

    def take_offer(self, completion: "Completion") -> None:
        if not self.choices:
            super().take_offer(completion)
            return
        self.choose(self.completions.offered.index(completion))

    def choose(self, place: int) -> None:
        line = self.choices[place]
        self.action_note()
        try:
            self.conductor.decide(line)
        except Refusal as missing:
            self.begin(line + " ")
            self.reply.tell("" if self.offers(line + " ") else str(missing))  # choices stand above the line
        else:
            self.send(line)

    def action_begin_command(self) -> None:
        self.begin("/")

    def begin(self, line: str) -> None:
        """Put the beginning of a line into the note line, to be finished there."""
        self.note_line.begin(line)
        self.action_note()

    def action_stamp(self) -> None:
        self.note_line.stamp()
        self.show_writer()
        self.action_note()
        at = time_of_day(self.conductor.session, self.conductor.now())
        self.reply.tell(f"Stamped {at}: describe it when you can.")

    def action_curtain(self) -> None:
        from facilitator.ui.live.views import Curtain

        self.app.clear_notifications()  # they would stand before the curtain
        self._put_in_front(Curtain)

    def action_clock_view(self) -> None:
        from facilitator.ui.live.views import ClockView

        self._put_in_front(ClockView)

    def _put_in_front(self, view: "type[View]") -> None:
        self.give_line_back()
        way_back = f"{self.shown_keys.to_leave(view.BINDINGS)}: back"
        self.view = view(self.conductor.session, self.now, way_back)
        self.view.overtime = self.curtain_overtime
        self.app.push_screen(self.view, self._view_left)

    def _view_left(self, _: object) -> None:
        self.view = None

    async def action_debrief(self) -> None:
        if self.conductor.session.ended_at is None:
            self.reply.tell(NOT_ENDED_YET, "refused")
        else:
            self.debrief_waits = False
            await self.app.run_action("finish")

    def action_help(self) -> None:
        from facilitator.showing.things_to_do import things_to_do
        from facilitator.ui.help.help_screen import HelpScreen, help_pages

        self.give_line_back()
        here = self.conductor.situation()
        shown = self.shown_keys.of_bindings([*keys.SCREEN_BINDINGS, *NoteLine.BINDINGS])
        act_keys = self.shown_keys.of_acts(here.session, here.now)
        pages = help_pages(things_to_do(here), shown, act_keys, here, self.foreseen)
        way_back = f"{self.shown_keys.to_leave(HelpScreen.BINDINGS)}: back"
        self.app.push_screen(HelpScreen(pages, way_back))

    async def on_key(self, event: events.Key) -> None:
        """Let a letter choose if there is a choice, or be text if it is no key; a key from the settings always acts."""
        if self.keys_mode and self.choices and event.is_printable:
            event.stop()
            place = ascii_lowercase.find(event.character or "")
            if 0 <= place < len(self.choices):
                self.choose(place)
                return
            self.action_note()
            self.note_line.type_in(event.character or "")
        elif event.is_printable and self.focused is None and not (self.keys_mode and event.key in self.active_bindings):
            event.stop()
            self.action_note()
            self.note_line.type_in(event.character or "")
        elif not self.keys_mode and (action := keys.chosen(self.keymap).get(event.key, "")) and is_anywhere(action):
            event.stop()  # Textual would leave it to the note line, or to what the key does otherwise
            await self.run_action(action)

    def on_paste(self, event: events.Paste) -> None:
        """Put what is pasted into the note line, even from outside it: anywhere else it would be lost."""
        self.action_note()
        self.note_line.on_paste(event)

    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def show_mode(self) -> None:
        if self.focused is not None:
            self.takes_keys = self.stays = False
        elif not self.takes_keys:
            self.set_focus(self.note_line)
        self.show_questions()
        self.show_keys()

    # Clicks

    @on(Reply.Confirmed)
    async def confirm(self) -> None:
        if self.asked is not None and self.asked.line == self.note_line.text:
            self.note_line.action_keep()
        else:
            await self.action_confirm()

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
        self.give_line_back()

    @on(RunningOrder.Chosen)
    def choose_segment(self, event: RunningOrder.Chosen) -> None:
        self.begin(f"/goto {event.number}")

    @on(TheirQuestions.Chosen)
    def choose_theirs(self, event: TheirQuestions.Chosen) -> None:
        self.begin(f"/answered {event.called} ")

    @on(NoteStream.Chosen)
    def choose_note(self, event: NoteStream.Chosen) -> None:
        self.begin(f"/edit {event.note.label} {typed_line(event.note)}")
