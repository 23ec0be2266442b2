"""Tables in plain text, with aligned columns as wide as their content."""

from collections.abc import Sequence
from itertools import zip_longest

from facilitator.documents.cells import cells, folded
from facilitator.documents.document import Cell, Column, Table

GAP = "  "
NARROWEST = 16


def columns(table: Table, widest: int) -> list[str] | None:
    """Return the lines of `table`, titles first, with the widest column folded if needed.

    Return None if the table would still be wider than `widest` cells.
    """
    rows = [[column.title for column in table.columns], *([cell.whole for cell in row] for row in table.rows)]
    rows = [[" ".join(text.split()) for text in row] for row in rows]
    sizes = column_sizes([list(map(cells, row)) for row in rows], widest)
    if sizes is None:
        return None
    numbers = [column.is_number for column in table.columns]
    return [line for row in rows for line in _set(row, sizes, numbers)]


def column_sizes(rows: Sequence[Sequence[int]], widest: int) -> list[int] | None:
    """Return the width of each column from those of its texts; if they don't fit into `widest`, the largest shrinks.

    All widths are in cells. Return None if that column would be narrower than `NARROWEST`.
    """
    sizes = list(map(max, zip(*rows, strict=True)))
    excess = sum(sizes) + len(GAP) * (len(sizes) - 1) - widest
    if excess > 0:
        largest = sizes.index(max(sizes))
        sizes[largest] -= excess
        if sizes[largest] < NARROWEST:
            return None
    return sizes


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
