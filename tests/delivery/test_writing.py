"""Writing an export: a text or bytes become a file, sheets become a folder, and nothing is replaced unasked."""

import stat
from pathlib import Path

import pytest

from facilitator.delivery.writing import write_content

SHEETS = {"notes.csv": "a,b\n", "ratings.csv": "c,d\n"}


@pytest.mark.parametrize(("content", "written"), [("é", "é".encode()), (b"\x00\x01", b"\x00\x01")])
def test_a_text_or_bytes_become_a_private_file(tmp_path: Path, content, written):
    path = write_content(content, tmp_path, "debrief.md")
    assert path == tmp_path / "debrief.md"
    assert path.read_bytes() == written
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_sheets_become_a_private_folder(tmp_path: Path):
    path = write_content(SHEETS, tmp_path, "debrief-csv")
    assert {file.name: file.read_text() for file in path.iterdir()} == SHEETS
    assert stat.S_IMODE(path.stat().st_mode) == 0o700


@pytest.mark.parametrize("content", ["text", SHEETS])
def test_in_a_folder_a_name_that_is_taken_gets_a_number(tmp_path: Path, content):
    names = [write_content(content, tmp_path, "debrief.x").name for _ in range(3)]
    assert names == ["debrief.x", "debrief-2.x", "debrief-3.x"]


def test_a_path_that_was_named_is_the_file_or_the_folder_itself(tmp_path: Path):
    (tmp_path / "mine.md").write_text("before")
    assert write_content("after", tmp_path / "mine.md", "ignored").read_text() == "after"
    assert write_content(SHEETS, tmp_path / "sheets", "ignored") == tmp_path / "sheets"


def test_a_folder_of_sheets_does_not_take_the_place_of_a_file(tmp_path: Path):
    (tmp_path / "mine").write_text("before")
    with pytest.raises(FileExistsError, match="is a file"):
        write_content(SHEETS, tmp_path / "mine", "ignored")
    assert (tmp_path / "mine").read_text() == "before"
