"""Lines as they come in: read in a thread of their own, so that time goes on while nobody types.

The thread reads a line only when it is asked to, so that an answer never stands in the middle of the next line.
"""

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Event, Semaphore, Thread
from typing import NamedTuple

from facilitator.showing.completion import Completion

LONGEST_LINE_BYTES = 1 << 20
LONGEST_SETTLING_SECONDS = 0.5
"""How long the line editor may take to begin a line, before the terminal is taken from it."""


class Begun(NamedTuple):
    """Somebody is typing; `text` is how far the line has got."""

    text: str


class Sent(NamedTuple):
    """A line was sent."""

    text: str


class Stopped(NamedTuple):
    """No more lines will come. `code` is the exit code that this means: 0, or that of a signal."""

    code: int


class Rung(NamedTuple):
    """Something has come from another device."""


Input = Begun | Sent | Stopped | Rung


class LineReader:
    """Reads the lines of a pipe or a file. `already` is what has been read of it before."""

    def __init__(self, descriptor: int, already: bytes = b"") -> None:
        self._descriptor = descriptor
        self._rest = already
        self._inputs: SimpleQueue[Input] = SimpleQueue()
        self._wanted = Semaphore(0)

    def start(self) -> None:
        Thread(target=self._run, name="lines", daemon=True).start()

    def put_back(self, line: str) -> bool:
        """Put `line` into the next line as if it had been typed; return False if there is no way to."""
        return False

    def want_line(self) -> None:
        """Let the next line be read."""
        self._wanted.release()

    def wait(self, longest_seconds: float) -> Input | None:
        """Return what has come in; None if nothing has for `longest_seconds`."""
        with suppress(Empty):
            return self._inputs.get(timeout=longest_seconds)
        return None

    def put(self, came: Input) -> None:
        """Add something that has come in. May be called by a handler of a signal."""
        self._inputs.put(came)

    def close(self) -> None:
        """Give the terminal back as it was."""

    def _run(self) -> None:
        while True:
            self._wanted.acquire()
            try:
                line = self.read_line()
            except (EOFError, OSError):  # a terminal that is gone is an end like any other
                self.put(Stopped(0))
                return
            self.put(Sent(line))

    def read_line(self) -> str:
        """Return the next line, or as much of it as may be in one, waiting for it. Raises EOFError at the end, OSError.

        Python's own buffered reading would hold a lock for as long as it waits, and the program couldn't end.
        """
        while b"\n" not in self._rest and len(self._rest) < LONGEST_LINE_BYTES:
            read = os.read(self._descriptor, 1 << 16)
            if not read:
                break
            self._rest += read
        if not self._rest:
            raise EOFError
        line, _, self._rest = self._rest.partition(b"\n")
        return line.decode(errors="replace").removesuffix("\r")


Complete = Callable[[str], Sequence[Completion]]


class TerminalReader(LineReader):
    """Reads lines from the terminal with the line editor of the system: history, completion, and what was begun.

    TERM has to be `dumb` by now: the editor, loaded here, then knows of nothing but letters and line ends. Raises
    ImportError if there is none.
    """

    SETTINGS = (
        "set bell-style none",
        "set colored-completion-prefix off",
        "set colored-stats off",
        "set enable-active-region off",
        "set enable-bracketed-paste off",
        "set show-mode-in-prompt off",
    )
    """What could write more than letters, even if the user's `.inputrc` asks for it."""

    def __init__(self, complete: Complete, history: Sequence[str]) -> None:
        super().__init__(sys.stdin.fileno())
        import readline

        from facilitator.plain.idle_hook import IdleHook
        from facilitator.plain.terminal_modes import TerminalModes

        self._readline = readline
        self._complete = complete
        self._seen = ""
        self._put_back = ""
        self._is_settled = Event()
        self._is_settled.set()
        self._modes = TerminalModes(self._descriptor)
        self._modes.pass_on_every_key()
        is_libedit = "libedit" in (readline.__doc__ or "")  # as on macOS
        for setting in (*self.SETTINGS, "bind ^I rl_complete" if is_libedit else "tab: complete"):
            readline.parse_and_bind(setting)
        for line in history:
            readline.add_history(line)
        readline.set_completer_delims("")
        readline.set_completer(self._candidate)
        readline.set_completion_display_matches_hook(self._show_candidates)
        readline.set_startup_hook(self._insert)
        self._hook = IdleHook(self._look)

    def put_back(self, line: str) -> bool:
        self._put_back = line
        return True

    def want_line(self) -> None:
        self._is_settled.clear()
        super().want_line()

    def close(self) -> None:
        self._is_settled.wait(LONGEST_SETTLING_SECONDS)  # else the line editor sets its modes after they were restored
        self._hook.remove()
        self._modes.restore()

    def read_line(self) -> str:
        try:
            return input()
        finally:
            self._seen = ""
            self._is_settled.set()

    def _look(self) -> None:
        """Tell how far the line has got; the line editor calls this whenever it is idle, many times per second."""
        self._is_settled.set()
        text = self._readline.get_line_buffer()
        if text != self._seen:
            self._seen = text
            self.put(Begun(text))

    def _insert(self) -> None:
        text, self._put_back = self._put_back, ""
        if text:
            self._readline.insert_text(text)

    def _candidate(self, typed: str, number: int) -> str | None:
        """Return the line with the completion of this number; None if there are no more."""
        found = [typed[: one.start] + one.text + " " for one in self._complete(typed)]
        if len(found) > 1:  # what they have in common replaces what was typed, so it must not be shorter
            found = [line for line in found if line.startswith(typed)]
        return found[number] if number < len(found) else None

    def _show_candidates(self, typed: str, matches: Sequence[str], longest: int) -> None:
        """Say what could stand here, a line for each, and show again what has been typed."""
        for one in self._complete(self._readline.get_line_buffer()):
            print(f"\n{'  '.join(filter(None, (one.letter, one.text, one.meaning)))}", end="")
        print(f"\n{self._readline.get_line_buffer()}", end="", flush=True)
