"""The clipboard, told about honestly: a text counts as copied only when a tool said so and has it.

Done with the desktop's own tools rather than a library: those wait without a limit and report success
when the tool has failed. Without such a tool the terminal is asked (OSC 52), which never answers; so
that is reported as asked, not as done. A copy in a file is there in every case when a folder is given.
"""

import os
import select
import shutil
import subprocess
from base64 import b64encode
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from facilitator.clock import SystemClock
from facilitator.files.export_file import replace_file

LIMIT_SECONDS = 0.7
"""For everything together; the person who pressed the key is in a conversation."""

CALL_SECONDS = 0.35
"""For one call of one tool, so that a second tool gets its turn when the first one hangs."""

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
    """A program that takes the clipboard's text on its input, one that gives it back, and when they can work.

    `needs` names an environment variable without which there is no clipboard to reach.
    """

    copy: tuple[str, ...]
    paste: tuple[str, ...] = ()
    needs: str = ""
    encoding: str = "utf-8"


TOOLS = (
    Tool(("pbcopy",), ("pbpaste",)),
    Tool(("wl-copy",), ("wl-paste", "--no-newline"), needs="WAYLAND_DISPLAY"),
    Tool(("xclip", "-selection", "clipboard", "-in"), ("xclip", "-selection", "clipboard", "-out"), needs="DISPLAY"),
    Tool(("xsel", "--clipboard", "--input"), ("xsel", "--clipboard", "--output"), needs="DISPLAY"),
    Tool(("clip.exe",), encoding="utf-16"),
)


class _Budget:
    """What is left of a time limit."""

    def __init__(self, seconds: float) -> None:
        self._clock = SystemClock()
        self._ends_ms = self._clock.read().boot_ms + round(seconds * 1000)

    def left(self, most: float = LIMIT_SECONDS) -> float:
        """Seconds, never less than zero nor more than `most`."""
        return min(most, max(0, self._ends_ms - self._clock.read().boot_ms) / 1000)


def copy(text: str, folder: Path | None = None, terminal: Path = Path("/dev/tty")) -> Copied:
    """`text` onto the clipboard, as far as that can be done within a second; and into a file in `folder`.

    Never raises for what the machine lacks: the message says what happened, in words for a person.
    """
    budget = _Budget(LIMIT_SECONDS)
    where = _kept(text, folder)
    reason = "over SSH the desktop's clipboard is out of reach"
    if not _is_remote(os.environ):
        failures = []
        for tool in _usable(os.environ):
            failure = _handed_over(tool, text, budget)
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


def _usable(environment: Mapping[str, str]) -> list[Tool]:
    return [tool for tool in TOOLS if shutil.which(tool.copy[0]) and (not tool.needs or environment.get(tool.needs))]


def _handed_over(tool: Tool, text: str, budget: _Budget) -> str:
    """Why `tool` did not take the text; empty when it did.

    Output goes nowhere: xclip and wl-copy leave a child behind that serves the clipboard, and it would hold
    a pipe open for as long as it lives.
    """
    name = tool.copy[0]
    try:
        done = subprocess.run(
            tool.copy,
            input=text.encode(tool.encoding, "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=budget.left(CALL_SECONDS),
            check=False,
            start_new_session=True,
        )
    except subprocess.TimeoutExpired:
        return f"{name} did not answer"
    except OSError as error:
        return f"{name} could not be started ({error.strerror})"
    if done.returncode != 0:
        return f"{name} failed"
    return "" if _reads_back(tool, text, budget) else f"{name} said yes, but the clipboard doesn't give it back"


def _reads_back(tool: Tool, text: str, budget: _Budget) -> bool:
    """Whether the clipboard gives the text back; taken for granted where there is nothing to ask."""
    if not tool.paste or not shutil.which(tool.paste[0]):
        return True
    try:
        got = subprocess.run(
            tool.paste,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=budget.left(CALL_SECONDS),
            check=False,
            start_new_session=True,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return got.returncode == 0 and got.stdout.decode("utf-8", "replace").rstrip("\n") == text.rstrip("\n")


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
