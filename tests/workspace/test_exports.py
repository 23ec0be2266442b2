"""Exports are private, replace nothing by themselves, and never leave the folder they were sent to."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor

import pytest
from msgspec.structs import replace

from facilitator import reports
from facilitator.files.export_file import file_name
from facilitator.reports import ExportError, export_text
from facilitator.workspace.exports import write_export


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture(autouse=True)
def open_umask():
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.parametrize("format_name", reports.FORMATS)
def test_only_their_owner_can_read_them(final_round, format_name, tmp_path):
    path = write_export(final_round, format_name, tmp_path)
    assert path.parent == tmp_path
    assert mode(path) == (0o700 if path.is_dir() else 0o600)
    assert all(mode(file) == 0o600 for file in path.glob("*"))


@pytest.mark.parametrize("format_name", reports.FORMATS)
def test_a_second_export_gets_a_number(final_round, format_name, tmp_path):
    first = write_export(final_round, format_name, tmp_path)
    second = write_export(final_round, format_name, tmp_path)
    assert first != second
    assert second.name.partition(".")[0].endswith("-2")


def test_a_link_in_the_way_is_not_followed(final_round, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    folder = tmp_path / "exports"
    folder.mkdir()
    (folder / file_name(final_round.session.id, "debrief", ".md")).symlink_to(elsewhere)
    write_export(final_round, "md", folder)
    assert not elsewhere.exists()


def test_a_path_that_was_chosen_is_replaced_and_private_afterwards(final_round, tmp_path):
    path = tmp_path / "mine.md"
    path.write_text("before")
    path.chmod(0o644)
    assert write_export(final_round, "md", path) == path
    assert path.read_text(encoding="utf-8") == export_text(final_round, "md")
    assert mode(path) == 0o600
    assert list(tmp_path.glob(".*")) == []


def test_a_link_that_was_chosen_stays_one_and_its_file_is_replaced(final_round, tmp_path):
    (tmp_path / "shared").mkdir()
    target, link = tmp_path / "shared" / "debrief.md", tmp_path / "mine.md"
    target.write_text("before")
    link.symlink_to(target)
    write_export(final_round, "md", link)
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == export_text(final_round, "md")


def test_what_is_no_file_is_written_to_and_stays_what_it_is(final_round, tmp_path):
    """A named pipe stands for `/dev/stdout` and its like."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as reader:
        read = reader.submit(pipe.read_text, encoding="utf-8")
        write_export(final_round, "md", pipe)
        assert read.result(60) == export_text(final_round, "md")
    assert pipe.is_fifo()


def test_a_missing_folder_is_told_in_words(final_round, tmp_path):
    with pytest.raises(ExportError, match="could not be written: No such file"):
        write_export(final_round, "md", tmp_path / "nowhere" / "x.md")


def test_a_folder_of_sheets_does_not_replace_a_file(final_round, tmp_path):
    (tmp_path / "sheets").write_text("mine")
    with pytest.raises(ExportError, match="is a file"):
        write_export(final_round, "csv", tmp_path / "sheets")


def test_a_hostile_id_stays_in_the_folder(final_round, tmp_path):
    hostile = replace(final_round, session=replace(final_round.session, id="../../../../tmp/x\n/etc"))
    assert write_export(hostile, "md", tmp_path).parent == tmp_path


def test_sheets_that_would_replace_a_file_say_so_in_one_sentence(final_round, tmp_path):
    taken = tmp_path / "debrief.csv"
    taken.write_text("mine")
    with pytest.raises(ExportError) as refused:
        write_export(final_round, "csv", taken)
    assert str(refused.value) == f"{taken} is a file, and this export is a folder of files."
    assert taken.read_text() == "mine"
