"""The debrief on the screen: to read as soon as the door closes, to save and to copy.

It shows a value and has it saved and copied by functions that it is given, whose answers it repeats. If the session
is at hand, the panel meets here: a line of text votes, decides or dissents, and the pages are made again.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static, Tabs

from facilitator.conducting.conductor import Conductor
from facilitator.conducting.draft_keeper import Draft, NoDraft
from facilitator.conducting.submission import Submission
from facilitator.domain.debrief.debrief import Debrief, debrief
from facilitator.domain.language.decision import Refusal
from facilitator.domain.text.plain_text import one_line
from facilitator.files.patience import Deed
from facilitator.reports.audience import Extent
from facilitator.reports.copies import PURPOSES, purposes_of
from facilitator.reports.formats import FORMATS, Format
from facilitator.resources import styles_dir
from facilitator.ui.debrief.debrief_help import can_meet, debrief_help, how_to_meet
from facilitator.ui.debrief.debrief_keys import DEBRIEF_KEYS
from facilitator.ui.debrief.format_provider import FormatProvider
from facilitator.ui.debrief.meeting_line import MeetingLine
from facilitator.ui.debrief.section_tabs import SectionTabs, section_number
from facilitator.ui.debrief.sections import MEETING, SECTION_BINDINGS, SECTIONS, pages
from facilitator.ui.debrief.silent_reading import OVER, SilentReading
from facilitator.ui.toolkit.completions import Completions
from facilitator.ui.toolkit.document_view import DocumentView
from facilitator.ui.toolkit.effects import action_of
from facilitator.ui.toolkit.footer import CountingFooter
from facilitator.ui.toolkit.in_front import NO_LINE, Behind, Writes
from facilitator.ui.toolkit.reply import Reply
from facilitator.ui.toolkit.trouble import show_trouble

Save = Callable[[Debrief, str, Extent | None], str]
Copy = Callable[[Debrief, str], str]
"""(debrief, for what: see `PURPOSES`) -> what came of copying it."""


class DebriefScreen(Writes, Screen[None]):
    """Shows `value`. `save` writes it in the named format and extent, `copy` puts it on the clipboard.

    Both are called in a separate thread and return a message about what happened. What it was `copied_for` last is
    offered first, and the format for `s`. With a `conductor` the panel can vote and decide here, on a line that is kept
    in `draft`; without one, `no_meeting` says what it takes. With `now` (ms since 1970) the panel can read in silence
    for `reading_seconds`. `said` is a message about what has been done already, `under_way` what is being done, whose
    answer is told like that of a function. What other devices have to say comes in by `take_in`, unless a screen behind
    this one sees to it.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"strong", "muted", "accent", "bad"}
    CSS_PATH = [styles_dir() / name for name in ("document_view.tcss", "completions.tcss", "debrief.tcss")]
    AUTO_FOCUS = "DocumentView"
    COMMANDS = {FormatProvider}
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (8, "-low"), (16, "-high")]
    BINDINGS: ClassVar[list[BindingType]] = [*DEBRIEF_KEYS, *SECTION_BINDINGS]

    def __init__(
        self,
        value: Debrief,
        save: Save,
        copy: Copy,
        formats: Sequence[Format] = (FORMATS["md"],),
        *,
        conductor: Conductor | None = None,
        draft: Draft | None = None,
        no_meeting: str = "",
        said: str = "",
        under_way: Deed[str] | None = None,
        now: Callable[[], int] | None = None,
        reading_seconds: int = 10 * 60,
        copied_for: str = "",
        take_in: Callable[[], object] = int,
    ) -> None:
        super().__init__()
        self.debrief = value
        self.formats = formats
        self._copied_for = copied_for
        self._format = formats[0]
        self._save_as_copied(copied_for)
        self._save, self._copy = save, copy
        self._conductor = conductor
        self._session = conductor.session if conductor is not None else None
        self._take_in = take_in
        self._draft = draft or NoDraft()
        self._no_meeting = no_meeting
        self._said = said
        self._under_way = under_way
        self._reading = SilentReading(now, reading_seconds) if now is not None else None
        self._pages = pages(value)

    def compose(self) -> ComposeResult:
        yield SectionTabs()
        yield Reply(id="trouble")
        yield DocumentView(self._pages[0], measure=160)
        yield Completions()
        yield Static(id="message")
        if can_meet(self._conductor):
            yield MeetingLine(self._conductor, self._draft, partial(self.call_later, self._say_of_draft), id="line")
        yield CountingFooter()

    def on_mount(self) -> None:
        if said := " ".join(filter(None, [self._said, *(line.begun_before for line in self.query(MeetingLine))])):
            self.call_after_refresh(self._say, said)
        if self._under_way is not None:
            self.call_after_refresh(self._say, "Saving …")
            self.call_after_refresh(self._do, self._under_way.answer)
        if self._reading is not None:
            self.set_interval(1, self.tell_reading_time)
        if self._conductor is not None:
            self.follow(self._conductor)
            self.set_interval(1, partial(self.follow, self._conductor))

    def follow(self, conductor: Conductor) -> None:
        """Show what others have said by now, and what can't be kept."""
        self._take_in()
        show_trouble(self.query_one("#trouble", Reply), conductor)
        if conductor.session is not self._session:
            self._session = conductor.session
            self.debrief = debrief(conductor.session, conductor.now())
            self._renew_pages()

    @property
    def message(self) -> str:
        """The message that was shown last."""
        return str(self.query_one("#message", Static).content)

    @on(Tabs.TabActivated)
    def show_section(self, event: Tabs.TabActivated) -> None:
        event.stop()
        number = section_number(event.tab)
        self.query_one(DocumentView).show(self._pages[number - 1])
        if SECTIONS[number - 1] is MEETING:
            self._say(self._no_meeting or how_to_meet(self._conductor))

    def action_section(self, number: int) -> None:
        self.query_one(Tabs).active = f"section-{number}"

    def action_turn(self, step: int) -> None:
        tabs = self.query_one(Tabs)
        at = section_number(tabs.active_tab) if tabs.active_tab else 1
        self.action_section((at - 1 + step) % len(SECTIONS) + 1)

    def action_save(self) -> None:
        self.save_as(self._format)

    def save_as(self, format: Format, extent: Extent | None = None) -> None:
        self._format = format  # that of `s` from now on
        self._say(f"Saving as {format.title} …")
        self._do(lambda: self._save(self.debrief, format.name, extent))

    def action_turn_format(self) -> None:
        """Choose the next format for `s` to save in."""
        self._format = self.formats[(self.formats.index(self._format) + 1) % len(self.formats)]
        self._say(f"s saves it as {self._format.title}.")

    def action_copy(self) -> None:
        from facilitator.ui.debrief.copy_choice import CopyChoice

        self.app.push_screen(CopyChoice(purposes_of(self.debrief), self._copied_for), self._copy_for)

    def _copy_for(self, purpose: str | None) -> None:
        if purpose is not None:
            self._save_as_copied(purpose)
            self._say("Copying …")
            self._do(lambda: self._copy(self.debrief, purpose))

    def _save_as_copied(self, purpose: str) -> None:
        if purpose in PURPOSES and (format_name := PURPOSES[purpose].format_name):
            self._copied_for, self._format = purpose, FORMATS[format_name]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow only what is possible: some actions need several formats, a conductor or a clock."""
        if action in ("turn", "write") and isinstance(self.focused, MeetingLine):
            return False
        if action == "turn_format":
            return len(self.formats) > 1
        if action == "write":
            return can_meet(self._conductor)
        if action == "read_in_silence":
            return self._reading is not None and not self.debrief.panel.looks_on
        return True

    def action_help(self) -> None:
        self.app.push_screen(debrief_help(self.BINDINGS, self._conductor))

    @property
    def line(self) -> Behind:
        return self.query_one(MeetingLine) if can_meet(self._conductor) else NO_LINE

    def action_write(self) -> None:
        self.query_one(MeetingLine).open()

    def on_key(self, event: events.Key) -> None:
        """Begin a note with a letter that is no key here; bytes that are no text begin nothing."""
        if event.is_printable and event.key not in self.active_bindings:
            self.line.take(event)

    @on(MeetingLine.Offered)
    def show_offers(self, event: MeetingLine.Offered) -> None:
        self.query_one(Completions).offer(event.completions)
        if self.query_one(MeetingLine).display:
            self._say(how_to_meet(self._conductor))

    @on(Completions.Chosen)
    def complete_with(self, event: Completions.Chosen) -> None:
        self.query_one(MeetingLine).complete(event.completion)

    @on(MeetingLine.Submitted)
    def do_line(self, event: MeetingLine.Submitted) -> None:
        """Submit the line, and show the debrief as it is now."""
        event.stop()
        if self._conductor is None:
            return
        try:
            decision = self._conductor.decide(event.value)
            done = self.query_one(MeetingLine).carry_out(decision)
        except Refusal as refusal:
            self._say(str(refusal))
            return
        if not decision.facts:
            self._say(decision.said)
            if action := action_of(decision):
                self.query_one(MeetingLine).close()
                self.call_later(self.run_action, action)
            return
        if self._conductor.session.ended_at is None:  # the interview goes on
            self.dismiss(None)
            return
        self.follow(self._conductor)
        self._say_what_came_of(done)

    @work
    async def _say_what_came_of(self, done: Submission) -> None:
        """Say what came of a line; until the disk has answered, say that it is being kept."""
        self._say(done.outcome)
        told = await done
        self.query_one(MeetingLine).save_draft()
        self._say(f"{told.said} s saves the debrief again." if told.kept else done.outcome)

    def action_read_in_silence(self) -> None:
        if self._reading is not None:
            self._say(self._reading.turn())
            self._renew_pages()

    def _renew_pages(self) -> None:
        self._pages = pages(self.debrief, in_silence=self._reading is not None and self._reading.is_on)
        tab = self.query_one(Tabs).active_tab
        self.query_one(DocumentView).renew(self._pages[section_number(tab) - 1 if tab else 0])

    def tell_reading_time(self) -> None:
        """Say how much time is left for silent reading, if the panel is reading."""
        if self._reading is not None and (told := self._reading.told()):
            self._say(told)
            if told == OVER:
                self._renew_pages()

    def action_leave(self) -> None:
        self.dismiss(None)

    @work(thread=True)
    def _do(self, deed: Callable[[], str]) -> None:
        try:
            said = deed()
        except OSError as error:
            said = f"That failed: {error}"
        self.app.call_from_thread(self._say, said)

    def _say_of_draft(self, failure: str) -> None:
        if self._conductor is None or not self._conductor.trouble:  # else the line itself isn't kept: that is said
            self._say(failure)

    def _say(self, words: str) -> None:
        if self.is_mounted:
            message = self.query_one("#message", Static)
            message.update(Content(one_line(words)))
            message.display = bool(words)
