"""How wide the columns of a table in a Word file are: Word and LibreOffice would make them equal, and break words."""

from collections.abc import Iterable, Iterator, Sequence

from facilitator.documents.cells import cells
from facilitator.documents.document import Column, Table
from facilitator.documents.word_file.word_look import TEXT_WIDTH

_LETTER, _BESIDE = 100, 230
"""How wide a letter is on average, and what is needed beside a text, in twentieths of a point."""

_SHORT, _LONG = 24, 60
"""Texts of so many letters: up to the first on one line; from the second on in several, however wide the column is."""


def widths(table: Table) -> list[int]:
    """Return the width of each column in twentieths of a point: that of its longest text, if there is room for all.

    Otherwise each has room for its longest word, then for its texts as long as they are on average, as far as it goes.
    """
    texts = [list(_texts(table, place, column)) for place, column in enumerate(table.columns)]
    letters = [list(map(cells, column)) for column in texts]
    least = [_width(max(map(cells, _unbroken(column)), default=0)) for column in texts]
    if sum(least) > TEXT_WIDTH:
        return [TEXT_WIDTH * size // sum(least) for size in least]
    on_average = _grown(least, [_width(_needed(column)) for column in letters])
    return _grown(on_average, [_width(max(column)) for column in letters])


def _grown(sizes: Sequence[int], wanted: Sequence[int]) -> list[int]:
    """Return the sizes, grown to what is wanted, or by as large a share of it as there is room for."""
    lacking = [max(0, want - size) for size, want in zip(sizes, wanted, strict=True)]
    share = min(1.0, (TEXT_WIDTH - sum(sizes)) / sum(lacking)) if any(lacking) else 0
    return [size + int(more * share) for size, more in zip(sizes, lacking, strict=True)]


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
