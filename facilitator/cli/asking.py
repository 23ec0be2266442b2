"""Questions on the terminal, whose answers are on disk while they are being typed.

Separate from the commands that ask, because only here it is known how far a line has got before it is sent: on a
terminal the line editor of the system tells it. Where there is none, or lines come through a pipe, an answer is kept
once it is sent; the system itself gathers the line until then.
"""

import sys
from collections.abc import Callable
from io import TextIOWrapper
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

import click
import msgspec

from facilitator.conducting.draft_keeper import Draft, DraftKeeper

if TYPE_CHECKING:
    pass

_Answer = TypeVar("_Answer")


class Asking:
    """Asks, and keeps the answers in `draft` until `forget`. What was answered before stands there again.

    As a context manager, it waits in the end until the last answer is kept.
    """

    def __init__(self, draft: Draft) -> None:
        self._keeper = DraftKeeper(draft, self._failed)
        self._answers = _answers_in(self._keeper.load())
        self._trouble = ""
        self.goes_on = bool(self._answers)
        """Whether there are answers from before."""

    def ask(self, key: str, question: str, read: Callable[[str], _Answer], default: str = "") -> _Answer:
        """Ask until `read` takes the answer, or the default if it is empty; `key` tells the question from others.

        `read` raises ValueError, with what is wrong, for one that it doesn't take. Raises click.Abort.
        """
        while True:
            before = self._answers.get(key, "")
            text = self._line(key, f"{question} [{default}]" if default and not before else question, before)
            try:
                value = read(text or default)
            except ValueError as error:
                click.echo(f"Error: {error}")
                continue
            self._keep(key, text)
            self._tell_trouble()
            return value

    def forget(self) -> None:
        """Remove the draft: what the answers were for is done."""
        self._answers.clear()
        self._keeper.keep("")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._keeper.close()

    def _line(self, key: str, question: str, before: str) -> str:
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            return _prompted(question, before)
        try:
            editor = _LineEditor(lambda text: self._keep(key, text))
        except ImportError:
            return _prompted(question, before)
        return editor.line(f"{question}{_suffix(question)}", before)

    def _keep(self, key: str, text: str) -> None:
        self._answers[key] = text.encode(errors="replace").decode()
        self._keeper.keep(msgspec.json.encode(self._answers).decode() if any(self._answers.values()) else "")

    def _failed(self, reason: str) -> None:
        self._trouble = self._trouble or reason

    def _tell_trouble(self) -> None:
        """Say once, between two questions, that the answers aren't kept."""
        if self._trouble and self._trouble != _TOLD:
            click.echo(f"What you type isn't kept before you are done: {self._trouble}", err=True)
            self._trouble = _TOLD


_TOLD = "told"


class _LineEditor:
    """Reads a line with the line editor of the system; `typed` gets the text while it changes. Raises ImportError."""

    def __init__(self, typed: Callable[[str], None]) -> None:
        import readline

        self._readline: Any = readline
        self._typed = typed
        self._seen = ""

    def line(self, prompt: str, before: str) -> str:
        """Return what was typed, beginning with `before`. Raises click.Abort."""
        from facilitator.plain.idle_hook import IdleHook

        self._seen = before
        if isinstance(sys.stdin, TextIOWrapper):
            sys.stdin.reconfigure(errors="replace")  # a byte that is no letter ends nothing
        self._readline.set_startup_hook(lambda: self._readline.insert_text(before))
        self._readline.set_auto_history(False)
        hook: IdleHook = IdleHook(self._look)
        try:
            return input(prompt)
        except (KeyboardInterrupt, EOFError):
            click.echo()
            raise click.Abort from None
        finally:
            hook.remove()
            self._readline.set_startup_hook(None)

    def _look(self) -> None:
        text = self._readline.get_line_buffer()
        if text != self._seen:
            self._seen = text
            self._typed(text)


def _prompted(question: str, before: str) -> str:
    suffix = _suffix(question)
    text: str = click.prompt(question, default=before, show_default=bool(before), prompt_suffix=suffix)
    return text


def _suffix(question: str) -> str:
    """Return what leads from a question to its answer: a colon after a mere name of what is asked for."""
    return " " if "?" in question else ": "


def _answers_in(draft: str) -> dict[str, str]:
    """Return the answers in a draft; none if it is no draft of answers."""
    try:
        return msgspec.json.decode(draft, type=dict[str, str]) if draft else {}
    except msgspec.DecodeError:
        return {}
