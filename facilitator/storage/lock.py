"""Locks between processes: who holds a session, and short turns at a shared file.

Separate, because it is the one place that knows how processes keep out of each other's way. The
operating system holds the locks, so that a process which is killed holds nothing any more.
"""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec
from filelock import BaseFileLock, FileLock, Timeout

from facilitator.storage import durable_file
from facilitator.storage.durable_file import StorageError, explained

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


class Hold:
    """A session held by this process, until `release` or the end of the process, whichever way it ends."""

    def __init__(self, lock: BaseFileLock, holder_path: Path) -> None:
        self._lock = lock
        self._holder_path = holder_path

    def release(self) -> None:
        """Releasing twice is fine."""
        if self._lock.is_locked:
            with suppress(OSError):
                self._holder_path.unlink(missing_ok=True)
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def hold(path: Path, who: str, since: int) -> Hold:
    """Holds the session whose lock file is `path` for `who`, from `since` (ms) on; never waits.

    Raises `SessionHeld` when another process, or another part of this one, holds it.
    """
    holder_path = path.with_suffix(".holder")
    lock = FileLock(path, timeout=0, mode=durable_file.FILE_MODE, thread_local=False)
    with explained(f"{path} can't be locked"):
        try:
            lock.acquire()
        except Timeout:
            raise SessionHeld(path.stem, _read_holder(holder_path)) from None
    with suppress(OSError):  # who it is helps a person; the lock holds without it, also on a full disk
        holder = Holder(who, os.getpid(), socket.gethostname(), since)
        durable_file.replace(holder_path, msgspec.json.encode(holder))
    return Hold(lock, holder_path)


@contextmanager
def turn(path: Path, longest_seconds: float = 10) -> Iterator[None]:
    """A turn at what the lock file `path` guards; waits while another process has its own.

    Raises `StorageError` when none comes within `longest_seconds`.
    """
    lock = FileLock(path, timeout=longest_seconds, mode=durable_file.FILE_MODE)
    with explained(f"{path} can't be locked"):
        durable_file.make_folder(path.parent)
        try:
            lock.acquire(poll_interval=_POLL_SECONDS)
        except Timeout:
            raise StorageError(f"{path} has been locked for {longest_seconds:g} s by another process.") from None
    try:
        yield
    finally:
        lock.release()


def _read_holder(path: Path) -> Holder | None:
    """Who wrote the holder file last: for an instant after a process was killed and the next began, the former."""
    with suppress(OSError, msgspec.DecodeError):
        return msgspec.json.decode(path.read_bytes(), type=Holder)
    return None
