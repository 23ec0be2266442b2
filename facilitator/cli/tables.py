"""Tables on standard output, in plain text: nothing in a cell is read as markup.

Rich has tables, too, but takes half a millisecond for a row: seconds for the interviews of some years.
"""

import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

import click

_WHOLE = 12
"""The longest word, in letters, that is never broken where room is scarce; dates are among them."""

_GAP = "   "
_EDGE = " "


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table. Its first column, a name to be copied, is never broken: without room it gets a line of its own."""
    from facilitator.domain.text.plain_text import one_line

    whole = [list(headings), *([one_line(cell) for cell in row] for row in rows)]
    columns = list(zip(*whole, strict=True))
    widths = _widths(columns)
    if sys.stdout.isatty() and not _fits(columns, widths, shutil.get_terminal_size().columns):
        lines = [line for row in whole[1:] for line in _told(headings, row)]
    else:
        heads, *others = [list(_lines(row, widths)) for row in whole]
        rule = "─" * (sum(widths) + len(_GAP) * (len(widths) - 1))
        blank = " " * len(rule)
        body = (line for row in others for line in row)
        lines = [f"{_EDGE}{line}{_EDGE}" for line in (blank, *heads, rule, *body, blank)]
        lines[1 : 1 + len(heads)] = [click.style(line, bold=True) for line in lines[1 : 1 + len(heads)]]
    click.echo("\n".join(lines))


def _widths(columns: Sequence[Sequence[str]]) -> list[int]:
    from facilitator.documents.cells import cells

    return [max(map(cells, column)) for column in columns]


def _fits(columns: Sequence[Sequence[str]], widths: list[int], room: int) -> bool:
    """Make the widest columns narrower, as far as needed to fit into `room` cells; return whether that was enough."""
    words = [[word for text in column for word in text.split()] for column in columns[1:]]
    narrowest = [widths[0], *(min(_WHOLE, width) for width in _widths([[*column, ""] for column in words]))]
    excess = sum(widths) + len(_GAP) * (len(widths) - 1) + 2 * len(_EDGE) - room
    while excess > 0:
        widest = max(range(len(widths)), key=lambda place: (widths[place] > narrowest[place], widths[place]))
        if widths[widest] <= narrowest[widest]:
            return False
        widths[widest] -= 1
        excess -= 1
    return True


def _lines(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """Yield a row in as many lines as its texts need."""
    from facilitator.documents.cells import cells, folded

    fitting = ([text] if cells(text) <= width else folded(text, width) for text, width in zip(row, widths, strict=True))
    for texts in zip_longest(*fitting, fillvalue=""):
        yield _GAP.join([text + " " * (width - cells(text)) for text, width in zip(texts, widths, strict=True)])


def _told(headings: Sequence[str], row: Sequence[str]) -> Iterator[str]:
    """Yield a row for which there is no room, its first cell on a line of its own."""
    from facilitator.documents.cells import folded

    name, *others = row
    yield name
    told = " · ".join(f"{heading}: {cell}" for heading, cell in zip(headings[1:], others, strict=True) if cell)
    yield from (f"  {line}" for line in folded(told, shutil.get_terminal_size().columns - 2))
