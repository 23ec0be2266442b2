"""How far the cells of a workbook reach: looked at before a library lays all cells out, the empty ones between as well.

One cell far away, or one that is said to be repeated a million times, would take more memory than there is.
"""

import re
from collections.abc import Mapping

from facilitator.preparing.manuscript.manuscript import FilePlace, UnreadableFileError

MOST_SHEET_ROWS = 5000
MOST_COLUMNS = 200
MOST_CELLS = 25_000
TOO_FAR = f"has more than {MOST_SHEET_ROWS} rows or {MOST_COLUMNS} columns; no guide has as many"
TOO_MANY_CELLS = f"has more than {MOST_CELLS} cells; no guide has as many"
_CELL = re.compile(rb"""<(?:\w{1,10}:)?c(?=\s)(?>[^<>]*?\sr=["']([A-Z]{1,3})([0-9]{1,7})["'])[^<>]*+(?<!/)>""")
_EMPTY = re.compile(
    rb"(?:<table:table-row(?=[\s>])[^<>]*>\s*<table:table-cell(?=[\s/])[^<>]*/>\s*</table:table-row>\s*)++"
    rb"|(?:<table:table-cell(?=[\s/])[^<>]*/>\s*)++"
)
"""Empty rows and cells of Calc, one after the other."""
_ENDS = (b"</table:table>", b"</table:table-row>")
_REPEATED = re.compile(rb"""\stable:number-(rows|columns)-repeated=["']([0-9]{1,9})["']""")


def refuse_far_cells(parts: Mapping[str, bytes]) -> None:
    """Raise UnreadableFileError if a cell in the XML of a workbook is further away than cells of a guide are."""
    cells = 0
    for name, part in parts.items():
        for match in _CELL.finditer(part) if b"<sheetData" in part or b":sheetData" in part else ():
            cells += 1
            row, column = int(match[2]), _number(match[1])
            if row > MOST_SHEET_ROWS or column > MOST_COLUMNS:
                raise UnreadableFileError(TOO_FAR, FilePlace(row=row, column=column))
            if cells > MOST_CELLS:
                raise UnreadableFileError(TOO_MANY_CELLS)
        if name == "content.xml":
            _refuse_repeated(part)


def _refuse_repeated(content: bytes) -> None:
    rows = columns = 0
    for match in _REPEATED.finditer(_EMPTY.sub(_but_last, content)):
        if match[1] == b"rows":
            rows += int(match[2])
        else:
            columns = max(columns, int(match[2]))
    if rows > MOST_SHEET_ROWS or columns > MOST_COLUMNS:
        raise UnreadableFileError(TOO_FAR)


def _but_last(match: re.Match[bytes]) -> bytes:
    """Return empty rows or cells, but nothing of the last ones of a sheet or a row: they hold nothing apart."""
    return b"" if match.string.startswith(_ENDS, match.end()) else match[0]


def _number(letters: bytes) -> int:
    """Return the number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
