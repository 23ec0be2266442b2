"""A web page as a manuscript; so is whatever other libraries turn into HTML. A block of text is a piece of it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from facilitator.domain.text.plain_text import clean, one_line
from facilitator.preparing.manuscript.html_blocks import HtmlBlock, html_blocks
from facilitator.preparing.manuscript.manuscript import (
    BlockKind,
    FilePlace,
    Manuscript,
    Piece,
    TableCell,
    TextBlock,
    split_number,
)

_BULLET = re.compile(r"[•▪◦‣●○■∙\uf0b7\uf0a7]\s*(?=\S)")
"""A bullet that was typed, or pasted, in front of a paragraph."""


def from_html(text: str, name: str) -> Manuscript:
    """Return the manuscript of an HTML text. Blocks that share a line are told apart by their column."""
    blocks: list[TextBlock] = []
    on_line: dict[int, int] = {}

    def place(line: int) -> FilePlace:
        on_line[line] = on_line.get(line, 0) + 1
        return FilePlace(line=line, column=on_line[line])

    for found in html_blocks(clean(text)):
        lines = found.row_lines if found.rows else [found.first]
        blocks.append(_block(found, [place(line) for line in lines]))
    return Manuscript(name, "HTML", tuple(blocks))


def paragraphs_of_html(html: str, name: str, format: str, notes: tuple[str, ...] = ()) -> Manuscript:
    """Return the manuscript of a document that a library turned into HTML: its pieces are numbered paragraphs."""
    numbers = count(1)
    blocks = []
    for found in html_blocks(clean(html)):
        places = [FilePlace(paragraph=next(numbers)) for _ in (found.rows or [[]])]
        blocks.append(_block(found, places))
    return Manuscript(name, format, tuple(blocks), notes=notes)


def _block(found: HtmlBlock, places: list[FilePlace]) -> TextBlock:
    if found.kind == BlockKind.TABLE:
        rows = tuple(_row(row, place) for row, place in zip(found.rows, places, strict=True))
        pieces = tuple(_row_pieces(found.rows, places))
        return TextBlock(found.kind, "", pieces, rows=rows)
    bullet = _BULLET.match(found.text) if found.kind == BlockKind.PARAGRAPH else None
    if bullet:
        found = replace(found, kind=BlockKind.ITEM, text=found.text[bullet.end() :])
    number, text = ("", found.text) if found.kind == BlockKind.CODE else split_number(found.text)
    piece = Piece(places[0], (bullet[0] if bullet else "") + one_line(found.text))
    return TextBlock(found.kind, text, (piece,), found.depth, found.strong, number, found.is_quote, found.is_folded)


def _row(row: list[str], place: FilePlace) -> tuple[TableCell, ...]:
    return tuple(TableCell(cell.strip(), place) for cell in row)


def _row_pieces(rows: list[list[str]], places: list[FilePlace]) -> Iterator[Piece]:
    for row, place in zip(rows, places, strict=True):
        if text := " | ".join(one_line(cell) for cell in row).strip(" |"):
            yield Piece(place, text)
