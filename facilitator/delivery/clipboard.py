"""The clipboard, with an honest report: a text counts as copied only if a tool says so and gives it back.

pyperclip knows the desktop's tools, but waits for them without a limit and reports success when one has failed. So
it runs in a child process with a time limit, one per tool, which reads the text back (`clipboard_process`). Without
such a tool the terminal is asked (OSC 52); it never answers, so the report says what to do if nothing is pasted. If a
folder is given, there is always a copy in a file as well.
"""

import os
import select
import shutil
from base64 import b64encode
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from facilitator import child_process
from facilitator.clock import SystemClock
from facilitator.delivery import clipboard_process
from facilitator.delivery.clipboard_process import WINDOWS
from facilitator.files import durable
from facilitator.files.patience import do_patiently

LIMIT_SECONDS = 0.7
"""For everything together, shared equally by the tools; the person who pressed the key is in a conversation."""

LARGEST_TERMINAL_BYTES = 74_994
"""The most that xterm, and others after it, take in one OSC 52: 100,000 characters of base64 with its frame."""

FILE_NAME = "clipboard.txt"


class How(StrEnum):
    TOOL = "tool"
    TERMINAL = "terminal"
    FILE = "file"
    NOT = "not"


class Copied(Struct, frozen=True):
    """What became of a copy. Only `TOOL` means that the clipboard has it for certain; `message` is for a person."""

    how: How
    message: str


class Tool(Struct, frozen=True):
    """One of pyperclip's mechanisms: its programs, and the environment variable that it can't do without."""

    mechanism: str
    programs: tuple[str, ...]
    needs: str = ""


TOOLS = (
    Tool("pbcopy", ("pbcopy", "pbpaste")),
    Tool("wl-clipboard", ("wl-copy", "wl-paste"), needs="WAYLAND_DISPLAY"),
    Tool("xclip", ("xclip",), needs="DISPLAY"),
    Tool("xsel", ("xsel",), needs="DISPLAY"),
    Tool(WINDOWS, ("clip.exe",)),
)

