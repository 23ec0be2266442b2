"""Tables in plain text, with aligned columns as wide as their content."""

from collections.abc import Sequence
from itertools import zip_longest

from facilitator.documents.cells import cells, folded
from facilitator.documents.document import Cell, Column, Table

GAP = "  "
NARROWEST = 16
"""A single column isn't folded to fewer cells than this, since a text that is read needs a line to run."""

LOWEST_LEVEL = 12
"""Several columns aren't folded to fewer cells than this."""

TALLEST_ROW = 3
"""A table whose texts would be folded into more than about this many rows is none."""


def columns(table: Table, widest: int) -> list[str] | None:
    """Return the lines of `table`, titles first, with what is too wide folded.

    Return None if the table would still be wider than `widest` cells.
    """
    titles = [" ".join(column.title.split()) for column in table.columns]
    rows = [[" ".join(cell.whole.split()) for cell in row] for row in table.rows]
    sizes = column_sizes(titles, [list(map(cells, row)) for row in rows], widest)
    if sizes is None:
        return None
    numbers = [column.is_number for column in table.columns]
    return [line for row in [titles, *rows] for line in _set(row, sizes, numbers)]


def column_sizes(titles: Sequence[str], rows: Sequence[Sequence[int]], widest: int) -> list[int] | None:
    """Return the width of each column from its title and the widths of its texts, all in cells.

    If they don't fit into `widest`, the largest is narrowed; then titles are folded as well; then the largest are
    narrowed together, to one width. Return None if even that is too narrow to read.
    """
    whole = list(map(cells, titles))
    words = [max(map(cells, title.split()), default=0) for title in titles]
    room = widest - len(GAP) * (len(titles) - 1)
    needed = list(map(max, zip(words, *rows, strict=True)))
    for heads, narrowed in ((whole, _largest_narrowed), (words, _largest_narrowed), (words, _levelled)):
        sizes = narrowed(list(map(max, zip(heads, *rows, strict=True))), room)
        if sizes and all(size * TALLEST_ROW >= wide for size, wide in zip(sizes, needed, strict=True)):
            return sizes
    return None


def _largest_narrowed(sizes: list[int], room: int) -> list[int] | None:
    largest, excess = sizes.index(max(sizes)), max(0, sum(sizes) - room)
    if excess and sizes[largest] - excess < NARROWEST:
        return None
    sizes[largest] -= excess
    return sizes


def _levelled(sizes: list[int], room: int) -> list[int] | None:
    levels = range(max(sizes), LOWEST_LEVEL - 1, -1)
    level = next((level for level in levels if sum(min(size, level) for size in sizes) <= room), None)
    return None if level is None else [min(size, level) for size in sizes]


def together(columns: Sequence[Column], row: Sequence[Cell]) -> list[tuple[str, Cell]]:
    """Return the cells of a row with their titles, for a table too wide for columns; equal cells are joined."""
    titles: dict[Cell, list[str]] = {}
    for column, cell in zip(columns, row, strict=True):
        if cell.text:
            titles.setdefault(cell, []).append(column.title)
    return [(", ".join(filter(None, named)), cell) for cell, named in titles.items()]


def _set(row: list[str], sizes: list[int], numbers: list[bool]) -> list[str]:
    """Return a row in as many lines as its texts need."""
    lines = zip_longest(*(folded(text, size) for text, size in zip(row, sizes, strict=True)), fillvalue="")
    return [
        GAP.join(_padded(text, size, number) for text, size, number in zip(texts, sizes, numbers, strict=True)).rstrip()
        for texts in lines
    ] or [""]


def _padded(text: str, size: int, to_the_right: bool) -> str:
    space = " " * (size - cells(text))
    return space + text if to_the_right else text + space
