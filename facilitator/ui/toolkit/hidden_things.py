"""What of a pane is out of view, counted in things instead of rows: by “3 more” people understand three questions."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from facilitator.documents.styled_text import Line

_BLANK = 0
"""The thing of a row on which nothing stands."""


class Hidden(NamedTuple):
    """How many things are hidden above and below; whether one is cut off there, of which some rows are in view."""

    above: int
    below: int
    cut_above: bool = False
    cut_below: bool = False

    @property
    def words(self) -> str:
        """Such as `↑ 8 ↓ 23 more`, with `↓ the rest` for what is cut off; empty if nothing is hidden."""
        sides = (("↑", self.above, self.cut_above), ("↓", self.below, self.cut_below))
        counted = [f"{arrow} {count}" for arrow, count, _ in sides if count]
        rest = [f"{arrow} the rest" for arrow, count, cut in sides if cut and not count]
        return " ".join([*counted, *["more"] * bool(counted), *rest])


def things_of(lines: Iterable[tuple[Line, int]]) -> list[int]:
    """Return a number for the thing of each row, from the lines and how many rows each takes.

    Neighbours with the same target are one thing; a line without a target is one of its own.
    """
    things: list[int] = []
    thing, before = _BLANK, None
    for whole, rows in lines:
        if not any(span.text.strip() for span in whole.spans):
            things += [_BLANK] * rows
            continue
        if whole.target is None or whole.target != before:
            thing, before = thing + 1, whole.target
        things += [thing] * rows
    return things


def hidden(things: Sequence[int], pinned: int, top: int, height: int) -> Hidden:
    """Return what is hidden of rows with these things, of which `height` are shown: `pinned` ones, then from `top`."""
    first, end = pinned + top, max(pinned, height) + top
    shown = {*things[:pinned], *things[first:end], _BLANK}
    above, below = set(things[pinned:first]) - {_BLANK}, set(things[end:]) - {_BLANK}
    return Hidden(len(above - shown), len(below - shown), bool(above & shown), bool(below & shown))
