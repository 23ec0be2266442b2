"""A page of text to read: scrolled, wrapped to the width, fast however long it is.

Only the lines in view are drawn; the rest is plain rows, made once per page and width.
"""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from facilitator.ui.paragraphs import ROLES, Page, Row, rows


class Document(ScrollView, can_focus=True):
    """Shows a page, no wider than `measure` cells."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"document--{role}" for role in ROLES}

    def __init__(self, page: Page | None = None, *, measure: int = 120, id: str | None = None) -> None:
        super().__init__(id=id)
        self.measure = measure
        self._page = page
        self._text_rows: list[Row] = []

    def show(self, page: Page) -> None:
        """Show `page` from its beginning."""
        self._page = page
        self._lay_out()
        self.scroll_to(0, 0, animate=False, immediate=True)

    @property
    def text(self) -> str:
        """What the page says at its present width."""
        return "\n".join("".join(words for words, _ in row).rstrip() for row in self._text_rows)

    def on_resize(self, event: events.Resize) -> None:
        if min(self.measure, event.size.width - 1) != self.virtual_size.width:
            self._lay_out()

    def _lay_out(self) -> None:
        width = min(self.measure, self.scrollable_content_region.width - 1)  # a gap before the scrollbar
        if self._page is None or width <= 0:
            return
        self._text_rows = rows(self._page(width), width)
        self.virtual_size = Size(width, len(self._text_rows))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        row = self.scroll_offset.y + y
        style = self.rich_style
        if row >= len(self._text_rows):
            return Strip.blank(self.size.width, style)
        pieces = [
            Segment(words, self.get_component_rich_style(f"document--{role}") if role else style)
            for words, role in self._text_rows[row]
        ]
        strip = self._with_selection(Strip(pieces), row)
        return strip.crop_extend(0, self.size.width, style).apply_offsets(0, row)

    def _with_selection(self, strip: Strip, row: int) -> Strip:
        """The strip with what the mouse has selected shown as such."""
        span = selection.get_span(row) if (selection := self.text_selection) else None
        if span is None:
            return strip
        start, end = span
        text = strip.text
        first = strip.index_to_cell_position(start)
        last = strip.cell_length if end == -1 else strip.index_to_cell_position(min(end, len(text)))
        style = Style.from_color(bgcolor=self.screen.get_component_rich_style("screen--selection").bgcolor)
        chosen = Strip(Segment.apply_style(strip.crop(first, last), post_style=style))
        return Strip.join([strip.crop(0, first), chosen, strip.crop(last)])

    @property
    def allow_select(self) -> bool:
        return True

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        return selection.extract(self.text), "\n"
