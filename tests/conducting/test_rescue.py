"""When the journal's disk fails, all of the session goes to another folder, and one is told where."""

import tempfile
from pathlib import Path

import pytest

from facilitator.conducting.rescue import save_elsewhere
from facilitator.storage.journal import read_events
from tests.ui.sessions import opened, small_agenda


@pytest.fixture
def conductor():
    conductor, _ = opened(small_agenda())
    conductor.submit("/start")
    conductor.submit("a note")
    return conductor


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_it_is_in_the_home_folder_with_all_that_happened(conductor, home: Path):
    told = save_elsewhere(conductor)
    [path] = home.glob("sample-copy-*.journal")
    assert told == f"All of it is in {path}"
    assert read_events(path) == list(conductor.events)


def test_where_that_cannot_be_written_it_is_in_the_temporary_folder(conductor, home: Path, temporary: Path):
    home.rmdir()
    home.touch()
    told = save_elsewhere(conductor)
    [path] = temporary.glob("sample-copy-*.journal")
    assert told == f"All of it is in {path}"


def test_where_it_can_be_nowhere_one_is_told_why(conductor, home: Path, temporary: Path):
    for folder in (home, temporary):
        folder.rmdir()
        folder.touch()
    assert "can't be created" in save_elsewhere(conductor)
