"""A workbook as the child reads it: the texts of its cells, or why there are none."""

import msgspec
import pytest

from facilitator.preparing.manuscript.office import workbook_process
from facilitator.preparing.manuscript.office.sheet_extent import MOST_SHEET_ROWS, TOO_FAR
from facilitator.preparing.manuscript.office.workbook_process import ReadWorkbook, read_workbook
from tests.preparing.manuscript.office.made_files import workbook


def test_each_sheet_has_its_rows_as_texts():
    content = workbook({"Monday": [["Topic", "Minutes"], ["Hello", 5]], "Notes": [["bring water"]]})
    assert read_workbook(content) == ReadWorkbook(
        {"Monday": [["Topic", "Minutes"], ["Hello", "5"]], "Notes": [["bring water"]]}
    )


def test_more_rows_than_a_guide_has_are_not_read():
    assert read_workbook(workbook({"Plan": [["a"]] * MOST_SHEET_ROWS})).error == ""
    assert read_workbook(workbook({"Plan": [["a"]] * (MOST_SHEET_ROWS + 1)})) == ReadWorkbook(error=TOO_FAR)


def test_an_empty_sheet_has_no_rows():
    assert read_workbook(workbook({"Plan": []})) == ReadWorkbook({"Plan": []})


def test_what_is_damaged_is_said_to_be():
    assert read_workbook(b"PK").error.startswith("can't be read as a spreadsheet: ")


def test_the_child_has_its_limits_before_it_reads(monkeypatch: pytest.MonkeyPatch):
    done: list[str] = []

    def reading(content: bytes) -> ReadWorkbook:
        done.append("read")
        return ReadWorkbook()

    monkeypatch.setattr(workbook_process, "limit", lambda memory_bytes, seconds: done.append("limited"))
    monkeypatch.setattr(workbook_process, "read_workbook", reading)
    assert msgspec.json.decode(workbook_process.answer(b""), type=ReadWorkbook) == ReadWorkbook()
    assert done == ["limited", "read"]
