"""The list to pick from: groups under headings, as fast with ten thousand entries as with ten.

Only the lines in view are drawn, and the place of an entry is computed, not stored.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import ClassVar

from msgspec import Struct
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size, Spacing
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from facilitator.documents.cells import cells, fitted
from facilitator.domain.text.dates import local, recent_text
from facilitator.domain.text.durations import clock_text
from facilitator.workspace.pickable import Pickable

LOW = 20
"""A list with fewer rows than this gives each entry one row instead of two."""


_WIDE = 64
"""From this width on, in cells, an entry on one row has room for its details."""


class Group(Struct, frozen=True):
    """Entries `first` to `first + count - 1` under a heading in row `top`, which follows a blank row."""

    heading: str
    first: int
    count: int
    top: int


class PickableList(ScrollView, can_focus=False):
    """A list of pickables, sorted by kind, one of which is highlighted."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "pickable-list--heading",
        "pickable-list--title",
        "pickable-list--detail",
        "pickable-list--warning",
        "pickable-list--cursor",
    }

    highlighted: reactive[int] = reactive(0, init=False)

    class Highlighted(Message):
        """Another entry is highlighted, or none: then `pickable` is None."""

        def __init__(self, pickable: Pickable | None) -> None:
            super().__init__()
            self.pickable = pickable

    class Chosen(Message):
        """The highlighted entry was clicked."""

        def __init__(self, pickable: Pickable) -> None:
            super().__init__()
            self.pickable = pickable

    def __init__(self, pickables: Sequence[Pickable], now: int, timezone: str, id: str | None = None) -> None:
        super().__init__(id=id)
        self._now = now
        self._timezone = timezone
        self._pickables: Sequence[Pickable] = pickables
        self._groups: list[Group] = []
        self._rows_each = 2

    @property
    def pickable(self) -> Pickable | None:
        """The highlighted entry."""
        return self._pickables[self.highlighted] if self._pickables else None

    def show(self, pickables: Sequence[Pickable]) -> None:
        """Show these entries instead, and highlight the first."""
        self._pickables = pickables
        self._arrange()
        self.set_reactive(PickableList.highlighted, 0)
        self.scroll_to(0, 0, animate=False, immediate=True)
        self.post_message(self.Highlighted(self.pickable))
        self.refresh()

    def move(self, step: int) -> None:
        """Highlight the entry `step` further on, at most the last or the first."""
        self.highlighted = max(0, min(len(self._pickables) - 1, self.highlighted + step))

    @property
    def page(self) -> int:
        """How many entries to move by for a page."""
        return max(1, self.size.height // self._rows_each - 1)

    def on_mount(self) -> None:
        self.post_message(self.Highlighted(self.pickable))

    def on_resize(self, event: events.Resize) -> None:
        self._rows_each = 1 if event.size.height < LOW else 2
        self._arrange()
        self._scroll_to_highlighted()

    def watch_highlighted(self) -> None:
        self._scroll_to_highlighted()
        self.refresh()
        self.post_message(self.Highlighted(self.pickable))

    def on_click(self, event: events.Click) -> None:
        index = self._index_at(self.scroll_offset.y + event.y)
        if index is None:
            return
        if index == self.highlighted:
            self.post_message(self.Chosen(self._pickables[index]))
        self.highlighted = index

    def render_line(self, y: int) -> Strip:
        row = self.scroll_offset.y + y
        width = self.size.width
        base = self.rich_style
        group = self._group_at(row)
        if group is None or row < group.top:
            return Strip.blank(width, base)
        if row == group.top:
            style = self.get_component_rich_style("pickable-list--heading")
            return Strip([Segment(" " + fitted(group.heading, width - 1), style)])
        index = self._index_at(row)
        if index is None:
            return Strip.blank(width, base)
        pickable = self._pickables[index]
        cursor = index == self.highlighted
        line = (row - group.top - 1) % self._rows_each
        return self._entry(pickable, width, cursor) if line == 0 else self._details(pickable, width, cursor)

    def _entry(self, pickable: Pickable, width: int, cursor: bool) -> Strip:
        length = "" if pickable.length_seconds is None else clock_text(pickable.length_seconds)
        title = pickable.title
        if self._rows_each == 1 and pickable.candidate:
            title = f"{pickable.candidate}, {title}"
        wide = self._rows_each == 1 and width >= _WIDE
        warned = f"▲ {_warnings(pickable)}" if pickable.warnings and wide else ""
        marks = ("▲ " if pickable.warnings else "  ") if self._rows_each == 1 and not wide else ""
        length_width = 1 + max(7, len(length))
        room = max(1, width - 3 - len(marks) - length_width)
        beside = room // 2 if wide else 0
        about = _joined(self._last_used(pickable), _panel(pickable))
        pieces = (
            ("▌ " if cursor else "  ", "heading"),
            (fitted(title, room - beside), "title"),
            (f"  {warned}" if warned else "", "warning"),
            (fitted(f"  {about}", beside - len(warned) - 2 * bool(warned)), "detail"),
            (marks, "warning"),
            (f"{length:>{length_width}} ", "detail"),
        )
        return self._strip(pieces, width, cursor)

    def _details(self, pickable: Pickable, width: int, cursor: bool) -> Strip:
        about = _joined(pickable.candidate, self._last_used(pickable), _panel(pickable))
        warning = f"▲ {_warnings(pickable)} " if pickable.warnings else ""
        room = max(1, width - 3 - cells(warning))
        pieces = (("▌ " if cursor else "  ", "heading"), (fitted(about, room) + " ", "detail"), (warning, "warning"))
        return self._strip(pieces, width, cursor)

    def _strip(self, pieces: Sequence[tuple[str, str]], width: int, cursor: bool) -> Strip:
        base = self.get_component_rich_style("pickable-list--cursor") if cursor else self.rich_style
        behind = Style.from_color(bgcolor=base.bgcolor)
        segments = [
            Segment(text, self.get_component_rich_style(f"pickable-list--{role}") + behind)
            for text, role in pieces
            if text
        ]
        return Strip(segments).crop_extend(0, width, base)

    def _last_used(self, pickable: Pickable) -> str:
        """Return `today 09:02`, `3 November` or `3 November 2025`; empty if it was never used.

        Of what is planned, return when that is, and that it was not started if that day is over.
        """
        if (planned := pickable.planned_at) is not None:
            is_past = local(planned, self._timezone).date() < local(self._now, self._timezone).date()
            when = recent_text(planned, self._now, self._timezone)
            return f"due {when}{', not started' if is_past else ''}"
        at = pickable.last_used_at
        return "" if at is None else recent_text(at, self._now, self._timezone)

    def _arrange(self) -> None:
        """Work out where each group goes, for the current height of an entry."""
        groups: list[Group] = []
        first = top = 0
        while first < len(self._pickables):
            kind = self._pickables[first].kind
            end = bisect_right(self._pickables, kind.rank, key=lambda pickable: pickable.kind.rank)
            groups.append(Group(kind.heading, first, end - first, top))
            top += 2 + (end - first) * self._rows_each
            first = end
        self._groups = groups
        self.virtual_size = Size(self.size.width, max(0, top - 1))

    def _group_at(self, row: int) -> Group | None:
        place = bisect_right(self._groups, row, key=lambda group: group.top) - 1
        return self._groups[place] if place >= 0 else None

    def _index_at(self, row: int) -> int | None:
        group = self._group_at(row)
        if group is None or row == group.top:
            return None
        within = (row - group.top - 1) // self._rows_each
        return group.first + within if within < group.count else None

    def _scroll_to_highlighted(self) -> None:
        """Bring the highlighted entry into view; with the first of a group also its heading."""
        for group in self._groups:
            if group.first <= self.highlighted < group.first + group.count:
                within = self.highlighted - group.first
                row = group.top + 1 + within * self._rows_each
                region = Region(0, row - (within == 0), 1, self._rows_each + (within == 0))
                self.scroll_to_region(region, animate=False, spacing=Spacing(), immediate=True)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _panel(pickable: Pickable) -> str:
    return ", ".join(pickable.panel)


def _warnings(pickable: Pickable) -> str:
    """Return `2 warnings`; empty if there are none."""
    count = len(pickable.warnings)
    return f"{count} warning{'s' if count > 1 else ''}" if count else ""