FOR_TOOLS = (
    *("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "XDG_RUNTIME_DIR", "HOME", "TMPDIR"),
    *("LANG", "LC_ALL", "LC_CTYPE", "__CF_USER_TEXT_ENCODING", "WSL_INTEROP"),
)
"""The environment variables that the tools get, besides PATH."""


class _Budget:
    """What is left of a time limit."""

    def __init__(self, seconds: float) -> None:
        self._clock = SystemClock()
        self._ends_ms = self._clock.read().boot_ms + round(seconds * 1000)

    def left(self) -> float:
        """Return the seconds left, never less than zero."""
        return max(0, self._ends_ms - self._clock.read().boot_ms) / 1000


def copy(text: str, folder: Path | None = None, terminal: Path = Path("/dev/tty")) -> Copied:
    """Copy `text` to the clipboard if that can be done within `LIMIT_SECONDS`, and to a file in `folder`.

    Never raises for what the machine lacks: the message says what happened.
    """
    budget = _Budget(LIMIT_SECONDS)
    where = _kept(text, folder)
    reason = "over SSH the desktop's clipboard is out of reach"
    if not _is_remote(os.environ):
        failures = []
        environment = _environment(os.environ)
        tools = _usable(environment)
        for number, tool in enumerate(tools):
            failure = _handed_over(tool, text, environment, budget.left() / (len(tools) - number))
            if not failure:
                return Copied(How.TOOL, f"Copied.{where}")
            failures.append(failure)
        reason = "; ".join(failures) or "no clipboard tool was found"
    asked = _asked_terminal(text, terminal, os.environ, budget)
    if not asked:
        return Copied(How.TERMINAL, f"Copied through your terminal. {_if_empty(folder if where else None)}")
    return Copied(How.FILE if where else How.NOT, f"Not copied: {reason}; {asked}.{where}")


def _kept(text: str, folder: Path | None) -> str:
    """Write the file; return a sentence that says where it is, empty without a folder or if writing failed."""
    if folder is None:
        return ""

    def keep() -> None:
        durable.make_folder(folder)
        durable.replace(folder / FILE_NAME, text.encode())

    try:
        do_patiently(keep)
    except OSError:
        return ""
    return f" It is in {folder / FILE_NAME}."


def _if_empty(folder: Path | None) -> str:
    """Return what helps if the terminal didn't take it, which it doesn't say."""
    return "It doesn't say whether it took it." if folder is None else f"If paste is empty: {folder / FILE_NAME}"


def _is_remote(environment: Mapping[str, str]) -> bool:
    """Whether the person sits at another machine, so that a tool here would fill a clipboard they can't see."""
    forwarded = environment.get("DISPLAY", "").startswith("localhost:")
    return not forwarded and any(environment.get(name) for name in ("SSH_TTY", "SSH_CONNECTION"))


def _environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the part that tools need."""
    return {"PATH": child_process.path_of(environment)} | {
        name: environment[name] for name in FOR_TOOLS if name in environment
    }


def _usable(environment: Mapping[str, str]) -> list[Tool]:
    return [
        tool
        for tool in TOOLS
        if all(shutil.which(program, path=environment["PATH"]) for program in tool.programs)
        and (not tool.needs or environment.get(tool.needs))
    ]


def _handed_over(tool: Tool, text: str, environment: Mapping[str, str], limit_seconds: float) -> str:
    """Copy `text` with `tool`; return why it isn't certain that the clipboard has it, empty if it is."""
    try:
        answer = child_process.run(
            clipboard_process.__name__,
            text.encode("utf-8", "replace"),
            tool.mechanism,
            limit_seconds=limit_seconds,
            environment=environment,
        )
    except TimeoutError:
        answer = b"did not answer"
    except OSError:
        answer = b"could not be asked"
    return "" if answer == clipboard_process.HAS_IT else f"{tool.programs[0]} {answer.decode()}"


def _asked_terminal(text: str, terminal: Path, environment: Mapping[str, str], budget: _Budget) -> str:
    """Ask the terminal by OSC 52, in the forms of tmux or screen; return why that failed, empty if it didn't."""
    data = text.encode("utf-8", "replace")
    if len(data) > LARGEST_TERMINAL_BYTES:
        return f"{len(data) // 1000} kB are too much for the terminal, which takes {LARGEST_TERMINAL_BYTES // 1000}"
    if environment.get("TERM", "dumb") in ("dumb", "linux", ""):
        return "this terminal has no clipboard"
    try:
        # Non-blocking: a terminal held by Ctrl+S takes nothing, and the call would never return.
        descriptor = os.open(terminal, os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return "there is no terminal to ask"
    try:
        if not os.isatty(descriptor):
            return "there is no terminal to ask"
        return _written(descriptor, _wrapped(b"\x1b]52;c;" + b64encode(data) + b"\x07", environment), budget)
    finally:
        os.close(descriptor)


def _wrapped(sequence: bytes, environment: Mapping[str, str]) -> bytes:
    """Return what reaches the terminal; tmux gets both forms, since its settings decide which of them it carries on.

    The bare one with `set-clipboard on`, the wrapped one with `allow-passthrough on`.
    """
    if environment.get("TMUX"):
        return sequence + b"\x1bPtmux;" + sequence.replace(b"\x1b", b"\x1b\x1b") + b"\x1b\\"
    if environment.get("STY"):  # screen takes strings of 768 bytes at most
        parts = [sequence[start : start + 700] for start in range(0, len(sequence), 700)]
        return b"".join(b"\x1bP" + part + b"\x1b\\" for part in parts)
    return sequence


def _written(descriptor: int, data: bytes, budget: _Budget) -> str:
    """Write `data`; return why not all of it could be written in time, empty if it was."""
    rest = memoryview(data)
    try:
        while rest:
            _, ready, _ = select.select([], [descriptor], [], budget.left())
            if not ready:
                return "the terminal is held and takes nothing"
            rest = rest[os.write(descriptor, rest) :]
    except OSError:
        return "the terminal did not take it"
    return ""
