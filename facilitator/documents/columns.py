"""Tables in plain text: columns set under each other, as wide as what stands in them on a screen."""

import unicodedata
from collections.abc import Sequence
from itertools import zip_longest

from facilitator.documents.document import Cell, Column, Table

GAP = "  "
NARROWEST = 16


def width(text: str) -> int:
    """How many columns of a terminal or a fixed-width font `text` takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


def folded(text: str, widest: int) -> list[str]:
    """`text` in lines of at most `widest` columns, broken between words, and within one that is wider than a line."""
    lines: list[str] = []
    line, room = "", widest
    for word in text.split():
        size = width(word)
        if line and size < room:
            line, room = f"{line} {word}", room - size - 1
            continue
        if line:
            lines.append(line)
        while size > widest:
            cut = _fitting(word, widest)
            lines.append(word[:cut])
            word = word[cut:]
            size = width(word)
        line, room = word, widest - size
    return [*lines, line] if line else lines


def _fitting(word: str, widest: int) -> int:
    """How many letters of `word` take at most `widest` columns; at least one."""
    taken = 0
    for place, letter in enumerate(word):
        taken += width(letter)
        if taken > widest:
            return max(1, place)
    return len(word)


def columns(table: Table, widest: int) -> list[str] | None:
    """The lines of `table`, titles first, its widest column folded where that helps.

    None when it would still be wider than `widest`.
    """
    rows = [[column.title for column in table.columns], *([cell.whole for cell in row] for row in table.rows)]
    rows = [[" ".join(text.split()) for text in row] for row in rows]
    sizes = [max(map(width, texts)) for texts in zip(*rows, strict=True)]
    excess = sum(sizes) + len(GAP) * (len(sizes) - 1) - widest
    if excess > 0:
        largest = sizes.index(max(sizes))
        sizes[largest] -= excess
        if sizes[largest] < NARROWEST:
            return None
    numbers = [column.is_number for column in table.columns]
    return [line for row in rows for line in _set(row, sizes, numbers)]


def together(columns: Sequence[Column], cells: Sequence[Cell]) -> list[tuple[str, str]]:
    """What stands in a row that can't be set as one, by title; titles with the same under them share it."""
    titles: dict[str, list[str]] = {}
    for column, cell in zip(columns, cells, strict=True):
        if cell.text:
            titles.setdefault(cell.whole, []).append(column.title)
    return [(", ".join(filter(None, named)), text) for text, named in titles.items()]


def _set(row: list[str], sizes: list[int], numbers: list[bool]) -> list[str]:
    """A row in as many lines as its texts need."""
    cells = [[text] if width(text) <= size else folded(text, size) for text, size in zip(row, sizes, strict=True)]
    return [
        GAP.join(_padded(text, size, number) for text, size, number in zip(texts, sizes, numbers, strict=True)).rstrip()
        for texts in zip_longest(*cells, fillvalue="")
    ]


def _padded(text: str, size: int, to_the_right: bool) -> str:
    space = " " * (size - width(text))
    return space + text if to_the_right else text + space
