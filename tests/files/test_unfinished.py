"""What is being made is where the next process finds it, and goes unless its own process is still at it."""

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.files import durable
from facilitator.files.unfinished import UnfinishedFiles
from tests.disks import FailingFiles

BEGIN = """\
import os, sys
from pathlib import Path
from facilitator.files.unfinished import UnfinishedFiles
with UnfinishedFiles(Path(sys.argv[1])).making(Path(sys.argv[2])) as made:
    made.write_text("half")
    print(made, flush=True)
    os.kill(os.getpid(), 9) if sys.argv[3] == "killed" else input()
"""


@pytest.fixture
def unfinished(tmp_path: Path) -> UnfinishedFiles:
    return UnfinishedFiles(tmp_path / "data/unfinished")


@pytest.fixture(params=["data/debriefs", "out"])
def target(request, tmp_path: Path) -> Path:
    """A place in the data folder, or elsewhere."""
    folder = tmp_path / request.param
    folder.mkdir(parents=True)
    return folder / "debrief.md"


def begin(unfinished: UnfinishedFiles, target: Path, how: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", BEGIN, str(unfinished.folder), str(target), how]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_it_is_made_on_the_disk_of_its_place_and_gone_in_the_end(unfinished, target, tmp_path: Path):
    with unfinished.making(target) as made:
        made.write_text("half")
        made.rename(target)
    assert files(tmp_path) == [target]


def fail_in_the_middle(unfinished: UnfinishedFiles, target: Path) -> None:
    with unfinished.making(target) as made:
        made.mkdir()
        (made / "inner").write_text("half")
        raise KeyError


def test_nothing_stays_of_what_has_no_place(unfinished, tmp_path: Path):
    (tmp_path / "data").mkdir()
    with pytest.raises(FileNotFoundError), unfinished.making(tmp_path / "data/debriefs/debrief.md"):
        pass
    assert list((tmp_path / "data/unfinished").iterdir()) == []


def test_it_goes_when_making_it_fails(unfinished, target, tmp_path: Path):
    with pytest.raises(KeyError):
        fail_in_the_middle(unfinished, target)
    assert files(tmp_path) == []


def test_what_a_killed_process_left_is_cleared_away(unfinished, target, tmp_path: Path):
    killed = begin(unfinished, target, "killed")
    left = Path(killed.communicate()[0].strip())
    assert left.read_text() == "half"
    unfinished.clear()
    assert files(tmp_path) == []


def test_what_another_process_is_at_is_left_alone(unfinished, target, tmp_path: Path):
    busy = begin(unfinished, target, "busy")
    assert busy.stdout is not None
    made = Path(busy.stdout.readline().strip())
    unfinished.clear()
    assert made.read_text() == "half"
    busy.communicate("\n")
    assert files(tmp_path) == []


@pytest.mark.parametrize("ending", ["", "\0.unfinished"])
def test_a_torn_path_removes_nothing(unfinished, tmp_path: Path, ending):
    entry = tmp_path / "data/unfinished/0123"
    entry.mkdir(parents=True)
    (entry / "elsewhere").write_text(f"{tmp_path / 'mine'}{ending}")
    (tmp_path / "mine").write_text("mine")
    unfinished.clear()
    assert files(tmp_path) == [tmp_path / "mine"]


def test_where_nothing_can_be_noted_down_it_is_made_all_the_same(tmp_path: Path):
    (tmp_path / "data").touch()
    for unfinished in (UnfinishedFiles(tmp_path / "data/unfinished"), UnfinishedFiles()):
        with unfinished.making(tmp_path / "debrief.md") as made:
            made.touch()
            made.rename(tmp_path / "debrief.md")
        unfinished.clear()


def test_a_full_data_disk_keeps_nothing_from_being_made_elsewhere(unfinished, tmp_path: Path, monkeypatch):
    full = FailingFiles(lambda path: path.is_relative_to(tmp_path / "data"))
    monkeypatch.setattr(durable, "write_all", full.write_all)
    with unfinished.making(tmp_path / "debrief.md") as made:
        durable.write_synced(durable.create(made), b"whole")
        made.rename(tmp_path / "debrief.md")
    assert files(tmp_path) == [tmp_path / "debrief.md"]
    assert (tmp_path / "debrief.md").read_bytes() == b"whole"


@pytest.mark.parametrize("how", ["held by another", "removed by another", "refused"])
def test_what_cannot_be_locked_is_left_alone(unfinished: UnfinishedFiles, target: Path, monkeypatch, how: str):
    def locked(descriptor: int, operation: int) -> None:
        if how == "held by another":
            raise BlockingIOError
        if how == "refused":
            raise OSError(errno.ENOLCK, "No locks available")
        for lock in target.parents[1].glob("**/unfinished/*/lock"):
            lock.unlink()

    process = begin(unfinished, target, "killed")
    process.communicate()
    before = files(target.parent.parent)
    monkeypatch.setattr("facilitator.files.unfinished.fcntl.flock", locked)
    unfinished.clear()
    assert [path for path in files(target.parent.parent) if path.name != "lock"] == [
        path for path in before if path.name != "lock"
    ]


def test_what_is_begun_is_begun_anew_if_another_was_faster(unfinished: UnfinishedFiles, target: Path, monkeypatch):
    def taken_away_once(descriptor: int, operation: int) -> None:
        if not tried:
            for lock in target.parents[1].glob("**/unfinished/*/lock"):
                lock.unlink()
        tried.append(descriptor)

    tried: list[int] = []
    monkeypatch.setattr("facilitator.files.unfinished.fcntl.flock", taken_away_once)
    with unfinished.making(target) as made:
        made.write_text("half")
        made.rename(target)
    assert len(tried) == 2
    assert target.read_text() == "half"
