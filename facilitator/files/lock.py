"""Locks between processes: who holds a session, and exclusive use of a shared file for a moment.

Separate, because nothing else knows how processes keep out of each other's way. The operating system
holds the locks (flock(2)), so a process that is killed holds nothing any longer.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Annotated, Self

import msgspec

from facilitator.domain.facts.timeline import Instant
from facilitator.domain.text.plain_text import one_line
from facilitator.files import durable, foreign, own_folder
from facilitator.files.durable import StorageError, explained

LOCK_SECONDS = 10.0
"""How long a process waits for others that use a shared file, unless it says otherwise."""

_POLL_SECONDS = 0.005

_awaited: list[Path] = []


_Name = Annotated[str, msgspec.Meta(max_length=300)]


class Holder(msgspec.Struct, frozen=True):
    """Who holds a session: which user, in which process on which machine, since when (ms)."""

    who: _Name
    pid: int
    host: _Name
    since: Instant

    def __str__(self) -> str:
        since = datetime.fromtimestamp(self.since / 1000, UTC).astimezone()
        return one_line(f"{self.who} (process {self.pid} on {self.host}) since {since:%H:%M}")


class SessionHeld(StorageError):
    """Another process holds the session. `holder` is None if that process hasn't said yet who it is."""

    def __init__(self, session: str, holder: Holder | None) -> None:
        super().__init__(f"Session {session} is open elsewhere: {holder or 'a process that has just begun'}.")
        self.holder = holder


class SessionLock:
    """A session held by this process until `release`, or until the process ends in any way."""

    def __init__(self, lock: int, holder_path: Path) -> None:
        self._lock: int | None = lock
        self._holder_path = holder_path

    def release(self) -> None:
        """Let the session go. A second call does nothing."""
        if self._lock is not None:
            with suppress(OSError):
                own_folder.remove(self._holder_path)
            os.close(self._lock)
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def hold(path: Path, who: str, since: int) -> SessionLock:
    """Hold the session whose lock file is `path` for `who`, from `since` (ms) on, without waiting.

    Raises SessionHeld if another process, or another part of this one, holds it; StorageError.
    """
    holder_path = path.with_suffix(".holder")
    with explained(f"{path} can't be locked"):
        lock = _locked(path)
    if lock is None:
        raise SessionHeld(path.stem, _read_holder(holder_path))
    with suppress(OSError):  # for people only: the lock holds without it, even on a full disk
        _write_holder(holder_path, Holder(who, os.getpid(), os.uname().nodename, since))
    return SessionLock(lock, holder_path)


@contextmanager
def exclusive(path: Path, longest_seconds: float = LOCK_SECONDS) -> Iterator[None]:
    """Hold the lock file `path` for as long as the context lasts; wait for other processes first.

    Raises StorageError if the lock isn't free within `longest_seconds`.
    """
    with explained(f"{path} can't be locked"):
        durable.make_folder(path.parent)
        lock = _locked(path)
        if lock is None:
            lock = _locked_by_and_by(path, longest_seconds)
    try:
        yield
    finally:
        os.close(lock)


def awaited_lock() -> Path | None:
    """Return the lock file that this process is waiting for, since another one has it; None if there is none."""
    return _awaited[0] if _awaited else None


def _locked_by_and_by(path: Path, longest_seconds: float) -> int:
    """Return what `_locked` does once the lock is free. Raises StorageError if that takes too long."""
    _awaited.append(path)
    try:
        for _ in range(round(longest_seconds / _POLL_SECONDS)):
            time.sleep(_POLL_SECONDS)  # waiting reads no clock
            if (lock := _locked(path)) is not None:
                return lock
    finally:
        _awaited.remove(path)
    raise StorageError(f"{path} has been locked for {longest_seconds:g} s by another process.")


def _locked(path: Path) -> int | None:
    """Return a descriptor that has the lock at `path` until it is closed, or None if another one has it."""
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
        os.close(descriptor)  # the file was erased meanwhile: a lock on it keeps nobody out


def _write_holder(path: Path, holder: Holder) -> None:
    """Write without syncing: after a power cut nobody holds anything."""
    descriptor = durable.open_private(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    try:
        durable.write_all(descriptor, msgspec.json.encode(holder))
    finally:
        os.close(descriptor)


def _read_holder(path: Path) -> Holder | None:
    """Return the last holder; just after a process was killed, that may still be the former one."""
    with suppress(OSError, *foreign.UNREADABLE):
        return foreign.decoded(foreign.content(path), Holder)
    return None
