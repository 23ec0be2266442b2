"""A page of text to read: scrolled, wrapped to the width, and shown at once however long it is.

Only the lines in view are drawn, and only those that will soon be in view are laid out at once; the rest follows in
small steps between the keys.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from facilitator.documents.styled_text import ROLES, Line, Span

Page = Callable[[int], Iterable[Line]]
"""Returns the rows of a page for a width in cells. A long page makes them one by one."""

FIRST, STEP = 100, 300
"""The number of rows laid out before the page is first shown, and in each step after that: some milliseconds."""


class DocumentView(ScrollView, can_focus=True):
    """Shows a page, no wider than `measure` cells."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"document-view--{role}" for role in ROLES}

    def __init__(self, page: Page | None = None, *, measure: int = 120, id: str | None = None) -> None:
        super().__init__(id=id)
        self.measure = measure
        self.is_complete = True
        self._page = page
        self._text_rows: list[tuple[Span, ...]] = []
        self._rest: Iterator[Line] = iter(())
        self._goes_to_end = False

    def show(self, page: Page) -> None:
        """Show `page` from its beginning."""
        self._page = page
        self.scroll_to(0, 0, animate=False, immediate=True)
        self._lay_out()

    def renew(self, page: Page) -> None:
        """Show `page`, a newer version of the one that is shown, without scrolling."""
        self._page = page
        self._lay_out(self.scroll_offset.y + self.size.height)

    @property
    def text(self) -> str:
        """What the page says at its present width, as far as it is laid out."""
        return "\n".join("".join(span.text for span in row).rstrip() for row in self._text_rows)

    def on_resize(self, event: events.Resize) -> None:
        if self._column != self.virtual_size.width:
            self._lay_out(self.scroll_offset.y + event.size.height)

    @property
    def _column(self) -> int:
        """The width of the text, with a gap before the scrollbar."""
        return max(0, min(self.measure, self.scrollable_content_region.width - 1))

    def _lay_out(self, least_rows: int = 0) -> None:
        """Lay the page out again, at once `least_rows` of it if there are so many."""
        width = self._column
        if self._page is None or width == 0:
            return
        self.is_complete = self._goes_to_end = False
        self._text_rows = []
        self._rest = iter(self._page(width))
        self._grow(self._rest, max(FIRST, least_rows))
        self._follow(self._rest, width)

    def _grow(self, rest: Iterator[Line], most_rows: int) -> None:
        step = list(islice(rest, most_rows))
        self._text_rows += [row.spans for row in step]
        self.is_complete = len(step) < most_rows

    def _follow(self, rest: Iterator[Line], width: int) -> None:
        """Show how much there is now, and go on after the keys that were typed meanwhile."""
        self.virtual_size = Size(width, len(self._text_rows))
        self.refresh()
        if not self.is_complete:
            self.set_timer(0.001, lambda: self._go_on(rest, width))
        elif self._goes_to_end:
            self.scroll_end(animate=False, immediate=True)

    def _go_on(self, rest: Iterator[Line], width: int) -> None:
        """Lay out some more, unless another page is shown by now."""
        if rest is self._rest:
            self._grow(rest, STEP)
            self._follow(rest, width)

    def action_scroll_end(self) -> None:
        """Go to the end, which may have yet to be laid out."""
        self._goes_to_end = not self.is_complete
        super().action_scroll_end()

    def render_line(self, y: int) -> Strip:
        row = self.scroll_offset.y + y
        style = self.rich_style
        if row >= len(self._text_rows):
            return Strip.blank(self.size.width, style)
        segments = [
            Segment(span.text, self.get_component_rich_style(f"document-view--{span.role}") if span.role else style)
            for span in self._text_rows[row]
        ]
        strip = self._with_selection(Strip(segments), row)
        return strip.crop_extend(0, self.size.width, style).apply_offsets(0, row)

    def _with_selection(self, strip: Strip, row: int) -> Strip:
        """Return the strip with what the mouse has selected highlighted."""
        span = selection.get_span(row) if (selection := self.text_selection) else None
        if span is None:
            return strip
        start, end = span
        text = strip.text
        if not text:  # a double click on an empty row
            return strip
        first = strip.index_to_cell_position(min(start, len(text)))
        last = strip.cell_length if end == -1 else strip.index_to_cell_position(min(end, len(text)))
        style = Style.from_color(bgcolor=self.screen.get_component_rich_style("screen--selection").bgcolor)
        chosen = Strip(Segment.apply_style(strip.crop(first, last), post_style=style))
        return Strip.join([strip.crop(0, first), chosen, strip.crop(last)])

    @property
    def allow_select(self) -> bool:
        return True

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        return selection.extract(self.text), "\n"
