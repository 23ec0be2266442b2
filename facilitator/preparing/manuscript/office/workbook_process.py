"""What is done in the child that reads a workbook: its bytes in, the texts of its cells out.

A process of its own, because the library lays out a sheet as far as its last cell, and ends the process if that takes
more memory than there is.
"""

import io
from datetime import date, datetime, time, timedelta

import msgspec

from facilitator.child_process import limit
from facilitator.domain.text.dates import cell_text
from facilitator.domain.text.durations import clock_text
from facilitator.preparing.manuscript.office.sheet_extent import MOST_COLUMNS, MOST_SHEET_ROWS, TOO_FAR

LIMIT_SECONDS = 10
_MOST_MEMORY_BYTES = 1_000_000_000


class ReadWorkbook(msgspec.Struct, frozen=True):
    """What was read: the rows of each sheet by its name. `error` is empty exactly when that counts."""

    sheets: dict[str, list[list[str]]] = {}
    error: str = ""


def answer(content: bytes) -> bytes:
    """Read a workbook and return a `ReadWorkbook`, as JSON. Bound the process first."""
    limit(_MOST_MEMORY_BYTES, LIMIT_SECONDS)
    return msgspec.json.encode(read_workbook(content))


def read_workbook(content: bytes) -> ReadWorkbook:
    """Return what stands in a workbook; never raises for what is in it."""
    import python_calamine

    sheets = {}
    try:
        workbook = python_calamine.load_workbook(io.BytesIO(content))
        for name in workbook.sheet_names:
            sheet = workbook.get_sheet_by_name(name)
            last_row, last_column = sheet.end or (0, 0)  # counted from 0
            if last_row >= MOST_SHEET_ROWS or last_column >= MOST_COLUMNS:
                return ReadWorkbook(error=TOO_FAR)
            sheets[name] = [[_text(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    except Exception as error:  # the library has an error of its own for each kind of damage
        return ReadWorkbook(error=f"can't be read as a spreadsheet: {type(error).__name__}")
    return ReadWorkbook(sheets)


def _text(value: object) -> str:
    """Return what a cell shows: whole numbers without a point, times of day and lengths with colons."""
    match value:
        case float() if value.is_integer():
            return str(int(value))
        case timedelta():
            return _with_hours(value.total_seconds())
        case datetime() if value.year < 1902:  # a length that a spreadsheet keeps as a moment
            return cell_text(value.time())
        case date() | time():
            return cell_text(value)
        case _:
            return str(value)


def _with_hours(seconds: float) -> str:
    text = clock_text(seconds)
    return text if text.count(":") == 2 else f"0:{text:0>5}"
