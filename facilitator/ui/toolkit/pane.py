"""A pane of text lines: the base of what the live screen shows.

There is one widget per pane, not per row, and only changed lines are drawn. What doesn't fit is counted in the title,
or in the last row if there is none, and reached with the mouse wheel; the line that matters (`kept_in_view`) stays in
view.
"""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from facilitator.documents.cells import cells
from facilitator.documents.styled_text import Line, Span, line, width_of, wrapped
from facilitator.ui.toolkit.hidden_things import Hidden, hidden, things_of


class Pane(Widget):
    """A widget that shows the lines which a subclass makes in `lines_for`, under a title if it has one."""

    can_focus = False
    ALLOW_SELECT = False
    COUNTS_BELOW = True
    """Whether the last row counts what is hidden below, if there is no title that could."""

    def __init__(self, title: str = "", *, id: str | None = None) -> None:
        self._role_styles: dict[tuple[str, ...], Style] = {}
        super().__init__(id=id)
        self.title = title
        self._added_title = ""
        self.rows: list[Line] = []
        self._things: Sequence[int] = ()
        self._laid_out_for: Size | None = None
        self._pinned = 0
        self.top = 0
        self._show_title()

    def lines_for(self, width: int) -> Sequence[Line]:
        """Return the lines to show in `width` cells."""
        return ()

    def retitle(self, more: str) -> None:
        """Show `more` after the title, until the next call."""
        self._added_title = more
        self._show_title()

    def _show_title(self) -> None:
        if self.title:
            wanted = " · ".join(part for part in (self.title, self.hidden().words, self._added_title) if part)
            if wanted != str(self.border_title or ""):
                self.border_title = Content(wanted)

    def hidden(self) -> Hidden:
        """Return what is out of view."""
        height = self._laid_out_for.height if self._laid_out_for else len(self.rows)
        return hidden(self._things, self._pinned, self.top, height - self._has_count(height))

    def _has_count(self, height: int) -> bool:
        """Whether the last row of `height` counts what is below, because there is no title that could."""
        return self.COUNTS_BELOW and not self.title and len(self.rows) - self.top > height > 1

    def pinned(self) -> int:
        """Return how many of the first rows stay where they are when the others scroll."""
        return 0

    def wanted_height(self) -> int:
        """Return the height at which nothing is hidden; when it changes, `height: auto` is laid out again."""
        return len(self.rows)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of rows, for `height: auto` in the stylesheet."""
        return sum(1 for whole in self.lines_for(width) for _ in wrapped(whole, width))

    def kept_in_view(self) -> object:
        """Return the target of the line that must stay in view; None leaves the view where it is."""
        return None

    def renew(self) -> None:
        """Make the lines again and redraw those that changed; do nothing before the first drawing, which makes them."""
        if self._laid_out_for is None:
            return
        size, wanted = self._laid_out_for, self.wanted_height()
        old = [self.shown_row(y) for y in range(size.height)]
        self._lay_out(size)
        if wanted != self.wanted_height() and self.styles.is_auto_height:
            self.refresh(layout=True)
            return
        for y, before in enumerate(old):
            after = self.shown_row(y)
            if before.role != after.role:
                self.refresh(Region(0, y, size.width, 1))
            elif before != after and (cells := changed_cells(before, after)):
                self.refresh(Region(cells.start, y, len(cells), 1))

    def _lay_out(self, size: Size) -> None:
        self._laid_out_for = size
        lines = self.lines_for(size.width) if size else ()
        wrapped_lines = [(whole, list(wrapped(whole, size.width))) for whole in lines]
        self.rows = [row for _, rows in wrapped_lines for row in rows]
        self._things = things_of((whole, len(rows)) for whole, rows in wrapped_lines)
        self._pinned = self.pinned()
        self.top = self._top_for(size.height)
        self._show_title()

    @property
    def laid_out(self) -> Size:
        """The size for which the rows were made; nothing before the first drawing."""
        return self._laid_out_for or Size(0, 0)

    def shown_row(self, y: int) -> Line:
        """Return what is shown in a row of the content; an empty line below the last."""
        height = self.laid_out.height
        if y == height - 1 and self._has_count(height):
            return line(Span(self.hidden().words, "muted"))
        at = y if y < self._pinned else self.top + y
        return self.rows[at] if at < len(self.rows) else _NOTHING

    def _top_for(self, height: int) -> int:
        last = max(0, len(self.rows) - height)
        top = max(0, min(self.top, last))
        height -= bool(
            last and self.COUNTS_BELOW and not self.title and height > 1
        )  # the last row counts what is hidden
        target = self.kept_in_view()
        places = [y for y, row in enumerate(self.rows) if row.target == target] if target is not None else []
        if places:
            first = max(0, places[0] - self._pinned)
            top = min(top, first)
            top = max(top, min(places[-1], first + height - 1) - height + 1)
            top = top and self._beginning(top, first)
        return top if self.title else min(top, last)

    def _beginning(self, least: int, most: int) -> int:
        """Return the first scrolled row from `least` on where a target begins, but at most `most`."""
        rows = self.rows[self._pinned :]
        whole = (y for y in range(least, most) if rows[y].spans and rows[y].target != rows[y - 1].target)
        return next(whole, most)

    def role_style(self, *roles: str) -> Style:
        """Return the style of text in these roles, the later over the earlier, on the background of this pane.

        It is worked out once and remembered until the styles change, since every tick asks for it.
        """
        style = self._role_styles.get(roles)
        if style is None:
            style = self.rich_style
            for role in filter(None, roles):
                style += self.screen.get_component_rich_style(role, partial=True)
            self._role_styles[roles] = style
        return style

    def notify_style_update(self) -> None:
        self._role_styles.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        size = self.size
        if size != self._laid_out_for:
            self._lay_out(size)
        width = size.width
        row = self.shown_row(y)
        segments = [Segment(span.text, self.role_style(row.role, span.role)) for span in row.spans]
        return Strip(segments, width_of(row.spans)).adjust_cell_length(width, self.role_style(row.role))

    def target_at(self, x: int, y: int) -> object:
        """Return the target at a cell of the content, or None."""
        if not 0 <= y < self.size.height:
            return None
        row = self.shown_row(y)
        begin = 0
        for span in row.spans:
            begin += cells(span.text)
            if x < begin:
                return span.target if span.target is not None else row.target
        return row.target

    def clicked(self, target: object) -> None:
        """Handle a click on `target`; for subclasses."""

    def on_click(self, event: events.Click) -> None:
        left, top = self.content_offset
        target = self.target_at(event.x - left, event.y - top)
        if target is not None:
            event.stop()
            self.clicked(target)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.move_view(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.move_view(-3)

    def move_view(self, rows: int) -> None:
        """Scroll by `rows`: down if positive, up if negative."""
        top = max(0, min(self.top + rows, len(self.rows) - self.size.height))
        if top != self.top:
            self.top = top
            self._show_title()
            self.refresh()


_NOTHING = line()


def changed_cells(before: Line, after: Line) -> range:
    """Return the cells from the first to the last in which two rows look different."""
    old, new = _characters(before), _characters(after)
    alike = 0
    while alike < min(len(old), len(new)) and old[alike] == new[alike]:
        alike += 1
    begin = _cells(new[:alike])
    end = max(_cells(old), _cells(new))
    if _cells(old) == _cells(new):
        while len(new) > alike and old[-1:] == new[-1:]:
            end -= _cells(new[-1:])
            old, new = old[:-1], new[:-1]
    return range(begin, end)


def _characters(row: Line) -> list[tuple[str, str]]:
    """Return each character of a row with its role."""
    return [(character, span.role) for span in row.spans for character in span.text]


def _cells(characters: Sequence[tuple[str, str]]) -> int:
    return cells("".join(character for character, _ in characters))
