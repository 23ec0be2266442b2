"""Disks that are full, slow, hang or keep a file: where a session is kept when a test wants to see what comes of it."""

import errno
import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

import pytest

from facilitator.domain.facts.event import Event
from facilitator.domain.facts.packet import Kept, events_in
from facilitator.files import durable, own_folder, patience
from facilitator.storage.journal import JournalError, MemoryJournal

LONGEST_WAIT_SECONDS = 60


def wait_until(holds: Callable[[], bool]) -> None:
    """Return when it holds: for what another thread does and nobody is told of."""
    began = time.monotonic()
    while not holds():
        assert time.monotonic() - began < LONGEST_WAIT_SECONDS
        time.sleep(0.001)


@contextmanager
def well_behaved_disk() -> Iterator[None]:
    """Save time on a disk that never hangs or loses power: nothing is synced, nor done in a thread."""

    def begin(deed: patience.Deed[Any], work: Callable[[], Any]) -> None:
        deed._begun = patience._Begun(work)
        deed._begun.do()

    with (
        patch.object(durable, "sync", lambda descriptor: None),
        patch.object(patience.Deed, "__init__", begin),
        patch.object(patience.Patience, "do", lambda patience, work, too_late=None: work()),
    ):
        yield


@contextmanager
def folder_in_memory() -> Iterator[Path]:
    """Give a new folder that is on no disk, where the machine has such: for files that are written by the hundred."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)


class Disk(MemoryJournal):
    """A log that keeps nothing while it `is_full`, and gives no answer while it hangs. `batches` as they came."""

    is_full = False

    def __init__(self, kept: Sequence[Kept] = ()) -> None:
        super().__init__(kept)
        self.batches: list[tuple[Event, ...]] = []
        self.is_closed = False
        self._asked = threading.Event()
        self._answers = threading.Event()
        self._answers.set()

    def hang(self) -> None:
        """Give no answer from now on."""
        self._asked.clear()
        self._answers.clear()

    def wait_until_asked(self) -> None:
        """Return when something is waiting for an answer."""
        assert self._asked.wait(LONGEST_WAIT_SECONDS)

    def go_on(self) -> None:
        """Give all answers."""
        self._answers.set()

    def append(self, kept: Sequence[Kept]) -> None:
        self._asked.set()
        assert self._answers.wait(LONGEST_WAIT_SECONDS), "the test has forgotten the disk"
        assert not self.is_closed
        if self.is_full:
            raise JournalError("Not kept: no space left on the disk.")
        self.batches.append(tuple(events_in(kept)))
        super().append(kept)

    def close(self) -> None:
        self.is_closed = True


class FailingFiles:
    """The disk under some folders takes nothing while `fails` says so: `durable` raises what a full disk would.

    `monkeypatch.setattr(durable, "write_all", files.write_all)` puts it in place.
    """

    def __init__(self, fails: Callable[[Path], bool], number: int = errno.ENOSPC) -> None:
        self.fails = fails
        self.number = number
        self._write_all = durable.write_all

    def write_all(self, descriptor: int, data: bytes) -> None:
        path = Path(f"/proc/self/fd/{descriptor}").resolve()
        if self.fails(path):
            self._write_all(descriptor, data[:10])  # as much as fitted
            raise OSError(self.number, "failed")
        self._write_all(descriptor, data)


class HangingFiles:
    """The disk under `folder` gives no answer to a sync from `hang` to `go_on`; `asked` is set when one is waiting.

    Whoever waits for it loses patience at once, unless they are still `patient`, and for no other reason: a busy
    machine isn't mistaken for a disk that hangs.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.patient = False
        self.asked = threading.Event()
        self._answers = threading.Event()
        self._answers.set()
        self._sync = durable.sync
        self._do, self._wait = patience._Begun.do, patience._Begun.wait
        self._doing: dict[int, patience._Begun[Any]] = {}
        self._hanging: list[patience._Begun[Any]] = []

    def put_in_place(self, patch: pytest.MonkeyPatch) -> None:
        """Put it in the place of the disk."""
        patch.setattr(durable, "sync", self.sync)
        patch.setattr(patience, "HANGING_SECONDS", LONGEST_WAIT_SECONDS)
        patch.setattr(patience._Begun, "do", lambda begun: self._done(begun))
        patch.setattr(patience._Begun, "wait", lambda begun, seconds: self._waited(begun, seconds))

    def hang(self) -> None:
        self._answers.clear()

    def go_on(self) -> None:
        self._answers.set()

    def sync(self, descriptor: int) -> None:
        if not self._answers.is_set() and Path(f"/proc/self/fd/{descriptor}").resolve().is_relative_to(self.folder):
            self._hanging.append(self._doing[threading.get_ident()])
            self.asked.set()
            assert self._answers.wait(LONGEST_WAIT_SECONDS), "the test has forgotten the disk"
        self._sync(descriptor)

    def _done(self, begun: "patience._Begun[Any]") -> None:
        self._doing[threading.get_ident()] = begun
        self._do(begun)

    def _waited(self, begun: "patience._Begun[Any]", longest_seconds: float) -> bool:
        ends = time.monotonic() + longest_seconds
        while not self._wait(begun, min(0.001, longest_seconds)):
            if (begun in self._hanging and not self.patient) or time.monotonic() > ends:
                return begun.is_done
        return True


@pytest.fixture
def hanging_disk(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[HangingFiles]:
    """The disk of the data folder, which is well until it is told to hang."""
    files = HangingFiles(home / "library")
    files.put_in_place(monkeypatch)
    yield files
    files.go_on()


@pytest.fixture
def full_disk(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FailingFiles:
    """A disk on which nothing has room but a second place in the home folder, until it `fails` no more."""
    files = FailingFiles(
        lambda path: path.is_relative_to(tmp_path) and not path.is_relative_to(home / f"facilitator-{os.getuid()}")
    )
    monkeypatch.setattr(durable, "write_all", files.write_all)
    return files


@pytest.fixture
def stuck(monkeypatch: pytest.MonkeyPatch) -> set[Path]:
    """The files that can't be removed, as on a read-only stick: a test adds them."""
    paths, remove = set[Path](), own_folder.remove

    def remove_if_it_goes(path: Path) -> bool:
        if path in paths:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), path.name)
        return remove(path)

    monkeypatch.setattr(own_folder, "remove", remove_if_it_goes)
    return paths
