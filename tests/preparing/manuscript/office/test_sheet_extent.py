"""Cells that are too far away are refused before a library lays the sheet out."""

import pytest

from facilitator.preparing.manuscript.manuscript import UnreadableFileError
from facilitator.preparing.manuscript.office.sheet_extent import MOST_CELLS, refuse_far_cells


def of_excel(cells: str) -> dict[str, bytes]:
    return {"xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{cells}</sheetData></worksheet>".encode()}


def of_calc(rows: str) -> dict[str, bytes]:
    return {"content.xml": f"<table:table>{rows}</table:table>".encode()}


@pytest.mark.parametrize(
    "parts",
    [
        of_excel('<c r="A5001"><v>1</v></c>'),
        of_excel('<x:c s="1" r="XFD2"><v>1</v></x:c>'),
        of_excel('<c r="A1"><v>1</v></c>' * (MOST_CELLS + 1)),
        of_calc('<table:table-row table:number-rows-repeated="5001"><table:table-cell>a</table:table-cell>'),
        of_calc('<table:table-row><table:table-cell table:number-columns-repeated="201">a</table:table-cell>'),
        of_calc(
            '<table:table-row table:number-rows-repeated="1048575"><table:table-cell/></table:table-row>'
            "<table:table-row><table:table-cell>a</table:table-cell></table:table-row>"
        ),
    ],
)
def test_what_is_too_far_or_too_much_is_refused(parts: dict[str, bytes]):
    with pytest.raises(UnreadableFileError, match="no guide has as many"):
        refuse_far_cells(parts)


def test_empty_cells_may_be_anywhere():
    refuse_far_cells(of_excel('<c r="A1"><v>1</v></c><c r="XFD1048576" s="3"/>'))
    refuse_far_cells(
        of_calc(
            "<table:table-row><table:table-cell>a</table:table-cell>"
            '<table:table-cell table:number-columns-repeated="16383"/></table:table-row>'
            '<table:table-row table:number-rows-repeated="1048575">'
            '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
        )
    )
