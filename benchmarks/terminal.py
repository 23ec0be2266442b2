"""A program in a pseudo-terminal, and the time of every byte that it writes.

While the program runs nothing is done but read, write and note the time: what the bytes mean is worked
out afterwards (`painting`).
"""

import os
import select
import signal
from collections.abc import Iterable, Sequence
from contextlib import suppress
from time import perf_counter
from types import TracebackType
from typing import NamedTuple, Self

from ptyprocess import PtyProcess

COLUMNS = 120
ROWS = 36


class Chunk(NamedTuple):
    """Bytes that arrived at once, and when (seconds on `perf_counter`)."""

    at: float
    data: bytes


class Terminal:
    """A program running in a terminal of its own, killed on leaving the context."""

    def __init__(self, command: Sequence[str], environment: dict[str, str]) -> None:
        self.chunks: list[Chunk] = []
        self.started_at = perf_counter()
        self._process = PtyProcess.spawn(list(command), env=environment, dimensions=(ROWS, COLUMNS))

    @property
    def pid(self) -> int:
        return int(self._process.pid)

    def read_for(self, seconds: float) -> None:
        """Read whatever comes within `seconds`."""
        self._read_until(perf_counter() + seconds)

    def read_until_quiet(self, quiet_seconds: float = 0.75, at_most: float = 10) -> None:
        """Read until nothing has come for `quiet_seconds`, counted from the first byte."""
        deadline = perf_counter() + at_most
        while perf_counter() < deadline and not self.chunks:
            self._read_until(perf_counter() + quiet_seconds)
        while perf_counter() < deadline:
            before = len(self.chunks)
            self._read_until(perf_counter() + quiet_seconds)
            if len(self.chunks) == before:
                return

    def send(self, text: str) -> float:
        """Type `text` at once; the moment before it was written."""
        data = text.encode()
        at = perf_counter()
        while data:
            with suppress(BlockingIOError):
                data = data[os.write(self._process.fd, data[:1024]) :]
            if data:
                self._read_until(perf_counter() + 0.001)
        return at

    def press(self, keys: Iterable[str], pauses: Iterable[float]) -> list[float]:
        """Type one key after the other, each followed by its pause; the moment at which each was written."""
        written = []
        due = perf_counter()
        for key, pause in zip(keys, pauses, strict=False):
            written.append(self.send(key))
            due = max(due, written[-1]) + pause
            self._read_until(due)
        return written

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        self._process.close(force=True)

    def _read_until(self, deadline: float) -> None:
        descriptor = self._process.fd
        while True:
            readable, _, _ = select.select([descriptor], [], [], max(0.0, deadline - perf_counter()))
            if not readable:
                return
            try:
                data = os.read(descriptor, 65536)
            except OSError:  # what Linux answers when the program has ended
                data = b""
            if not data:
                return
            self.chunks.append(Chunk(perf_counter(), data))
