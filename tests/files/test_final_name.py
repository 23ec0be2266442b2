"""A finished file or folder gets its name as a whole, and takes nobody else's, whatever the file system knows."""

import errno
import os
from pathlib import Path

import pytest

from facilitator.files import final_name, own_folder
from facilitator.files.final_name import give_name

WAYS = ["_link", "_rename_folder", "_claim"]


@pytest.fixture(params=["file", "folder"])
def made(request, tmp_path: Path) -> Path:
    path = tmp_path / "made"
    if request.param == "folder":
        path.mkdir()
        path = path / "inner"
    path.write_text("whole")
    return tmp_path / "made"


@pytest.fixture(params=range(3), ids=["knows all", "no links", "knows nothing"])
def file_system(request, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system that doesn't know the first few ways."""

    def fail(made: Path, path: Path) -> None:
        raise OSError(errno.EINVAL, "not here")

    for way in WAYS[: request.param]:
        monkeypatch.setattr(final_name, way, fail)


def content(path: Path) -> str:
    return (path / "inner" if path.is_dir() else path).read_text()


@pytest.mark.usefixtures("file_system")
def test_it_has_its_name_and_no_other(made: Path):
    give_name(made, made.with_name("final"))
    assert content(made.with_name("final")) == "whole"
    assert not made.exists()


@pytest.mark.usefixtures("file_system")
@pytest.mark.parametrize("taken", ["file", "folder", "link"])
def test_a_name_that_is_taken_stays_the_others(made: Path, taken):
    path = made.with_name("final")
    if taken == "link":
        path.symlink_to("nowhere")
    elif taken == "folder":
        path.mkdir()
    else:
        path.touch()
    with pytest.raises(FileExistsError):
        give_name(made, path)
    assert content(made) == "whole"
    assert path.is_symlink() == (taken == "link")


def test_what_fails_for_another_reason_is_told(made: Path):
    with pytest.raises(FileNotFoundError):
        give_name(made, made.with_name("nowhere") / "final")


def test_where_the_system_has_no_such_call_another_way_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("ctypes.CDLL", lambda name, use_errno: object())
    (tmp_path / "made").mkdir()
    give_name(tmp_path / "made", tmp_path / "final")
    assert (tmp_path / "final").is_dir()


def test_on_a_mac_a_folder_gets_its_name_by_the_call_that_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    class System:
        def renamex_np(self, made: bytes, path: bytes, flags: int) -> int:
            os.rename(made, path)  # noqa: PTH104  as bytes, as it is given
            return 0

    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setattr("ctypes.CDLL", lambda name, use_errno: System())
    (tmp_path / "made").mkdir()
    give_name(tmp_path / "made", tmp_path / "final")
    assert (tmp_path / "final").is_dir()


def test_a_name_that_was_claimed_in_vain_is_given_back(made: Path, monkeypatch: pytest.MonkeyPatch):
    def fail(path: Path, target: Path) -> None:
        raise OSError(errno.EIO, "the disk failed")

    monkeypatch.setattr(final_name, "_NOT_HERE", {errno.EEXIST, errno.EIO})
    for way in WAYS[:2]:
        monkeypatch.setattr(final_name, way, fail)
    monkeypatch.setattr(own_folder, "rename", fail)
    with pytest.raises(OSError, match="the disk failed"):
        give_name(made, made.with_name("final"))
    assert not made.with_name("final").exists()
    assert content(made) == "whole"
