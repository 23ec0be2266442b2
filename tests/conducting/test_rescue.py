"""When the journal's disk is in trouble, the whole session goes elsewhere, and one is told where."""

from pathlib import Path

import pytest

from facilitator.conducting import read
from facilitator.conducting.rescue import not_kept, save_elsewhere, would_be_lost
from facilitator.storage import journal
from tests.disks import Disk
from tests.ui.sessions import opened, small_agenda


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("facilitator.files.elsewhere.FLEETING", (str(folder),))
    return folder


@pytest.fixture
def no_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a file").touch()
    monkeypatch.setenv("HOME", str(tmp_path / "a file"))


def test_what_the_disk_does_not_take_is_in_the_home_folder(home: Path):
    disk = Disk()
    conductor, _ = opened(small_agenda(), log=disk)
    disk.is_full = True
    conductor.submit("in memory only")
    said = save_elsewhere(conductor)
    (path,) = home.glob("sample-copy-*.journal")
    assert said == f"Everything is in {path}"
    assert read(journal.read_events(path)).session == conductor.session


@pytest.mark.usefixtures("no_home")
def test_where_there_is_no_home_it_is_among_the_temporary_files(temporary: Path):
    said = save_elsewhere(opened(small_agenda())[0])
    (path,) = temporary.glob("sample-copy-*.journal")
    assert said == f"Everything is in {path}"


@pytest.mark.usefixtures("no_home")
def test_where_there_is_no_place_at_all_it_says_why(temporary: Path):
    temporary.rmdir()
    temporary.touch()
    assert "can't be created" in save_elsewhere(opened(small_agenda())[0])


def test_what_is_not_kept_and_what_leaving_would_cost_is_told():
    disk = Disk()
    conductor, _ = opened(small_agenda(), log=disk)
    assert (not_kept(conductor, "F2 saves it."), would_be_lost(conductor, "Esc")) == ("", "")
    disk.is_full = True
    conductor.submit("/start")
    assert not_kept(conductor, "F2 saves it.").startswith("What you type stays in memory. F2 saves it.\nNot kept")
    assert would_be_lost(conductor, "Esc") == "What happened last is on no disk and would be lost. Esc leaves anyway."
    conductor.submit("one")
    assert would_be_lost(conductor, "Esc") == "1 note is on no disk and would be lost. Esc leaves anyway."
    conductor.submit("two")
    assert would_be_lost(conductor, "Esc") == "2 notes are on no disk and would be lost. Esc leaves anyway."


def test_what_is_kept_elsewhere_is_not_lost():
    disk = Disk()
    conductor, _ = opened(small_agenda(), log=disk)
    disk.trouble = "Kept in /tmp/x instead."
    conductor.submit("one")
    assert not_kept(conductor, "F2 saves it.") == "Kept in /tmp/x instead.\nRetrying every second."
    assert would_be_lost(conductor, "Esc") == ""


def test_what_was_saved_elsewhere_is_not_lost(home: Path):
    disk = Disk()
    conductor, _ = opened(small_agenda(), log=disk)
    disk.is_full = True
    conductor.submit("one")
    save_elsewhere(conductor)
    (path,) = home.glob("sample-copy-*.journal")
    assert would_be_lost(conductor, "Esc") == ""
    assert f"Until now it is all in {path}." in not_kept(conductor, "F2 saves it.")
    conductor.submit("two")
    assert would_be_lost(conductor, "Esc") == "1 note is on no disk and would be lost. Esc leaves anyway."
