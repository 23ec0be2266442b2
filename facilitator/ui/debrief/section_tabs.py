"""The tabs of the debrief screen: where not all have room, those around the open one, and a count of the others."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static, Tab, Tabs

from facilitator.documents.cells import cells
from facilitator.ui.debrief.sections import SECTIONS, Section

ROOM_FOR_TITLES = 104
"""From this width on, in cells, the sections have their full titles."""

ROOM_FOR_ALL = 80
"""From this width on, in cells, all sections have room if their titles are short; below, titles are full again."""

ROOM_FOR_ONE = 25
"""Below this width, in cells, the longest title has no room between two counts."""

_AROUND = 2
"""How many cells are left free around the title of a tab."""

_COUNT = 3
"""How many cells a count such as `‹2 ` takes."""


class SectionTabs(Tabs, can_focus=False):
    """A tab for each section; one that has no room is counted at the edge, and comes with the arrow keys."""

    def __init__(self) -> None:
        super().__init__(
            *(Tab(_label(number, section.title), id=f"section-{number}") for number, section in enumerate(SECTIONS, 1))
        )

    def compose(self) -> ComposeResult:
        yield Static(id="before")
        yield Static(id="after")
        yield from super().compose()

    def watch_active(self, previously_active: str, active: str) -> None:
        self._show_around(active)
        super().watch_active(previously_active, active)

    def on_resize(self, event: events.Resize) -> None:
        self._show_around(self.active)

    def _show_around(self, active: str) -> None:
        width = self.screen.size.width
        labels = [_label(number, _title(section, width)) for number, section in enumerate(SECTIONS, 1)]
        tabs = [self.query_one(f"#section-{number}", Tab) for number in range(1, len(SECTIONS) + 1)]
        at = next((place for place, tab in enumerate(tabs) if tab.id == active), 0)
        shown = around(at, [cells(label.plain) + _AROUND for label in labels], width)
        for place, (tab, label) in enumerate(zip(tabs, labels, strict=True)):
            tab.display = place in shown
            if tab.label_text != label.plain:
                tab.label = label
        self._count("#before", f"‹{shown.start}" if shown.start else "")
        self._count("#after", f"{len(tabs) - shown.stop}›" if shown.stop < len(tabs) else "")

    def _count(self, where: str, said: str) -> None:
        count = self.query_one(where, Static)
        count.display = bool(said)
        count.update(Content(said))


def around(at: int, widths: Sequence[int], room: int) -> range:
    """Return the places around `at` that have room, with a count of those before and after them."""
    start, stop = at, at + 1

    def fits(start: int, stop: int) -> bool:
        counts = _COUNT * (start > 0) + _COUNT * (stop < len(widths))
        return start >= 0 and stop <= len(widths) and sum(widths[start:stop]) + counts <= room

    while True:
        if fits(start, stop + 1):
            stop += 1
        elif fits(start - 1, stop):
            start -= 1
        else:
            return range(start, stop)


def section_number(tab: Tab) -> int:
    """Return the number of a section, by its tab."""
    return int((tab.id or "section-1").removeprefix("section-"))


def _title(section: Section, width: int) -> str:
    are_full = ROOM_FOR_ONE <= width < ROOM_FOR_ALL or width >= ROOM_FOR_TITLES
    return section.title if are_full else section.short


def _label(number: int, title: str) -> Content:
    return Content(f"{number} {title}")
