"""Writing an export: a text or bytes become a file, sheets become a folder, and nothing is replaced unasked."""

import stat
from functools import partial
from pathlib import Path

import pytest

from facilitator.delivery.writing import write_content
from facilitator.files.export_file import Traces
from facilitator.files.own_folder import OwnFolder, is_folder

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


def test_in_a_folder_its_own_file_is_written_anew_as_long_as_nobody_has_edited_it(tmp_path: Path):
    wrote: dict[Path, bytes | None] = {}
    is_as_it_was = lambda path: wrote.get(path) == path.read_bytes()  # noqa: E731
    write = partial(write_content, path=tmp_path, name="d.md", traces=Traces(tell=wrote.update, wrote=is_as_it_was))
    assert [write(text, anew=True).name for text in ("a", "b")] == ["d.md", "d.md"]
    (tmp_path / "d.md").write_text("edited")
    assert [write(text, anew=True).name for text in ("c", "d")] == ["d-2.md", "d-2.md"]
    assert {path.name: path.read_text() for path in tmp_path.glob("*.md")} == {"d.md": "edited", "d-2.md": "d"}
    assert write("e").name == "d-3.md"


def test_a_path_that_was_named_is_the_file_or_the_folder_itself(tmp_path: Path):
    (tmp_path / "mine.md").write_text("before")
    assert write_content("after", tmp_path / "mine.md", "ignored").read_text() == "after"
    assert write_content(SHEETS, tmp_path / "sheets", "ignored") == tmp_path / "sheets"


@pytest.mark.parametrize("content", ["text", SHEETS])
@pytest.mark.parametrize("taken", ["", "debriefs"])
def test_nothing_is_written_where_a_link_leads_that_took_the_place_of_our_folder(tmp_path: Path, content, taken):
    root, theirs = tmp_path / "data", tmp_path / "theirs"
    (root / "debriefs").mkdir(parents=True)
    own = OwnFolder(root)
    assert is_folder(root / "debriefs")
    root.rename(tmp_path / "moved")
    (theirs / taken).mkdir(parents=True)
    root.symlink_to(theirs)
    before = sorted(theirs.rglob("*"))
    write_content(content, root / "debriefs", "debrief")
    write_content(content, root / "debriefs/mine", "ignored")
    assert sorted(theirs.rglob("*")) == before
    assert sorted(path.name for path in (tmp_path / "moved/debriefs").iterdir()) == ["debrief", "mine"]
    assert own.opened().number >= 0


def test_a_link_in_our_folder_is_not_followed(tmp_path: Path):
    (tmp_path / "data/debriefs").mkdir(parents=True)
    own = OwnFolder(tmp_path / "data")
    (tmp_path / "theirs.md").write_text("theirs")
    (tmp_path / "data/debriefs/mine.md").symlink_to(tmp_path / "theirs.md")
    with pytest.raises(OSError, match="symbolic"):
        write_content("ours", tmp_path / "data/debriefs/mine.md", "ignored")
    assert (tmp_path / "theirs.md").read_text() == "theirs"
    assert own.opened().number >= 0


def test_a_folder_of_sheets_does_not_take_the_place_of_a_file(tmp_path: Path):
    (tmp_path / "mine").write_text("before")
    with pytest.raises(FileExistsError, match="is a file"):
        write_content(SHEETS, tmp_path / "mine", "ignored")
    assert (tmp_path / "mine").read_text() == "before"
