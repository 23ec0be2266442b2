"""Two views for other eyes: the curtain, for the candidate, and the clock, for the far end of the room.

Both cover the live screen, which runs on behind them and keeps what is being typed. While they are up, nothing else
of it is drawn: no notes, no coverage, no name of a competency. What is typed goes to its note line, and does nothing.
"""

from collections.abc import Sequence
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Click

from facilitator.documents.cells import shortened
from facilitator.documents.styled_text import Line, Span, line
from facilitator.domain.session.state import Session
from facilitator.domain.time.clock_face import ClockFace, clock_face
from facilitator.resources import styles_dir
from facilitator.showing.curtain import Item, Turn, seen_by_them
from facilitator.ui.live.interview_screen import InterviewScreen
from facilitator.ui.live.widgets.big_clock import BigClock
from facilitator.ui.toolkit.in_front import InFront
from facilitator.ui.toolkit.pane import Pane

_LOOKS = {Turn.OVER: ("✓", "muted"), Turn.NOW: ("▶", "title"), Turn.LATER: (" ", "")}
"""The mark before a line of the agenda, and the role of its title."""


class PlainOrder(Pane):
    """The agenda as one would tell it to the candidate: times and titles."""

    items: Sequence[Item] = ()

    def show(self, items: Sequence[Item]) -> None:
        self.items = items
        self.renew()

    def target_at(self, x: int, y: int) -> object:
        """Return None: nothing here can be clicked."""
        return None

    def kept_in_view(self) -> object:
        return next((item.segment for item in self.items if item.turn is Turn.NOW), None)

    def lines_for(self, width: int) -> Sequence[Line]:
        pad = " " * max(0, (width - 44) // 2)
        lines = []
        for item in self.items:
            mark, role = _LOOKS[item.turn]
            title = shortened(item.title, max(4, width - len(pad) - 9))
            lines.append(line(pad, Span(f"{mark} {item.begins}  ", "muted"), Span(title, role), target=item.segment))
        return lines


class View(InterviewScreen, InFront[Any]):
    """A view in front of the live screen, which gives it the session and the moment to show.

    `way_back` says how to leave, in the words of one who shares the screen: not what is behind it.
    """

    CSS_PATH = [styles_dir() / "interview.tcss", styles_dir() / "views.tcss"]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (8, "-high")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,f2,f3",
            "dismiss",
            "Back",
            id="view.leave",
            tooltip="Go back to the live screen; two clicks do the same",
        )
    ]

    ROLE: ClassVar[str] = ""
    """The role of the figures; if it is empty, that of the phase."""

    overtime = False
    """Whether the other side sees overtime."""

    def __init__(self, session: Session, now: int, way_back: str = "") -> None:
        super().__init__()
        self.way_back = WordsLine("quiet", id="way-back")
        self.way_back.show(way_back)
        self.set_reactive(InterviewScreen.session, session)
        self.set_reactive(InterviewScreen.now, now)
        self.figures = BigClock(self.ROLE, id="figures")

    def compose(self) -> ComposeResult:
        yield self.figures
        yield self.way_back

    def on_mount(self) -> None:
        self.show_moment()

    def on_click(self, event: Click) -> None:
        """Leave on a double click, so that touching the mouse doesn't show anybody's notes."""
        if event.chain == 2:
            self.dismiss()

    def show_moment(self) -> None:
        """Show the time; only what has changed is drawn."""
        if self.session is not None:
            self.show_face(clock_face(self.session, self.now))

    def show_face(self, face: ClockFace) -> None:
        self.show_phase(face.phase, face.paused)
        self.figures.show(face)


class ClockView(View):
    """The countdown alone, as large as it gets."""


class Curtain(View):
    """What the candidate may see: the title, the agenda, the clock; no alarm, and overtime only if it is wished."""

    ROLE = "strong"

    def __init__(self, session: Session, now: int, way_back: str = "") -> None:
        super().__init__(session, now, way_back)
        self.heading = WordsLine("title", id="heading")
        self.order = PlainOrder(id="agenda")

    def compose(self) -> ComposeResult:
        yield self.heading
        yield self.figures
        yield self.order
        yield self.way_back

    def show_moment(self) -> None:
        if self.session is not None:
            sight = seen_by_them(self.session, self.now, self.overtime)
            self.show_face(sight.face)
            self.heading.show(sight.heading)
            self.order.show(sight.items)


class WordsLine(Pane):
    """One line of text, all of it in one role."""

    text = ""

    def __init__(self, role: str, *, id: str) -> None:
        super().__init__(id=id)
        self.role = role

    def show(self, text: str) -> None:
        self.text = text
        self.renew()

    def lines_for(self, width: int) -> Sequence[Line]:
        return [line(Span(shortened(self.text, width), self.role))]
