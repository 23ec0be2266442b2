"""A disk on which every call hangs, and a probe that tells whether an event loop ever waits for one.

The probe's clock is its own: it counts how often it woke without a sign of life from the loop. So a machine that is
busy with other things slows both down and is not mistaken for a loop that waits.
"""

import asyncio
import fcntl
import gc
import io
import os
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

BEAT_SECONDS = 0.01
LONGEST_BEATS = 10
"""How many of its beats a loop may miss: a tenth of a second."""

CALLS = (
    *("open", "stat", "lstat", "listdir", "scandir", "mkdir", "rmdir", "rename", "replace", "unlink", "remove"),
    *("chmod", "fchmod", "fsync", "fdatasync", "ftruncate", "write", "fstat", "link", "readlink"),
)

_readlink = os.readlink


class HangingCalls:
    """Every call that reaches the disk under `folder` takes `seconds`; those from `watched` are kept in `seen`."""

    def __init__(self, folder: Path, seconds: float) -> None:
        self.folder = str(folder)
        self.seconds = seconds
        self.watched = 0
        self.seen: list[str] = []

    def put_in_place(self, replace: Callable[[Any, str, Any], None]) -> None:
        """Put it in the place of the disk, with `monkeypatch.setattr`, or for good with `setattr`."""
        for name in CALLS:
            replace(os, name, self._hanging(getattr(os, name)))
        replace(io, "open", self._hanging(io.open))
        replace(fcntl, "flock", self._hanging(fcntl.flock))

    def hang(self) -> None:
        time.sleep(self.seconds)

    def _hanging(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def hang(*arguments: Any, **more: Any) -> Any:
            folders = [more[name] for name in ("dir_fd", "src_dir_fd") if more.get(name) is not None]
            if any(map(self._is_there, folders or arguments[:1])):
                if threading.get_ident() == self.watched:
                    self.seen.append("".join(traceback.format_stack(limit=8)))
                self.hang()
            return call(*arguments, **more)

        return hang

    def _is_there(self, what: Any) -> bool:
        if isinstance(what, int):
            try:
                return _readlink(f"/proc/self/fd/{what}").startswith(self.folder)
            except OSError:
                return False
        return isinstance(what, str | bytes | os.PathLike) and os.fsdecode(what).startswith(self.folder)


class LagProbe:
    """Watches the loop that `beat` runs in; `waits` are the stacks in which it stood still for too long."""

    def __init__(self) -> None:
        self.waits: list[str] = []
        self._thread = 0
        self._missed = 0
        self._ends = threading.Event()

    async def beat(self) -> None:
        self._thread = threading.get_ident()
        try:
            while True:
                self._missed = 0
                await asyncio.sleep(BEAT_SECONDS)
        finally:  # once the loop has ended, nobody looks at a screen any more
            self._thread = 0

    @contextmanager
    def watching(self) -> Iterator[None]:
        watch = threading.Thread(target=self._watch, daemon=True)
        watch.start()
        yield
        self._ends.set()
        watch.join()

    def _watch(self) -> None:
        while not self._ends.wait(BEAT_SECONDS):
            self._missed += 1
            if self._missed > LONGEST_BEATS and (frame := current_frame(self._thread)) is not None:
                stack = traceback.extract_stack(frame)
                if is_waiting(stack):
                    self.waits.append("".join(traceback.format_list(stack[-8:])))


def current_frame(thread: int) -> FrameType | None:
    """Return where a thread is.

    Up to Python 3.11.8, a look for garbage in `sys._current_frames` can let a thread begin or end, and both then wait
    for each other for ever: https://github.com/python/cpython/issues/106883.
    """
    looks_for_garbage = gc.isenabled()
    gc.disable()
    try:
        return sys._current_frames().get(thread)
    finally:
        if looks_for_garbage:
            gc.enable()


def is_waiting(stack: traceback.StackSummary) -> bool:
    """Whether it waits rather than computes: for a lock, a thread, or the disk that hangs.

    Who lets a lock go or starts a thread waits for nothing but a turn on the processor.
    """
    innermost = stack[-1]
    if innermost.filename.endswith("threading.py"):
        starts = any(frame.name == "start" and frame.filename == innermost.filename for frame in stack)
        return any(call in (innermost.line or "") for call in ("acquire", "__enter__")) and not starts
    return "/facilitator/files/" in innermost.filename or innermost.filename == __file__
