"""How wide the columns of a table in a Word file are: Word and LibreOffice would make them equal, and break words."""

from collections.abc import Iterable, Iterator

from facilitator.documents.cells import cells
from facilitator.documents.document import Column, Table
from facilitator.documents.word_file.word_look import TEXT_WIDTH

_LETTER, _BESIDE = 100, 230
"""How wide a letter is on average, and what is needed beside a text, in twentieths of a point."""

_SHORT, _LONG = 24, 60
"""Texts of so many letters: up to the first on one line; from the second on in several, however wide the column is."""


def widths(table: Table) -> list[int]:
    """Return the width of each column in twentieths of a point: that of its longest text, if there is room for all.

    Otherwise each has room for its longest word, and a share of what is left: the more, the longer its texts are.
    """
    texts = [list(_texts(table, place, column)) for place, column in enumerate(table.columns)]
    letters = [list(map(cells, column)) for column in texts]
    longest = [_width(max(column)) for column in letters]
    if sum(longest) <= TEXT_WIDTH:
        return longest
    least = [_width(max(map(cells, _unbroken(column)), default=0)) for column in texts]
    left = TEXT_WIDTH - sum(least)
    if left <= 0:
        return [TEXT_WIDTH * size // sum(least) for size in least]
    more = [max(0, _width(_needed(column)) - size) for column, size in zip(letters, least, strict=True)]
    share = min(1.0, left / sum(more)) if sum(more) else 0
    return [size + int(each * share) for size, each in zip(least, more, strict=True)]


def _needed(letters: list[int]) -> int:
    return min(_LONG, max(min(max(letters), _SHORT), sum(letters) // len(letters)))


def _texts(table: Table, place: int, column: Column) -> Iterator[str]:
    yield column.title
    yield from (row[place].whole for row in table.rows)


def _unbroken(texts: Iterable[str]) -> Iterator[str]:
    """Yield what stays on one line; after a hyphen one may begin."""
    for text in texts:
        yield from text.replace("-", "- ").split()


def _width(letters: int) -> int:
    return letters * _LETTER + _BESIDE
