"""A footer with as many keys as fit whole, and a count of the others: Textual's own cuts them off at the edge."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Footer, Label

from facilitator.documents.cells import cells

_AROUND = 3
"""How many cells are left free around a key and what it does."""


class CountingFooter(Footer):
    """Shows the first of the screen's keys and, at the end, how many have no room: `+3`."""

    def __init__(self) -> None:
        super().__init__(show_command_palette=False)
        self._fitting = 0

    def compose(self) -> ComposeResult:
        keys = list(super().compose())
        self._fitting = self._count_fitting()
        yield from keys[: self._fitting]
        if left := len(keys[self._fitting :]):
            yield Label(Content(_more(left)), id="more")

    def on_resize(self, event: events.Resize) -> None:
        if self._fitting != self._count_fitting():
            self.refresh(recompose=True)

    def _count_fitting(self) -> int:
        first: dict[str, Binding] = {}
        for active in self.screen.active_bindings.values():
            if active.binding.show:
                first.setdefault(active.binding.action, active.binding)
        return _fitting([self._width(binding) for binding in first.values()], self.screen.size.width)

    def _width(self, binding: Binding) -> int:
        return cells(self.app.get_key_display(binding)) + cells(binding.description) + _AROUND


def _fitting(widths: Sequence[int], room: int) -> int:
    """Return how many of the first fit, with room for the count of the others."""
    for count in range(len(widths), 0, -1):
        left = len(widths) - count
        if sum(widths[:count]) + (len(_more(left)) if left else 0) <= room:
            return count
    return 0


def _more(left: int) -> str:
    return f"+{left} "
