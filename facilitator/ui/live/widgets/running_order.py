"""The running order: every segment with its planned time and its actual or expected one."""

from collections.abc import Sequence

from textual.message import Message

from facilitator.documents.cells import cells, enumerated, fitted
from facilitator.documents.styled_text import Line, Span, line
from facilitator.domain.session.state import Session
from facilitator.domain.text.durations import clock_text
from facilitator.domain.time.time_of_day import day_and_time
from facilitator.domain.time.timing import Expected, SegmentState
from facilitator.showing.facts import order_detail
from facilitator.showing.looks import SEGMENT_STATE
from facilitator.ui.toolkit.pane import Pane

BEGINNING = 8
"""The width of the glyph and the time of day before a number, in cells."""


class RunningOrder(Pane):
    """A pane with one or two rows per segment, as the height allows; the running one stays in view."""

    class Chosen(Message):
        """A segment was clicked. `number` is what it is called by."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    session: Session | None = None
    order: Sequence[Expected] = ()
    now: int = 0

    def show(self, session: Session, order: Sequence[Expected], now: int) -> None:
        """Show `order` at `now`. Nothing is drawn while only the running segment's time changes, which isn't shown."""
        same = session is self.session and _less_running(order) == _less_running(self.order)
        self.session, self.order, self.now = session, order, now
        if not same:
            self.renew()

    def kept_in_view(self) -> object:
        current = self.session.current if self.session is not None else None
        return self.session.plan.segment_numbers[current.id] if self.session is not None and current else None

    def clicked(self, target: object) -> None:
        if isinstance(target, int):
            self.post_message(self.Chosen(target))

    def lines_for(self, width: int) -> Sequence[Line]:
        if self.session is None:
            return ()
        detailed = self.size.height >= 2 * len(self.order)
        lines: list[Line] = []
        for item in self.order:
            number = self.session.plan.segment_numbers[item.segment.id]
            lines.append(order_line(self.session, item, self.now, number, width, detailed))
            if detailed:
                detail = enumerated(order_detail(item), width - BEGINNING)
                lines.append(line(" " * BEGINNING, Span(detail, "muted"), target=number))
        return lines


def _less_running(order: Sequence[Expected]) -> list[Expected]:
    return [item for item in order if item.state is not SegmentState.CURRENT]


def order_line(session: Session, item: Expected, now: int, number: int, width: int, detailed: bool) -> Line:
    """Return a row such as `▶ 10:22 3 Territory and pipeline   26m`, with its day if it isn't that of `now`."""
    look = SEGMENT_STATE[item.state]
    at = item.expected_start_at
    begins = day_and_time(session, at, now) if at is not None else "  –  "
    length = (
        clock_text(item.used_seconds)
        if item.state is SegmentState.DONE
        else look.word
        if item.expected_start_at is None
        else clock_text(item.allotted_seconds)
    )
    role = {"strong": "title", "quiet": "muted"}.get(look.role, look.role)
    called = number_text(session, number)
    room = width - 3 - cells(begins) - len(called) - (0 if detailed else cells(length) + 1)
    tail = [] if detailed else [Span(" " + length, "muted")]
    spans = (
        Span(f"{look.glyph} ", look.role),
        Span(f"{begins} ", "muted"),
        Span(called, "quiet"),
        Span(fitted(item.segment.title, room), role),
    )
    return line(*spans, *tail, target=number)


def number_text(session: Session, number: int) -> str:
    """Return the number of a segment with a space, as wide as the longest."""
    return f"{number:>{len(str(session.plan.next_segment_number - 1))}} "
