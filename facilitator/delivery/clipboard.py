"""The clipboard, told about honestly: a text counts as copied only when a tool said so and has it.

pyperclip knows the desktop's tools, but waits for them without a limit and reports success when one has failed. So
it works in a child with a time limit, one for each tool, which asks for the text again (`clipboard_process`). Without
such a tool the terminal is asked (OSC 52), which never answers; so that is reported as asked, not as done. A copy in a
file is there in every case when a folder is given.
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
from facilitator.files.export_file import replace_file

LIMIT_SECONDS = 0.7
"""For everything together, in equal shares for the tools; the person who pressed the key is in a conversation."""

LARGEST_TERMINAL_BYTES = 74_994
"""What xterm, and others after it, take in one OSC 52: 100,000 characters of base64 with the frame."""

FILE_NAME = "clipboard.txt"


class How(StrEnum):
    TOOL = "tool"
    TERMINAL = "terminal"
    FILE = "file"
    NOT = "not"


class Copied(Struct, frozen=True):
    """What became of a copy. Only with `TOOL` is it certain that the clipboard has it; `message` says so in words."""

    how: How
    message: str


class Tool(Struct, frozen=True):
    """One of pyperclip's mechanisms: its programs, and the variable without which there is no clipboard to reach."""

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
"""What the tools are told of the environment, beside where programs are."""


class _Budget:
    """What is left of a time limit."""

    def __init__(self, seconds: float) -> None:
        self._clock = SystemClock()
        self._ends_ms = self._clock.read().boot_ms + round(seconds * 1000)

    def left(self) -> float:
        """Seconds, never less than zero."""
        return max(0, self._ends_ms - self._clock.read().boot_ms) / 1000


def copy(text: str, folder: Path | None = None, terminal: Path = Path("/dev/tty")) -> Copied:
    """`text` onto the clipboard, as far as that can be done within a second; and into a file in `folder`.

    Never raises for what the machine lacks: the message says what happened, in words for a person.
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
        said = f"Sent to the terminal, which doesn't say whether it took it ({reason})."
        return Copied(How.TERMINAL, said + where)
    return Copied(How.FILE if where else How.NOT, f"Not copied: {reason}; {asked}.{where}")


def _kept(text: str, folder: Path | None) -> str:
    """A sentence that says where a copy lies; empty without a folder, and when it could not be written."""
    if folder is None:
        return ""
    try:
        return f" It is in {replace_file(folder / FILE_NAME, text)}."
    except OSError:
        return ""


def _is_remote(environment: Mapping[str, str]) -> bool:
    """Whether the person sits at another machine: a tool here would fill a clipboard that they don't see."""
    forwarded = environment.get("DISPLAY", "").startswith("localhost:")
    return not forwarded and any(environment.get(name) for name in ("SSH_TTY", "SSH_CONNECTION"))


def _environment(environment: Mapping[str, str]) -> dict[str, str]:
    """The part that tools need. Programs are looked for in folders with a full name only: `.` may be anybody's."""
    folders = environment.get("PATH", os.defpath).split(os.pathsep)
    path = os.pathsep.join(folder for folder in folders if Path(folder).is_absolute())
    return {"PATH": path} | {name: environment[name] for name in FOR_TOOLS if name in environment}


def _usable(environment: Mapping[str, str]) -> list[Tool]:
    return [
        tool
        for tool in TOOLS
        if all(shutil.which(program, path=environment["PATH"]) for program in tool.programs)
        and (not tool.needs or environment.get(tool.needs))
    ]


def _handed_over(tool: Tool, text: str, environment: Mapping[str, str], limit_seconds: float) -> str:
    """Why it isn't certain that `tool` has put the text on the clipboard; empty when it is."""
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
    """Why the terminal could not be asked; empty when it was (OSC 52, through tmux and screen in their wrapping)."""
    data = text.encode("utf-8", "replace")
    if len(data) > LARGEST_TERMINAL_BYTES:
        return f"{len(data) // 1000} kB are too much for the terminal, which takes {LARGEST_TERMINAL_BYTES // 1000}"
    if environment.get("TERM", "dumb") in ("dumb", "linux", ""):
        return "this terminal has no clipboard"
    try:
        # Without waiting: a terminal held by Ctrl+S takes nothing and would never return.
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
    if environment.get("TMUX"):
        return b"\x1bPtmux;" + sequence.replace(b"\x1b", b"\x1b\x1b") + b"\x1b\\"
    if environment.get("STY"):  # screen takes strings of 768 bytes at most
        parts = [sequence[start : start + 700] for start in range(0, len(sequence), 700)]
        return b"".join(b"\x1bP" + part + b"\x1b\\" for part in parts)
    return sequence


def _written(descriptor: int, data: bytes, budget: _Budget) -> str:
    """Why not all of `data` could be written in time; empty when it was."""
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
