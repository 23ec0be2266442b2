"""Files that survive: private to their owner, whole or as they were, and on the disk when a call returns."""

import errno
import os
import stat
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from facilitator.files import durable
from facilitator.files.durable import StorageError, explained


@pytest.fixture(autouse=True)
def open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def full(descriptor: int) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_folder_is_made_with_those_above_it_and_is_private(tmp_path: Path):
    durable.make_folder(tmp_path / "a/b")
    durable.make_folder(tmp_path / "a/b")
    assert (mode(tmp_path / "a"), mode(tmp_path / "a/b")) == (0o700, 0o700)


def test_a_new_file_is_private_and_takes_the_place_of_none(tmp_path: Path):
    path = tmp_path / "new"
    durable.create_with(path, b"content")
    assert (path.read_bytes(), mode(path)) == (b"content", 0o600)
    with pytest.raises(FileExistsError):
        durable.create_with(path, b"other")
    assert path.read_bytes() == b"content"


def test_a_file_that_was_readable_by_all_is_private_once_it_is_opened(tmp_path: Path):
    path = tmp_path / "old"
    path.touch(mode=0o666)
    os.close(durable.open_private(path, os.O_RDONLY))
    assert mode(path) == 0o600


def test_a_file_that_cannot_be_written_isnt_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(durable, "sync", full)
    with pytest.raises(OSError, match="No space"):
        durable.create_with(tmp_path / "new", b"content")
    assert list(tmp_path.iterdir()) == [tmp_path / "home"]


def test_replacing_is_all_or_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "library.json"
    durable.replace(path, b"first")
    durable.replace(path, b"second")
    assert (path.read_bytes(), mode(path)) == (b"second", 0o600)
    monkeypatch.setattr(durable, "sync", full)
    with pytest.raises(OSError, match="No space"):
        durable.replace(path, b"third")
    assert path.read_bytes() == b"second"
    assert not path.with_name("library.json.new").exists()


def test_what_a_killed_process_left_is_written_over(tmp_path: Path):
    path = tmp_path / "library.json"
    path.with_name("library.json.new").write_bytes(b"half written, and longer")
    durable.replace(path, b"whole")
    assert path.read_bytes() == b"whole"


def test_the_content_is_on_the_disk_before_the_name_and_the_name_when_it_returns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    done: list[str] = []
    monkeypatch.setattr(durable, "sync", lambda descriptor: done.append("content"))
    monkeypatch.setattr(durable, "sync_folder", lambda path: done.append(f"names in {path.name}"))
    path = tmp_path / "a"
    durable.replace(path, b"x")
    assert done == ["content", f"names in {tmp_path.name}"]


def test_writing_goes_on_where_the_system_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, bytes(data[:3])))
    durable.create_with(tmp_path / "a", b"ten letters")
    assert (tmp_path / "a").read_bytes() == b"ten letters"


def test_damage_is_put_aside_under_the_next_free_number(tmp_path: Path):
    path = tmp_path / "s.journal"
    names = [durable.put_aside(path, data, "torn").name for data in (b"one", b"two")]
    assert names == ["s.journal.torn-1", "s.journal.torn-2"]
    assert (tmp_path / "s.journal.torn-2").read_bytes() == b"two"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "x"), "the disk is full"),
        (OSError(errno.EROFS, "x"), "the disk is read-only"),
        (OSError(errno.EMFILE, "Too many open files"), "Too many open files"),
        (OSError("odd"), "odd"),
        (OSError(), "unknown error"),
    ],
)
def test_a_failure_is_told_in_words_that_one_can_act_on(error, words):
    with pytest.raises(StorageError, match=rf"^It is not kept: {words}\.$"), explained("It is not kept"):
        raise error


def test_a_file_that_cannot_be_made_private_is_not_left_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(descriptor: int, mode: int) -> None:
        opened.append(descriptor)
        raise PermissionError(errno.EPERM, "refused")

    opened: list[int] = []
    monkeypatch.setattr(os, "fchmod", refuse)
    with pytest.raises(PermissionError):
        durable.open_private(tmp_path / "new", os.O_WRONLY | os.O_CREAT)
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(opened[0])


@pytest.mark.parametrize("knows_it", [True, False])
def test_a_mac_is_asked_to_empty_the_cache_of_its_drive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, knows_it: bool
):
    def asked(descriptor: int, command: int) -> int:
        done.append("drive")
        if not knows_it:
            raise OSError(errno.ENOTSUP, "not here")
        return 0

    done: list[str] = []
    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setattr("fcntl.F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr("fcntl.fcntl", asked)
    monkeypatch.setattr(os, "fsync", lambda descriptor: done.append("file"))
    with (tmp_path / "file").open("w") as file:
        durable.sync(file.fileno())
    assert done == (["drive"] if knows_it else ["drive", "file"])


def test_what_need_not_last_is_replaced_whole_without_waiting_for_the_disk(tmp_path, monkeypatch):
    (tmp_path / "a").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", lambda descriptor: pytest.fail("it waited for the disk"))
    durable.replace(tmp_path / "a", b"new", is_lasting=False)
    assert [path.read_bytes() for path in tmp_path.glob("a*")] == [b"new"]


def test_each_thing_is_done_and_all_that_failed_is_told():
    done = list[str]()

    def fail(error: Exception) -> None:
        raise error

    durable.do_each([partial(done.append, "first"), partial(done.append, "last")])
    with pytest.raises(StorageError, match=r"^It is gone\. the disk is full\.$"):
        durable.do_each(
            [
                partial(fail, StorageError("It is gone.")),
                partial(done.append, "between"),
                partial(fail, OSError(errno.ENOSPC, "")),
                partial(done.append, "in the end"),
            ]
        )
    assert done == ["first", "last", "between", "in the end"]
