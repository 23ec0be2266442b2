"""The search line, which filters the note stream while one types."""

from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from facilitator.domain.text.plain_text import one_line


class SearchLine(Input):
    """A line that is hidden until it is opened. Enter goes back to the notes and keeps the filter, Esc removes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "All notes", id="search.close", tooltip="Show all notes again", show=False)
    ]

    class Wanted(Message):
        """Only notes with these words are wanted; without words, all notes."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    class Left(Message):
        """The search line needs the keys no longer."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, select_on_focus=False, placeholder="Search: words, #competency, @panelist, q3, + - ? !")
        self.cursor_blink = False
        self.display = False

    def open(self) -> None:
        self.display = True
        self.screen.set_focus(self)  # at once, so that the next key comes here

    def close(self) -> None:
        """Hide the line and show all notes."""
        self.value = ""
        self.display = False
        self.post_message(self.Wanted(""))
        self.post_message(self.Left())

    def action_close(self) -> None:
        self.close()

    def on_paste(self, event: events.Paste) -> None:
        """Paste one line of text, without anything that could act on the terminal."""
        event.prevent_default()
        event.stop()
        self.insert_text_at_cursor(one_line(event.text))

    @on(Input.Changed)
    def tell_wanted(self, event: Input.Changed) -> None:
        event.stop()
        if self.display:
            self.post_message(self.Wanted(event.value))

    async def action_submit(self) -> None:
        self.post_message(self.Left())
