"""Text for a screen of a given width: pieces with a role each, wrapped into rows.

Separate from the widget that draws them, so that pages are plain values. A role says what a piece is
(a heading, a warning); which colour that has is the stylesheets' business.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Literal

from msgspec import Struct
from rich.cells import cell_len, get_character_cell_size, set_cell_size

from facilitator.domain.text.plain_text import clean

Role = Literal["", "title", "heading", "strong", "muted", "accent", "good", "warning", "bad"]
ROLES: tuple[Role, ...] = ("title", "heading", "strong", "muted", "accent", "good", "warning", "bad")

LEAST_WIDTH = 8
"""Narrower than this, text no longer hangs beside its lead but stands below it. In cells."""


GAP = 4
"""Cells between two columns."""


# Tens of thousands of these live at a time and refer to nothing that refers to them: the collector may pass them by.
class Piece(Struct, frozen=True, gc=False):
    text: str
    role: Role = ""


Row = tuple[Piece, ...]


class Paragraph(Struct, frozen=True, gc=False):
    """Pieces that flow into each other. `lead` is printed once, and all rows of the rest stand beside it."""

    pieces: tuple[Piece, ...] = ()
    lead: tuple[Piece, ...] = ()


Page = Callable[[int], Iterable[Paragraph]]
"""The paragraphs of a page for a width in cells. A long page makes them one by one."""

BLANK = Paragraph()


def side_by_side(left: Iterable[Paragraph], right: Iterable[Paragraph], width: int) -> Iterator[Paragraph]:
    """Two columns of equal width as one page of `width` cells."""
    column = (width - GAP) // 2
    columns = ([row for paragraph in paragraphs for row in wrapped(paragraph, column)] for paragraphs in (left, right))
    for first, second in zip_longest(*columns, fillvalue=()):
        used = sum(cell_len(piece.text) for piece in first)
        yield Paragraph((), (*first, Piece(" " * (column + GAP - used)), *second))


def fitted(words: str, width: int) -> str:
    """`words` on one line of exactly `width` cells, with an ellipsis when they are cut."""
    line = clean(words[: 4 * width + 4]).replace("\n", " ")
    if cell_len(line) > width or len(words) > 4 * width + 4:
        return set_cell_size(set_cell_size(line, max(0, width - 1)).rstrip() + "…" * (width > 0), width)
    return set_cell_size(line, width)


def wrapped(paragraph: Paragraph, width: int) -> Iterator[Row]:
    """The rows of one paragraph; an empty one is one empty row. No control character is left in them."""
    lead = tuple(_harmless(piece, in_line=True) for piece in paragraph.lead)
    if not paragraph.pieces:
        yield lead
        return
    pieces = [_harmless(piece) for piece in paragraph.pieces]
    indent = sum(cell_len(piece.text) for piece in lead)
    if indent and width - indent < LEAST_WIDTH:
        yield lead
        lead = (Piece(" " * min(2, width - 1)),)
        indent = len(lead[0].text)
    whole = pieces[0].text if len(pieces) == 1 else "".join(piece.text for piece in pieces)
    for start, end in breaks(whole, width - indent):
        yield lead + _cut(pieces, start, end)
        lead = (Piece(" " * indent),) if indent else ()


def breaks(whole: str, width: int) -> Iterator[tuple[int, int]]:
    """Where the rows of `whole` begin and end, each at most `width` cells wide; broken at spaces if possible."""
    width = max(1, width)
    start = 0
    for line in whole.split("\n"):
        stop = start + len(line)
        narrow = line.isascii()
        if narrow and len(line) <= width:
            yield start, stop
        else:
            yield from _breaks_of_line(whole, start, stop, width, narrow)
        start = stop + 1


def _breaks_of_line(whole: str, start: int, stop: int, width: int, narrow: bool) -> Iterator[tuple[int, int]]:
    while True:
        end = min(stop, start + width) if narrow else _reach(whole, start, stop, width)
        if end < stop and (space := whole.rfind(" ", start + 1, end + 1)) > 0:
            end = space
        yield start, end
        start = end
        while start < stop and whole[start] == " ":
            start += 1
        if start >= stop:
            return


def _reach(whole: str, start: int, stop: int, width: int) -> int:
    """How far at most `width` cells reach from `start`; at least one character."""
    cells = 0
    for index in range(start, stop):
        cells += get_character_cell_size(whole[index])
        if cells > width:
            return max(index, start + 1)
    return stop


def _cut(pieces: Sequence[Piece], start: int, end: int) -> Row:
    if len(pieces) == 1:
        return (Piece(pieces[0].text[start:end], pieces[0].role),)
    row = []
    at = 0
    for piece in pieces:
        size = len(piece.text)
        if start < at + size and at < end:
            row.append(Piece(piece.text[max(0, start - at) : end - at], piece.role))
        at += size
    return tuple(row)


def _harmless(piece: Piece, in_line: bool = False) -> Piece:
    """The last guard: what comes here was cleaned where it came in, unless somebody forgot."""
    if piece.text.isprintable():
        return piece
    words = clean(piece.text)
    return Piece(words.replace("\n", " ") if in_line else words, piece.role)
