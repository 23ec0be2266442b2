"""A data folder has one device name, whoever asks first."""

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from facilitator.storage.home import Home


@pytest.fixture
def folder(tmp_path: Path) -> Home:
    return Home(tmp_path / "data")


def test_it_stays_the_same(folder):
    assert folder.device() == Home(folder.root).device()


def test_it_differs_between_data_folders(folder, tmp_path):
    assert folder.device() != Home(tmp_path / "other").device()


def test_processes_that_begin_together_agree(folder):
    code = "import sys, pathlib, facilitator.storage.home as h; print(h.Home(pathlib.Path(sys.argv[1])).device())"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    others = [
        subprocess.Popen([sys.executable, "-c", code, folder.root], env=environment, stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    assert len({other.communicate()[0] for other in others}) == 1


@pytest.mark.parametrize("content", [b"", b"\xff", b"not an id"])
def test_a_damaged_one_is_replaced(folder, content):
    folder.root.mkdir()
    (folder.root / "device").write_bytes(content)
    assert folder.device() == folder.device()
    assert (folder.root / "device").read_bytes() != content


def test_who_comes_second_takes_the_name_that_the_first_has_given(folder, monkeypatch):
    @contextmanager
    def after_another(path, longest_seconds):
        folder.root.mkdir()
        (folder.root / "device").write_text("0123456789abcdef")
        yield

    monkeypatch.setattr("facilitator.files.lock.exclusive", after_another)
    assert folder.device() == "0123456789abcdef"
