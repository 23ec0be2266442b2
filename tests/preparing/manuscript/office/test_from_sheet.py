"""Sheets: separated values and workbooks."""

import io
import zipfile

import pytest

from facilitator.preparing.manuscript.manuscript import UnreadableFileError
from facilitator.preparing.manuscript.office.from_sheet import from_separated, from_workbook
from facilitator.preparing.manuscript.office.sheet_extent import MOST_SHEET_ROWS
from facilitator.preparing.taking.import_choices import ImportChoices
from tests.preparing.made import agenda_in, imported
from tests.preparing.manuscript.office.made_files import archive, workbook

SHEETS: dict[str, list[list[object]]] = {
    "Monday": [["Topic", "Minutes", "Owner"], ["Hello", 5, "Ana"], ["Work", 30, "Ben"]],
    "Tuesday": [["Topic", "Minutes"], ["Recap", 10]],
    "Notes": [["bring water"]],
}


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_any_separator(separator: str):
    text = f"Topic{separator}Minutes\nA{separator}5\nB{separator}10\n"
    assert [part.length_seconds for part in agenda_in(text, "a.csv").segments] == [300, 600]


def test_every_cell_with_something_in_it_is_a_piece():
    found = from_separated("a,,b\n\n,c\n", "a.csv")
    assert [str(piece.place) for piece in found.pieces] == ["cell A1", "cell C1", "cell B3"]


def test_sheets_that_are_schedules_are_listed_and_one_is_chosen():
    content = workbook(SHEETS)
    assert imported(content, "a.xlsx").alternatives == ("Monday", "Tuesday")
    agenda = agenda_in(content, "a.xlsx", ImportChoices(part="Monday"))
    assert [(part.title, part.length_seconds, part.lead) for part in agenda.segments] == [
        ("Hello", 300, "ana"),
        ("Work", 1800, "ben"),
    ]


def test_one_sheet_alone_needs_no_choice():
    agenda = agenda_in(workbook({"Plan": SHEETS["Monday"]}), "a.xlsx")
    assert len(agenda.segments) == 2
    assert str(from_workbook(workbook({"Plan": SHEETS["Monday"]}), "a.xlsx").pieces[3].place) == "Plan, cell A2"


@pytest.mark.parametrize(
    "place",
    ['r = "XFD1048576"', '\nr\n=\n"XFD1048576"', 'r="xfd1048576"', """x=' r="A1" ' r="XFD1048576\""""],
)
def test_a_cell_that_is_too_far_away_is_refused_however_its_place_is_written(place: str):
    content = workbook({"Plan": SHEETS["Monday"]})
    with zipfile.ZipFile(io.BytesIO(content)) as members:
        parts = {name: members.read(name).decode() for name in members.namelist()}
    far = {name: part.replace('r="A2"', place) for name, part in parts.items()}
    assert far != parts
    with pytest.raises(UnreadableFileError, match="needs more time or memory"):
        from_workbook(archive(far), "a.xlsx")


def test_too_many_rows_are_refused():
    with pytest.raises(UnreadableFileError, match="more than"):
        from_separated("a\n" * (MOST_SHEET_ROWS + 2), "a.csv")
