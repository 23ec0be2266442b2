"""The last row: the keys that do something now. Clicking one does the same."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.message import Message

from facilitator.documents.cells import cells, shortened
from facilitator.documents.styled_text import Line, Span, line, width_of
from facilitator.ui.toolkit.pane import Pane

ROOMY_HEIGHTS = (16, 24)
"""From each of these screen heights on, the keys may take one more row."""

_GAP = "  "
"""What follows every key; at the end of a row it needs no room."""


class Key(NamedTuple):
    """A key in the bar. `shown` is how it is printed; `action` is what a click runs."""

    shown: str
    does: str
    action: str


class KeyBar(Pane):
    """A bar with as many keys as fit, a count of the others, and always the last ones, which lead to those."""

    class Pressed(Message):
        """A key was clicked."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    keys: Sequence[Key] = ()
    mode = ""

    most_rows = 1
    kept = 1

    def show(self, mode: str, keys: Sequence[Key], most_rows: int, kept: int = 1) -> None:
        """Show the keys. `mode` says in a word or two what typing does; the last `kept` keys are always shown."""
        if (mode, keys) != (self.mode, self.keys):
            self.mode, self.keys, self.most_rows, self.kept = mode, keys, most_rows, kept
            self.renew()

    def clicked(self, target: object) -> None:
        if isinstance(target, str):
            self.post_message(self.Pressed(target))

    def lines_for(self, width: int) -> Sequence[Line]:
        if not self.keys:
            return [line()]
        height = self.screen.size.height
        most_rows = min(self.most_rows, 1 + sum(height >= roomy for roomy in ROOMY_HEIGHTS))
        some, kept = self.keys[: -self.kept], self.keys[-self.kept :]
        needed = sum(map(_width, kept)) - len(_GAP)
        rows, left = self._filled(some, width, most_rows, needed)
        if left:
            rows, left = self._filled(some, width, most_rows, needed + len(_more(left)))
            rows[-1].append(Span(_more(left), "quiet"))
        for key in kept:
            if len(rows) < most_rows and width_of(rows[-1]) + _width(key) - len(_GAP) > width:
                rows.append([Span(" ")])
            rows[-1] += _spans(key)
        return [line(*row) for row in rows]

    def _filled(self, keys: Sequence[Key], width: int, most_rows: int, needed: int) -> tuple[list[list[Span]], int]:
        """Return rows of the first keys, with `needed` cells free in the last, and how many keys are left."""
        mode = shortened(self.mode, max(1, width - needed - 3)) if most_rows == 1 else self.mode
        rows: list[list[Span]] = [[Span(f" {mode} ", "cursor"), Span(" ")]]
        for place, key in enumerate(keys):
            is_last = len(rows) == most_rows
            if width_of(rows[-1]) + _width(key) - (0 if is_last else len(_GAP)) > width - (needed if is_last else 0):
                if is_last:
                    return rows, len(keys) - place
                rows.append([Span(" ")])
            rows[-1] += _spans(key)
        return rows, 0


def _more(left: int) -> str:
    return f"+{left} "


def _spans(key: Key) -> list[Span]:
    return [Span(f"{key.shown} ", "accent", key.action), Span(key.does + _GAP, "muted", key.action)]


def _width(key: Key) -> int:
    return cells(key.shown) + 1 + cells(key.does) + len(_GAP)
