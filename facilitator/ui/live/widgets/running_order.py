"""The running order: every segment with its planned time and its actual or expected one."""

from collections.abc import Sequence

from textual.message import Message

from facilitator.documents.cells import cells, enumerated, fitted
from facilitator.documents.styled_text import Line, Span, line
from facilitator.domain.session.state import Session
from facilitator.domain.text.durations import clock_text, length_text
from facilitator.domain.time.time_of_day import time_of_day
from facilitator.domain.time.timing import Expected, SegmentState
from facilitator.showing.facts import order_detail
from facilitator.showing.looks import SEGMENT_STATE
from facilitator.ui.toolkit.pane import Pane


class RunningOrder(Pane):
    """A pane with one or two rows per segment, as the height allows; the running one stays in view."""

    class Chosen(Message):
        """A segment was clicked. `number` counts from 1."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    session: Session | None = None
    order: Sequence[Expected] = ()

    def show(self, session: Session, order: Sequence[Expected]) -> None:
        """Show `order`. Nothing is drawn while only the time of the running segment changes, which isn't shown."""
        same = session is self.session and _less_running(order) == _less_running(self.order)
        self.session, self.order = session, order
        if not same:
            self.renew()

    def kept_in_view(self) -> object:
        return next((number for number, item in enumerate(self.order, 1) if item.state is SegmentState.CURRENT), None)

    def clicked(self, target: object) -> None:
        if isinstance(target, int):
            self.post_message(self.Chosen(target))

    def lines_for(self, width: int) -> Sequence[Line]:
        if self.session is None:
            return ()
        detailed = self.size.height >= 2 * len(self.order)
        lines: list[Line] = []
        for number, item in enumerate(self.order, 1):
            lines.append(order_line(self.session, item, number, width, detailed))
            if detailed:
                detail = enumerated(order_detail(item), width - 8)
                lines.append(line("        ", Span(detail, "muted"), target=number))
        return lines


def _less_running(order: Sequence[Expected]) -> list[Expected]:
    return [item for item in order if item.state is not SegmentState.CURRENT]


def order_line(session: Session, item: Expected, number: int, width: int, detailed: bool) -> Line:
    """Return a row such as `▶ 10:22 Territory and pipeline workshop   26m`."""
    look = SEGMENT_STATE[item.state]
    at = item.expected_start_at
    begins = time_of_day(session, at) if at is not None else "  –  "
    length = (
        clock_text(item.used_seconds)
        if item.state is SegmentState.DONE
        else look.word
        if item.expected_start_at is None
        else length_text(item.allotted_seconds)
    )
    role = {"strong": "title", "quiet": "muted"}.get(look.role, look.role)
    room = width - 8 - (0 if detailed else cells(length) + 1)
    tail = [] if detailed else [Span(" " + length, "muted")]
    spans = (
        Span(f"{look.glyph} ", look.role),
        Span(f"{begins} ", "muted"),
        Span(fitted(item.segment.title, room), role),
    )
    return line(*spans, *tail, target=number)
