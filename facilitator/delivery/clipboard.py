"""The clipboard, with an honest report: a text counts as copied only if a tool says so and gives it back.

pyperclip knows the desktop's tools, but waits for them without a limit and reports success when one has failed. So
it runs in a child process with a time limit, one per tool, which reads the text back (`clipboard_process`). Without
such a tool the terminal is asked (OSC 52); it never answers, so the report says what to do if nothing is pasted. If a
folder is given, there is always a copy in a file as well. Rich text goes through tools that take HTML
(`rich_clipboard_process`); where there is none, the same as plain text goes the way of any other, and that is said.
"""

import json
import os
import select
import shutil
from base64 import b64encode
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from facilitator import child_process
from facilitator.clock import SystemClock
from facilitator.delivery import clipboard_process, rich_clipboard_process
from facilitator.delivery.clipboard_process import WINDOWS
from facilitator.files import durable
from facilitator.files.patience import do_patiently

LIMIT_SECONDS = 0.7
"""For everything together, shared equally by the tools; the person who pressed the key is in a conversation."""

RICH_LIMIT_SECONDS = 5
"""For the tools that take HTML, before all others: PowerShell alone needs a second or two to start."""

LARGEST_TERMINAL_BYTES = 74_994
"""The most that xterm, and others after it, take in one OSC 52: 100,000 characters of base64 with its frame."""

FILE_NAME = "clipboard.txt"
RICH_FILE_NAME = "clipboard.html"
"""What a browser opens, so that rich text can be copied from there."""


class How(StrEnum):
    TOOL = "tool"
    TERMINAL = "terminal"
    FILE = "file"
    NOT = "not"


class Copied(Struct, frozen=True):
    """What became of a copy. Only `TOOL` means that the clipboard has it for certain; `message` is for a person."""

    how: How
    message: str


class Clip(Struct, frozen=True):
    """What is to be copied: a text and, if it is rich, the same as HTML."""

    text: str
    html: str = ""


class Tool(Struct, frozen=True):
    """A mechanism of a child's: its programs, and the environment variable that it can't do without."""

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

RICH_TOOLS = (
    Tool("osascript", ("osascript",)),
    Tool("wl-clipboard", ("wl-copy", "wl-paste"), needs="WAYLAND_DISPLAY"),
    Tool("xclip", ("xclip",), needs="DISPLAY"),
    Tool("powershell", ("powershell.exe",)),
)
"""What takes HTML. Those of X11 and Wayland hold it alone: a program that knows only plain text gets none of it."""

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


def copy(clip: Clip, folder: Path | None = None, terminal: Path = Path("/dev/tty")) -> Copied:
    """Copy `clip` to the clipboard if that can be done in time, and to a file in `folder`.

    Plain text takes `LIMIT_SECONDS` at most, rich text `RICH_LIMIT_SECONDS` more. Never raises for what the machine
    lacks: the message says what happened.
    """
    kept = _kept(clip, folder)
    where = f" It is in {kept}." if kept else ""
    plainly = ""
    if clip.html:
        given = json.dumps({"html": clip.html, "text": clip.text}).encode()
        failure = _through_tools(RICH_TOOLS, rich_clipboard_process.__name__, given, _Budget(RICH_LIMIT_SECONDS))
        if not failure:
            return Copied(How.TOOL, f"Copied as rich text.{where}")
        plainly = f"as plain text: {failure}"
    budget = _Budget(LIMIT_SECONDS)
    text = clip.text.encode("utf-8", "replace")
    reason = _through_tools(TOOLS, clipboard_process.__name__, text, budget)
    if not reason:
        return Copied(How.TOOL, " ".join(filter(None, ["Copied", plainly])) + f".{where}")
    asked = _asked_terminal(text, terminal, os.environ, budget)
    if not asked:
        said = ", ".join(filter(None, ["Copied through your terminal", plainly]))
        return Copied(How.TERMINAL, f"{said}. {_if_empty(kept)}")
    return Copied(How.FILE if kept else How.NOT, f"Not copied: {reason}; {asked}.{where}")


def _through_tools(tools: Sequence[Tool], child: str, given: bytes, budget: _Budget) -> str:
    """Give the clipboard what is `given` to a child per tool; return why that isn't certain, empty if it is."""
    if _is_remote(os.environ):
        return "over SSH the desktop's clipboard is out of reach"
    environment = _environment(os.environ)
    usable = _usable(tools, environment)
    failures = []
    for number, tool in enumerate(usable):
        failure = _handed_over(tool, child, given, environment, budget.left() / (len(usable) - number))
        if not failure:
            return ""
        failures.append(failure)
    return "; ".join(failures) or f"no {'rich text' if tools is RICH_TOOLS else 'clipboard'} tool was found"


def _kept(clip: Clip, folder: Path | None) -> Path | None:
    """Write the file or files; return the path of the best of them, None without a folder or if writing failed."""
    if folder is None:
        return None

    def keep() -> None:
        durable.make_folder(folder)
        durable.replace(folder / FILE_NAME, clip.text.encode("utf-8", "replace"))
        if clip.html:
            durable.replace(folder / RICH_FILE_NAME, clip.html.encode("utf-8", "replace"))

    try:
        do_patiently(keep)
    except OSError:
        return None
    return folder / (RICH_FILE_NAME if clip.html else FILE_NAME)


def _if_empty(kept: Path | None) -> str:
    """Return what helps if the terminal didn't take it, which it doesn't say."""
    return f"If paste is empty: {kept}" if kept else "It doesn't say whether it took it."


def _is_remote(environment: Mapping[str, str]) -> bool:
    """Whether the person sits at another machine, so that a tool here would fill a clipboard they can't see."""
    forwarded = environment.get("DISPLAY", "").startswith("localhost:")
    return not forwarded and any(environment.get(name) for name in ("SSH_TTY", "SSH_CONNECTION"))


def _environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the part that tools need."""
    return {"PATH": child_process.path_of(environment)} | {
        name: environment[name] for name in FOR_TOOLS if name in environment
    }


def _usable(tools: Sequence[Tool], environment: Mapping[str, str]) -> list[Tool]:
    return [
        tool
        for tool in tools
        if all(shutil.which(program, path=environment["PATH"]) for program in tool.programs)
        and (not tool.needs or environment.get(tool.needs))
    ]


def _handed_over(tool: Tool, child: str, given: bytes, environment: Mapping[str, str], limit_seconds: float) -> str:
    """Copy with `tool`; return why it isn't certain that the clipboard has it, empty if it is."""
    try:
        answer = child_process.run(child, given, tool.mechanism, limit_seconds=limit_seconds, environment=environment)
    except TimeoutError:
        answer = b"did not answer"
    except OSError:
        answer = b"could not be asked"
    return "" if answer == clipboard_process.HAS_IT else f"{tool.programs[0]} {answer.decode()}"


def _asked_terminal(data: bytes, terminal: Path, environment: Mapping[str, str], budget: _Budget) -> str:
    """Ask the terminal by OSC 52, in the forms of tmux or screen; return why that failed, empty if it didn't."""
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
