"""The debrief screen alone, with what it shows."""

from collections.abc import Callable

from textual.app import App

from facilitator.domain.debrief.debrief import Debrief
from facilitator.reports.audience import Extent
from facilitator.ui.debrief.debrief_screen import DebriefScreen, Save
from facilitator.ui.toolkit.document_view import DocumentView


class Host(App[None]):
    """The smallest program around the screen."""

    def __init__(self, screen: DebriefScreen) -> None:
        super().__init__()
        self.shown = screen
        self.is_left = False
        self.bells = 0

    def on_mount(self) -> None:
        self.push_screen(self.shown, self.leave)

    def leave(self, _: None) -> None:
        self.is_left = True

    async def action_bell(self) -> None:
        self.bells += 1


def saved(value: Debrief, format: str, extent: Extent | None) -> str:
    return f"Saved as debrief.{format}"


def copied(value: Debrief, purpose: str) -> str:
    return "Copied"


def opened(value: Debrief, save: Save = saved, copy: Callable[[Debrief, str], str] = copied) -> Host:
    return Host(DebriefScreen(value, save, copy))


def document(app: Host) -> DocumentView:
    return app.screen.query_one(DocumentView)


def on_screen(app: Host) -> str:
    """What the terminal shows of the document now."""
    shown = document(app)
    return "\n".join(shown.render_line(y).text.rstrip() for y in range(shown.size.height))
