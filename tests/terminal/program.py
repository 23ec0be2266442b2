"""The real program in a real pseudo-terminal, with a terminal emulator that sees what a person would."""

import os
import re
import select
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pyte
import pytest
from ptyprocess import PtyProcess

LONGEST_WAIT_SECONDS = 60
MOMENT_SECONDS = 0.05


class Terminal:
    """A terminal of `columns` × `lines` in which `facilitator …` runs; `raw` is every byte that it was sent.

    While something is waited for here, the terminals of `others` go on as well.
    """

    def __init__(
        self, *arguments: str | Path, columns: int = 120, lines: int = 40, term: str = "xterm-256color"
    ) -> None:
        self.raw = b""
        self.others: list[Terminal] = []
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self.process = PtyProcess.spawn(
            [sys.executable, "-m", "facilitator", *map(str, arguments)],
            env={**os.environ, "TERM": term},
            dimensions=(lines, columns),
        )

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def type(self, text: str) -> None:
        self.write(text.encode())

    def write(self, data: bytes) -> None:
        self.process.write(data)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.write(KEYS[key])

    def resize(self, columns: int, lines: int) -> None:
        self._screen.resize(lines, columns)
        self.process.setwinsize(lines, columns)

    def wait_for(self, pattern: str) -> str:
        """Wait until `pattern` stands on the screen; the screen then."""
        return self.wait_until(lambda text: re.search(pattern, text) is not None, pattern)

    def wait_until(self, holds: Callable[[str], bool], what: str = "it") -> str:
        deadline = time.monotonic() + LONGEST_WAIT_SECONDS
        while not holds(self.text):
            if time.monotonic() > deadline or not self._read():
                pytest.fail(f"waited for {what}; the screen shows:\n{self.text}")
            for other in self.others:
                if other is not self and other.process.isalive():
                    other._read()
        return self.text

    def wait_for_exit(self) -> int:
        """Wait until the program has ended; its exit code."""
        deadline = time.monotonic() + LONGEST_WAIT_SECONDS
        while self._read():
            if time.monotonic() > deadline:
                pytest.fail(f"waited for the end; the screen shows:\n{self.text}")
        self.process.wait()
        return int(self.process.exitstatus if self.process.exitstatus is not None else -self.process.signalstatus)

    def hang_up(self) -> None:
        """Close the terminal as a window is closed; returns when the program has ended."""
        self.process.fileobj.close()
        self.process.fd, self.process.closed = -1, True
        deadline = time.monotonic() + LONGEST_WAIT_SECONDS
        while self.process.isalive():
            if time.monotonic() > deadline:
                pytest.fail("the program goes on without its terminal")
            time.sleep(MOMENT_SECONDS)

    def close(self) -> None:
        if self.process.isalive():
            self.process.kill(9)
        self.process.close(force=True)

    def _read(self) -> bool:
        """Take in what the program writes within a moment; False when it has ended."""
        ready, _, _ = select.select([self.process.fd], [], [], MOMENT_SECONDS)
        if not ready:
            return True
        try:
            data = os.read(self.process.fd, 65536)
        except OSError:
            return False
        self.raw += data
        self._stream.feed(data)
        return bool(data)


KEYS = {
    "enter": b"\r",
    "escape": b"\x1b",
    "tab": b"\t",
    "ctrl+j": b"\n",
    "ctrl+q": b"\x11",
    "ctrl+p": b"\x10",
    "ctrl+k": b"\x0b",
    "ctrl+u": b"\x15",
    "down": b"\x1b[B",
    "up": b"\x1b[A",
    "f9": b"\x1b[20~",
}

Spawn = Callable[..., Terminal]
