"""The line of the debrief screen, for the same commands as on the live screen, after the end."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from facilitator.conducting.conductor import Conductor
from facilitator.conducting.draft_keeper import DRAFT_SECONDS, Draft, DraftKeeper
from facilitator.conducting.submission import Submission
from facilitator.domain.language.decision import Decision
from facilitator.domain.text.plain_text import one_line
from facilitator.showing.completion import Completion, completions


class MeetingLine(Input):
    """A line that is hidden until it is opened. Enter submits it, Tab takes the first completion, Esc closes it.

    What is typed is kept in `draft`; what was `begun` before the program was last left is there when it is opened.
    `failed` is told, in another thread, that the draft can't be kept.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", id="meeting.close", key_display="Esc", tooltip="Close the line"),
        Binding(
            "tab",
            "complete",
            "Complete",
            id="meeting.complete",
            key_display="Tab",
            tooltip="Accept the first completion",
        ),
    ]

    class Offered(Message):
        """The completions of the line have changed; there may be none."""

        def __init__(self, completions: Sequence[Completion]) -> None:
            super().__init__()
            self.completions = completions

    def __init__(
        self, conductor: Conductor, draft: Draft, failed: Callable[[str], object], *, id: str | None = None
    ) -> None:

        def tell(reason: str) -> None:
            failed(f"The unfinished line isn't kept: {reason}")

        super().__init__(id=id, select_on_focus=False, compact=True)
        self.cursor_blink = False
        self.begun = ""
        self._conductor = conductor
        self._drafts = DraftKeeper(draft, tell)
        self._draft_waits = False
        self._had_keys: Widget | None = None

    @property
    def begun_before(self) -> str:
        """What is to be said of a line that was begun when the program was last left; empty if there is none."""
        return f"Begun last time, and there again with /: {self.begun}" if self.begun else ""

    def on_mount(self) -> None:
        self.begun = one_line(self._drafts.load())
        self.save_draft()

    def on_unmount(self) -> None:
        self.save_draft()
        self._drafts.close()

    def open(self, begun: str = "/") -> None:
        """Show the line, with what was left in it, or else with the beginning of one."""
        self.display = True
        self.value, self.begun = self.value or self.begun, ""
        if begun != "/" or not self.value:
            self.value += begun
        self.cursor_position = len(self.value)
        if self.screen.focused is not self:
            self._had_keys = self.screen.focused
        self.screen.set_focus(self)  # not deferred, so that the next key arrives here
        self.post_message(self.Offered(self._offers()))

    def close(self) -> None:
        """Empty the line and hide it."""
        self.value = ""
        self.action_close()

    def action_close(self) -> None:
        """Hide the line: what had the keys has them again. What was typed stands here when the line is opened again."""
        self.display = False
        if self.screen.focused is self:
            self.screen.set_focus(self._had_keys)  # not deferred either
        self.post_message(self.Offered(()))

    def action_complete(self) -> None:
        for first in self._offers()[:1]:
            self.complete(first)

    def complete(self, completion: Completion) -> None:
        """Take this completion, as Tab takes the first; what stands after the cursor stays there."""
        before, after = self.value[: completion.start] + completion.text + " ", self.value[self.cursor_position :]
        self.value = before + after
        self.cursor_position = len(before)

    def take(self, event: events.Key) -> None:
        """Take a letter that was typed where this line isn't seen; it stands here when that is left."""
        if event.key == "backspace" and self.display:
            self.action_delete_left()
        elif event.is_printable and event.character != "\N{REPLACEMENT CHARACTER}":
            self._insert(event.character or "")

    def type_in(self, text: str) -> None:
        """Take what was pasted, without its rows and anything that could act on the terminal."""
        self._insert(one_line(text))

    def _insert(self, text: str) -> None:
        """Put `text` where the cursor is if this is where one types, or else open the line with it."""
        if self.display and self.screen.focused is self:
            self.insert_text_at_cursor(text)
        else:
            self.open(text)

    def carry_out(self, decision: Decision) -> Submission:
        """Carry out what the line asks for, and close it; its draft stays until that is kept. Raises Refusal."""
        name = self._drafts.name(self.value)
        done = self._conductor.carry_out(decision, name=name)
        if decision.facts:
            self._drafts.hand_in(self.value, name, done)
            self.close()
        return done

    def save_draft(self) -> None:
        """Keep what is being typed, or what was begun before."""
        self._draft_waits = False
        self._drafts.keep(self.begun if self.value in ("", "/") else self.value)

    def _offers(self) -> list[Completion]:
        session = self._conductor.session
        return completions(self.value[: self.cursor_position], session, self._conductor.now(), self._conductor.writer)

    def on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.type_in(event.text)

    @on(Input.Changed)
    def tell_offers(self, event: Input.Changed) -> None:
        event.stop()
        if not self._draft_waits:
            self._draft_waits = True
            self.set_timer(DRAFT_SECONDS, self.save_draft)
        self.post_message(self.Offered(self._offers() if self.display else ()))
