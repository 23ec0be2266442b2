"""Sheets as a manuscript: one table each, of which every cell that isn't blank is a piece."""

import csv
import io
from collections.abc import Iterable, Iterator

import msgspec

from facilitator import child_process
from facilitator.domain.text.plain_text import clean, one_line
from facilitator.preparing.manuscript.manuscript import (
    BlockKind,
    FilePlace,
    Manuscript,
    Piece,
    TableCell,
    TextBlock,
    UnreadableFileError,
)
from facilitator.preparing.manuscript.office.archives import open_archive, told_of, xml_parts
from facilitator.preparing.manuscript.office.sheet_extent import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_SHEET_ROWS,
    TOO_FAR,
    TOO_MANY_CELLS,
    refuse_far_cells,
)
from facilitator.preparing.manuscript.office.workbook_process import LIMIT_SECONDS, ReadWorkbook
from facilitator.preparing.manuscript.optional import needed

_SEPARATORS = (",", ";", "\t", "|")
_LOOKED_AT = 50
"""How many lines are looked at to find the separator."""


def from_separated(text: str, name: str) -> Manuscript:
    """Return the manuscript of values separated by commas or otherwise. Raises UnreadableFileError."""
    separator = _separator(text)
    try:
        blocks = tuple(_table("", csv.reader(io.StringIO(text), delimiter=separator)))
    except csv.Error as error:
        raise UnreadableFileError(f"can't be read as separated values: {error}") from error
    called = "tab-separated values" if separator == "\t" else "comma-separated values"
    return Manuscript(name, called, blocks)


def from_workbook(content: bytes, name: str) -> Manuscript:
    """Return the manuscript of an Excel or Calc file: a heading and a table for each sheet that has something in it.

    Raises UnreadableFileError.
    """
    with open_archive(content) as archive:
        notes = told_of(archive)
        refuse_far_cells(xml_parts(archive))
    needed("python_calamine", "Spreadsheets")
    blocks: list[TextBlock] = []
    sheets = _sheets(content)
    for sheet, rows in sheets.items():
        tables = list(_table(sheet, rows))
        if tables and len(sheets) > 1:
            heading = Piece(FilePlace(sheet=sheet), sheet)
            blocks.append(TextBlock(BlockKind.HEADING, one_line(clean(sheet)), (heading,), 2))
        blocks += tables
    return Manuscript(name, "a spreadsheet", tuple(blocks), notes=notes)


def _sheets(content: bytes) -> dict[str, list[list[str]]]:
    """Return the rows of each sheet as a process of its own reads them. Raises UnreadableFileError."""
    try:
        answer = child_process.run(
            "facilitator.preparing.manuscript.office.workbook_process",
            content,
            limit_seconds=LIMIT_SECONDS,
            environment={},
        )
        read = msgspec.json.decode(answer, type=ReadWorkbook)
    except (TimeoutError, OSError, msgspec.DecodeError) as error:
        raise UnreadableFileError("needs more time or memory than a spreadsheet may") from error
    if read.error:
        raise UnreadableFileError(read.error)
    return read.sheets


def _table(sheet: str, rows: Iterable[list[str]]) -> Iterator[TextBlock]:
    """Yield the rows as one table, if there is anything in them."""
    table, pieces = [], []
    for number, row in enumerate(rows, 1):
        if number > MOST_SHEET_ROWS or len(row) > MOST_COLUMNS:
            raise UnreadableFileError(TOO_FAR, FilePlace(sheet=sheet, row=number, column=1))
        cells = tuple(
            TableCell(clean(text).strip(), FilePlace(sheet=sheet, row=number, column=column))
            for column, text in enumerate(row, 1)
        )
        if any(cell.text for cell in cells):
            table.append(cells)
            pieces += [Piece(cell.place, one_line(cell.text)) for cell in cells if cell.text]
            if len(pieces) > MOST_CELLS:
                raise UnreadableFileError(TOO_MANY_CELLS)
    if pieces:
        yield TextBlock(BlockKind.TABLE, "", tuple(pieces), rows=tuple(table))


def _separator(text: str) -> str:
    """Return the separator that most lines have, and have equally often."""
    lines = [line for line in text.split("\n")[:_LOOKED_AT] if line.strip()]

    def fitness(separator: str) -> tuple[int, int]:
        counts = [line.count(separator) for line in lines]
        most = max(set(counts), key=counts.count, default=0)
        return (sum(count == most for count in counts) if most else 0, most)

    return max(_SEPARATORS, key=fitness)
