"""Locks between processes: who holds a session, and short turns at a shared file.

Separate, because it is the one place that knows how processes keep out of each other's way. The
operating system holds the locks (flock(2)), so that a process which is killed holds nothing any more.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from facilitator.files import durable
from facilitator.files.durable import StorageError, explained

_POLL_SECONDS = 0.005


class Holder(msgspec.Struct, frozen=True):
    """Who holds a session, in which process of which machine, since when (ms)."""

    who: str
    pid: int
    host: str
    since: int

    def __str__(self) -> str:
        since = datetime.fromtimestamp(self.since / 1000, UTC).astimezone()
        return f"{self.who} (process {self.pid} on {self.host}) since {since:%H:%M}"


class SessionHeld(StorageError):
    """Another process holds the session. `holder` is None if it has not said who it is yet."""

    def __init__(self, session: str, holder: Holder | None) -> None:
        super().__init__(f"Session {session} is open elsewhere: {holder or 'a process that has just begun'}.")
        self.holder = holder


class SessionLock:
    """A session held by this process, until `release` or the end of the process, whichever way it ends."""

    def __init__(self, lock: int, holder_path: Path) -> None:
        self._lock: int | None = lock
        self._holder_path = holder_path

    def release(self) -> None:
        """Releasing twice is fine."""
        if self._lock is not None:
            with suppress(OSError):
                self._holder_path.unlink(missing_ok=True)
            os.close(self._lock)
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def hold(path: Path, who: str, since: int) -> SessionLock:
    """Holds the session whose lock file is `path` for `who`, from `since` (ms) on; never waits.

    Raises `SessionHeld` when another process, or another part of this one, holds it.
    """
    holder_path = path.with_suffix(".holder")
    with explained(f"{path} can't be locked"):
        lock = _locked(path)
    if lock is None:
        raise SessionHeld(path.stem, _read_holder(holder_path))
    with suppress(OSError):  # who it is helps a person; the lock holds without it, also on a full disk
        _write_holder(holder_path, Holder(who, os.getpid(), os.uname().nodename, since))
    return SessionLock(lock, holder_path)


@contextmanager
def turn(path: Path, longest_seconds: float = 10) -> Iterator[None]:
    """A turn at what the lock file `path` guards; waits while another process has its own.

    Raises `StorageError` when none comes within `longest_seconds`.
    """
    with explained(f"{path} can't be locked"):
        durable.make_folder(path.parent)
        for _ in range(max(1, round(longest_seconds / _POLL_SECONDS))):
            lock = _locked(path)
            if lock is not None:
                break
            time.sleep(_POLL_SECONDS)  # it waits, and asks nobody what time it is
        else:
            raise StorageError(f"{path} has been locked for {longest_seconds:g} s by another process.")
    try:
        yield
    finally:
        os.close(lock)


def _locked(path: Path) -> int | None:
    """A descriptor that has the lock at `path` until it is closed; None while another one has it."""
    while True:
        descriptor = durable.open_private(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.fstat(descriptor).st_nlink:
                return descriptor
        except BlockingIOError:
            os.close(descriptor)
            return None
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)  # the file was erased in between: a lock on it keeps nobody out


def _write_holder(path: Path, holder: Holder) -> None:
    """Not synced: after a power cut nobody holds anything."""
    descriptor = durable.open_private(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    try:
        durable.write_all(descriptor, msgspec.json.encode(holder))
    finally:
        os.close(descriptor)


def _read_holder(path: Path) -> Holder | None:
    """Who wrote the holder file last: for an instant after a process was killed and the next began, the former."""
    with suppress(OSError, msgspec.DecodeError):
        return msgspec.json.decode(path.read_bytes(), type=Holder)
    return None
