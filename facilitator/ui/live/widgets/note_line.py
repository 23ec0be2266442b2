"""The note line: typing is note-taking. It knows keys and text; what a line means is decided elsewhere."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea

from facilitator.domain.facts.signal import Signal
from facilitator.domain.text.plain_text import clean

if TYPE_CHECKING:
    from facilitator.showing.completion import Completion

MOST_ROWS = 5
_SIGNALS = [f"{signal.sign} {signal.word}" for signal in Signal]
PLACEHOLDERS = (
    f"Type a note: {', '.join(_SIGNALS)}, #competency; / for a command",
    f"Type a note: {', '.join(_SIGNALS[:-1])}; / for a command",
    "Type a note; / for a command",
    "Type a note",
)
"""What an empty line shows: the first of these that fits."""

LOOKING_ON = ("You are looking on, and write nothing; / for a command", "You are looking on")
"""The same where nobody may write."""

OFF_THE_PANEL = (
    "You were taken off this panel, and write nothing more; / for a command",
    "You were taken off this panel",
)
"""The same where everything that is written would be refused."""


class NoteLine(TextArea):
    """A line to type in, which grows to five rows. `now` returns the moment in ms, to stamp the beginning of a note."""

    placeholders: Sequence[str] = PLACEHOLDERS

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", "Keep", id="note.keep", tooltip="Keep the note, or run the command", priority=True),
        Binding(
            "ctrl+j,shift+enter",
            "break_line",
            "New line",
            id="note.break",
            tooltip="Start a new line in the note",
            show=False,
        ),
        Binding(
            "tab",
            "complete",
            "Complete",
            id="note.complete",
            tooltip="Accept the first completion",
            show=False,
        ),
    ]

    class Submitted(Message):
        """Enter was pressed on a line that isn't empty. The line is free again; call `put_back` if it is refused."""

        def __init__(self, text: str, typed_at: int) -> None:
            super().__init__()
            self.text = text
            self.typed_at = typed_at

    class Typed(Message):
        """The text has changed, or a completion has moved the cursor. `before` is the text before the cursor."""

        def __init__(self, text: str, before: str) -> None:
            super().__init__()
            self.text = text
            self.before = before

    def __init__(
        self, now: Callable[[], int], completions: "Callable[[str], Sequence[Completion]]", *, id: str | None = None
    ) -> None:
        super().__init__(
            id=id,
            soft_wrap=True,
            show_line_numbers=False,
            highlight_cursor_line=False,
            max_checkpoints=20,
            placeholder=Content(PLACEHOLDERS[0]),
        )
        self.cursor_blink = False
        self.typed_at: int | None = None
        self.stamped = False
        self._now = now
        self._completions = completions
        self._history_lines: list[str] = []
        self._recalled = 0
        self._asides: list[str] = []
        self._begun = ""
        self._height_in_rows = 1

    def remember(self, lines: list[str]) -> None:
        """Set the lines that Up recalls, the newest last."""
        self._history_lines = lines
        self._recalled = len(lines)

    def restore(self, text: str) -> None:
        """Show `text` with the cursor at its end."""
        self.load_text(clean(text))
        self.move_cursor(self.document.end)

    def take_up(self, draft: str) -> None:
        """Show the `draft`; if it ends with a command, that, and what stands before is kept aside until it is done."""
        before, _, last = draft.rpartition("\n")
        is_command = bool(before) and last.startswith("/")
        self._asides += [before] * is_command
        self.restore(last if is_command else draft)

    def begin(self, text: str) -> None:
        """Put the beginning of a command into the line; what was typed there is kept aside until it is done."""
        if not text.startswith(self.text):
            self._put_aside()
        self.restore(text)
        self._begun = text
        self.typed_at = None if self.stamped is False else self.typed_at

    def leave_begun(self) -> None:
        """Take out a command that was begun and not continued; the note kept aside comes back."""
        if self._begun and self.text == self._begun:
            self._begun = ""
            self._bring_back()

    def _put_aside(self) -> None:
        """Keep what was typed until the line is free again; what Up or a key has put there can be had again."""
        can_be_had = (self._begun, *self._history_lines[self._recalled : self._recalled + 1])
        if self.text.strip() and self.text not in can_be_had:
            self._asides.append(self.text)

    def _bring_back(self) -> None:
        """Show what was put aside last, or nothing."""
        self.restore(self._asides.pop() if self._asides else "")

    def accept(self, text: str) -> None:
        """Let Up recall the line `text`, which was carried out."""
        if not self._history_lines or self._history_lines[-1] != text:
            self._history_lines.append(text)
        self._recalled = len(self._history_lines)

    def put_back(self, text: str, typed_at: int) -> None:
        """Put back the refused line `text`; what was typed since is kept aside until it is done."""
        self._put_aside()
        self.restore(text)
        self.typed_at = typed_at

    @property
    def begun_texts(self) -> list[str]:
        """The texts to keep as a draft: what was put aside, and what stands here, but not what a key has put here."""
        return [text for text in (*self._asides, self.text) if text.strip("\n") and text != self._begun]

    def stamp(self) -> int:
        """Give the current note, or the next one, this moment as its time; return it (ms)."""
        self.typed_at, self.stamped = self._now(), True
        return self.typed_at

    def complete(self, completion: "Completion") -> None:
        """Replace what was begun with the completion and a space."""
        row, column = self.cursor_location
        begin = completion.start - sum(len(self.document[earlier]) + 1 for earlier in range(row))
        self.replace(completion.text + " ", (row, max(0, begin)), (row, column))

    def before_cursor(self) -> str:
        return self.get_text_range((0, 0), self.cursor_location)

    def action_keep(self) -> None:
        text = self.text
        if not text.strip():
            return
        typed_at = self.typed_at if self.typed_at is not None else self._now()
        self.typed_at, self.stamped, self._begun = None, False, ""
        self._bring_back()
        self.post_message(self.Submitted(text, typed_at))

    def action_break_line(self) -> None:
        self.insert("\n")

    def action_complete(self) -> None:
        """Accept the first completion, looked up anew so that Tab can't overtake the letters before it."""
        for first in self._completions(self.before_cursor())[:1]:
            self.complete(first)

    def action_undo(self) -> None:
        self._from_first_row(super().action_undo)

    def action_redo(self) -> None:
        self._from_first_row(super().action_redo)

    def _from_first_row(self, change: Callable[[], None]) -> None:
        """Make a change with the cursor in the first row: Textual looks for it while rows are missing, and crashes."""
        before, selection = self.text, self.selection
        self.move_cursor((0, 0))
        change()
        if self.text == before:
            self.selection = selection

    def action_cursor_up(self, select: bool = False) -> None:
        """Go up a row, or from the first row to the line before this one."""
        if select or self.cursor_location[0] > 0 or not self._recall(-1):
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        if select or self.cursor_location[0] < self.document.line_count - 1 or not self._recall(1):
            super().action_cursor_down(select)

    def _recall(self, step: int) -> bool:
        wanted = self._recalled + step
        if not 0 <= wanted <= len(self._history_lines):
            return False
        self._put_aside()
        self._recalled = wanted
        if wanted < len(self._history_lines):
            self.restore(self._history_lines[wanted])
        else:
            self._bring_back()
        return True

    def on_paste(self, event: events.Paste) -> None:
        """Paste all rows, without anything that could act on the terminal."""
        event.prevent_default()
        event.stop()
        self.type_in(event.text)

    def take(self, event: events.Key) -> None:
        """Take a key that was pressed where this line isn't seen: what is typed stands here, and nothing is done."""
        if event.key == "enter" and self.text:
            self.action_break_line()
        elif event.key == "backspace":
            self.action_delete_left()
        elif event.is_printable:
            self.type_in(event.character or "")

    def type_in(self, text: str) -> None:
        """Put `text` where the cursor is, as if it were typed."""
        result = self.replace(clean(text), *self.selection)
        self.move_cursor(result.end_location)

    @on(TextArea.Changed)
    def tell_typed(self, event: TextArea.Changed) -> None:
        event.stop()
        text = self.text
        if not text:
            self.typed_at = self.typed_at if self.stamped else None
        elif self.typed_at is None:
            self.typed_at = self._now()
        self._grow()
        self.post_message(self.Typed(text, self.before_cursor()))

    def render_line(self, y: int) -> Strip:
        """Draw nothing at zero width, where Textual would fail to wrap the placeholder."""
        return super().render_line(y) if self.content_size.width else Strip.blank(self.size.width)

    def on_resize(self) -> None:
        self.call_later(self._grow)  # once the text has been wrapped again
        self.hint(self.placeholders)

    def hint(self, placeholders: Sequence[str]) -> None:
        """Show the first of these that fits while the line is empty."""
        self.placeholders = placeholders
        fitting = (words for words in self.placeholders if len(words) < self.size.width)
        words = next(fitting, "")
        if str(self.placeholder) != words:
            self.placeholder = Content(words)

    def _grow(self) -> None:
        rows = max(1, min(MOST_ROWS, self.wrapped_document.height))
        if rows != self._height_in_rows:
            self._height_in_rows = rows
            self.styles.height = rows
