"""A widget alone on a screen: the smallest program around what a test looks at."""

from collections.abc import AsyncIterator, Iterable
from contextlib import AbstractAsyncContextManager
from typing import Any, Generic, TypeVar

from textual.app import ComposeResult
from textual.geometry import Offset
from textual.message import Message
from textual.pilot import Pilot
from textual.widget import Widget

from facilitator.ui.app import FacilitatorApp, Picking
from facilitator.ui.live.interview_screen import InterviewScreen


class Alone(InterviewScreen):
    """A screen with one widget as large as itself."""

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self.widget = widget
        widget.styles.width = widget.styles.height = "1fr"

    def compose(self) -> ComposeResult:
        yield self.widget


Hosted = TypeVar("Hosted", bound=Widget)


class Host(Generic[Hosted]):
    """Runs a widget alone. `heard` are the messages of ours that it has sent, each once."""

    def __init__(self, widget: Hosted) -> None:
        self.widget = widget
        self.app = FacilitatorApp(Picking(lambda: Alone(widget), str))
        self._messages: dict[Message, None] = {}

    @property
    def heard(self) -> list[Any]:
        return list(self._messages)

    @property
    def shown(self) -> list[str]:
        """The rows as the terminal shows them, without the blanks at their end."""
        width, height = self.widget.size
        return [self.widget.render_line(y).text[:width].rstrip() for y in range(height)]

    def run(self, width: int = 60, height: int = 12) -> AbstractAsyncContextManager[Pilot[None]]:
        return self.app.run_test(size=(width, height), message_hook=self._hear)

    async def click(self, pilot: Pilot[None], text: str) -> None:
        """Click the first place where `text` stands."""
        y = next(y for y, row in enumerate(self.shown) if text in row)
        offset = self.widget.content_offset + Offset(self.shown[y].index(text), y)
        await pilot.click(self.widget, offset=offset)
        await pilot.pause()

    def _hear(self, message: Message) -> None:
        if type(message).__module__ == type(self.widget).__module__:
            self._messages[message] = None


async def resized(pilot: Pilot[None], sizes: Iterable[tuple[int, int]]) -> AsyncIterator[tuple[int, int]]:
    """Give the terminal one size (columns, lines) after another; yield each once the screen has it."""
    for size in sizes:
        await pilot.resize_terminal(*size)
        await pilot.pause()
        await pilot.pause()
        assert pilot.app.screen.size == size
        yield size
