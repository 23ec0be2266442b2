"""Folders of ours elsewhere: where they may be, and that nobody else's counts."""

import os
import threading
from pathlib import Path

import pytest

from facilitator.files import elsewhere
from tests.disks import LONGEST_WAIT_SECONDS

NAME = f"facilitator-{os.getuid()}"


def test_first_those_that_outlive_a_restart(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in ("home/.local/state", "lasting", "fleeting"):
        (tmp_path / name).mkdir(parents=True)
    monkeypatch.setattr(elsewhere, "LASTING", (str(tmp_path / "lasting"),))
    monkeypatch.setattr(elsewhere, "FLEETING", (str(tmp_path / "fleeting"), str(tmp_path / "not there")))
    found = [folder.parent for folder in elsewhere.folders(tmp_path / "data")]
    assert found == [home / ".local/state", home, tmp_path / "lasting", tmp_path / "fleeting"]


def test_before_all_those_on_another_file_system(home: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(elsewhere, "FLEETING", ("/proc",))  # a file system of its own on every Linux
    if not Path("/proc").is_dir():
        monkeypatch.setattr(elsewhere, "FLEETING", ("/dev",))
    assert [folder.parent for folder in elsewhere.folders(home / "not there yet")][1:] == [home]


def test_what_is_not_a_full_path_is_no_place(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HOME", ".")
    assert elsewhere.folders(None) == []


def test_what_another_terminal_may_have_set_otherwise_makes_no_difference(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    for name in ("XDG_STATE_HOME", "XDG_RUNTIME_DIR", "TMPDIR"):
        monkeypatch.setenv(name, str(tmp_path))
    assert [folder.parent for folder in elsewhere.folders(home)] == [home]


def test_it_is_made_for_its_owner_alone(tmp_path: Path):
    elsewhere.make(tmp_path / NAME)
    assert elsewhere.is_ours(tmp_path / NAME)
    (tmp_path / NAME).chmod(0o755)
    elsewhere.make(tmp_path / NAME)
    assert (tmp_path / NAME).stat().st_mode & 0o777 == 0o700


def test_a_link_or_a_file_is_not_ours(tmp_path: Path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "file").touch()
    for name in ("link", "file"):
        assert not elsewhere.is_ours(tmp_path / name)
        with pytest.raises(PermissionError):
            elsewhere.make(tmp_path / name)


def test_somebody_elses_is_not_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    elsewhere.make(tmp_path / NAME)
    monkeypatch.setattr(os, "getuid", lambda: 12345)
    assert not elsewhere.is_ours(tmp_path / NAME)


def test_a_disk_that_gives_no_answer_has_no_place(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in ("lasting", "run"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(elsewhere, "LASTING", (str(tmp_path / "lasting"),))
    monkeypatch.setattr(elsewhere, "FLEETING", (str(tmp_path / "run"),))
    monkeypatch.setattr("facilitator.files.patience.HANGING_SECONDS", 1)
    answers = threading.Event()
    device = elsewhere._device

    def hanging(path: Path) -> int:
        if path == tmp_path / "lasting":
            answers.wait(LONGEST_WAIT_SECONDS)
        return device(path)

    monkeypatch.setattr(elsewhere, "_device", hanging)
    found = [folder.parent for folder in elsewhere.folders(tmp_path / "data")]
    answers.set()
    assert tmp_path / "lasting" not in found
    assert found[:2] == [home, tmp_path / "run"]


def test_a_disk_that_cannot_be_asked_is_like_no_other(home: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if follow_symlinks:
            raise PermissionError
        return os.lstat(path)

    monkeypatch.setattr(Path, "stat", refuse)
    assert [folder.parent for folder in elsewhere.folders(home)] == [home]


def test_where_nobody_says_which_disk_fails_they_are_in_their_order(home: Path):
    assert [folder.parent for folder in elsewhere.folders(None)] == [home]
