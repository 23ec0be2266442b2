"""Questions on the terminal, whose answers are on disk while they are being typed.

Separate from the commands that ask, because only here it is known how far a line has got before it is sent: on a
terminal the line editor of the system tells it. Where there is none, or lines come through a pipe, an answer is kept
once it is sent; the system itself gathers the line until then.
"""

import shutil
import sys
from collections.abc import Callable, Iterable
from functools import partial
from io import TextIOWrapper
from types import TracebackType
from typing import Any, Self, TypeVar

import click
import msgspec

from facilitator.conducting.draft_keeper import Draft, DraftKeeper
from facilitator.documents.cells import folded
from facilitator.plain import typed_ahead

_Answer = TypeVar("_Answer")


class Asking:
    """Asks, and keeps the answers in `draft` until `forget`. What was answered before stands there again.

    As a context manager, it waits in the end until the last answer is kept.
    """

    def __init__(self, draft: Draft) -> None:
        self._trouble = ""
        self._keeper = DraftKeeper(draft, self._failed)
        self._answers = _answers_in(self._keeper.load())
        self._ahead = ""
        self._is_sent_by_key = False
        self.goes_on = bool(self._answers)
        """Whether there are answers from before."""

    def answer(self, key: str) -> str | None:
        """Return what was answered so far; None if nothing was."""
        return self._answers.get(key)

    def put(self, key: str, text: str | None) -> None:
        """Keep `text` as the answer; None takes it back."""
        if text is None:
            self._answers.pop(key, None)
        else:
            self._answers[key] = text.encode(errors="replace").decode()
        self._keeper.keep(msgspec.json.encode(self._answers).decode() if any(self._answers.values()) else "")

    def ask(
        self, key: str, question: str, read: Callable[[str], _Answer], default: str = "", *, begin: str = ""
    ) -> _Answer:
        """Ask until `read` takes the answer, or the default if it is empty; `key` tells the question from others.

        `begin` stands in the line if nothing was answered yet. `read` raises ValueError, with what is wrong, for one
        that it doesn't take. Raises click.Abort.
        """
        while True:
            before = self._answers.get(key, begin)
            shown = f"{question} [{default}]" if default and not before else question
            text = self._line(shown, before, partial(self.put, key))
            try:
                value = read(text or default)
            except ValueError as error:
                click.echo(f"Error: {error}")
                continue
            self.put(key, text)
            self._tell_trouble()
            return value

    def ask_at_once(self, key: str, question: str, read: Callable[[str], str], at_once: Iterable[str]) -> str:
        """Ask for one of few answers, or for words: on a terminal each key of `at_once` is sent without Enter.

        An Enter right behind it belongs to it, and answers no other question.
        Nothing stands in the line: the question says what an empty one means. What `read` returns is for the caller to
        keep; until then the answer from before stands. Otherwise as `ask`.
        """
        before = self.answer(key)
        while True:
            text = self._line(question, "", partial(self.put, key), at_once)
            self.put(key, before)
            try:
                return read(text)
            except ValueError as error:
                click.echo(f"Error: {error}")
            finally:
                self._tell_trouble()

    def ask_lines(self, key: str, question: str) -> None:
        """Ask for a text of several lines; an empty one behind the last ends it. What was written stands there again.

        A line from before that is emptied is taken out. Raises click.Abort.
        """
        before = (self.answer(key) or "").splitlines()
        done: list[str] = []
        while before or not done or done[-1]:
            old = before.pop(0) if before else ""
            keep = partial(self._put_line, key, (*done,), (*before,))
            text = self._line(question if not done else "…", old, keep)
            keep(text)
            if text.strip() or not old:
                done.append(text.strip())
        self._tell_trouble()

    def _put_line(self, key: str, above: Iterable[str], below: Iterable[str], text: str) -> None:
        self.put(key, "\n".join(filter(None, (*above, text.strip(), *below))))

    def drop_what_is_typed_ahead(self) -> None:
        """Forget keys that were pressed before the next question could be read."""
        self._let_enter_pass()
        self._ahead = ""
        typed_ahead.drop_typed()

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

    def _line(self, question: str, before: str, typed: Callable[[str], None], at_once: Iterable[str] = ()) -> str:
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            return _prompted(question, before)
        try:
            editor = _LineEditor(typed)
        except ImportError:
            return _prompted(question, before)
        *above, last = folded_lines(question, len(_suffix(question)) + ROOM_TO_ANSWER)
        for line in above:
            click.echo(line)
        self._let_enter_pass()
        prompt, keys = f"{last}{_suffix(question)}", tuple(at_once)
        begun, is_sent, self._ahead = self._ahead.partition("\n")
        if is_sent or begun in keys:
            click.echo(f"{prompt}{before}{begun}")
            text = before + begun
        else:
            text = editor.line(prompt, before + begun, "".join(keys))
        self._is_sent_by_key = editor.sends_by_key and not is_sent and text in keys
        return text

    def _let_enter_pass(self) -> None:
        """Drop an Enter that follows a key which was sent without it: many are used to pressing both."""
        if self._is_sent_by_key:
            self._ahead = typed_ahead.sent_within(ENTER_FOLLOWS_SECONDS).removeprefix("\n")
            self._is_sent_by_key = False

    def _failed(self, reason: str) -> None:
        self._trouble = self._trouble or reason

    def _tell_trouble(self) -> None:
        """Say once, between two questions, that the answers aren't kept."""
        if self._trouble and self._trouble != _TOLD:
            click.echo(f"What you type isn't kept before you are done: {self._trouble}", err=True)
            self._trouble = _TOLD


_TOLD = "told"

ENTER_FOLLOWS_SECONDS = 0.5

ROOM_TO_ANSWER = 2
"""Cells that stay free behind a question, for the answer of a key."""


def folded_lines(text: str, less: int = 0) -> list[str]:
    """Return the lines of a text, folded to `less` cells below the terminal's width: it would break them in a word."""
    room = max(20, shutil.get_terminal_size().columns - less)
    return [row for line in text.split("\n") for row in folded(line, room) or [""]]


def say_folded(text: str) -> None:
    """Print a text, folded at words on a terminal; whatever else reads it gets its lines as they are."""
    for line in folded_lines(text) if sys.stdout.isatty() else [text]:
        click.echo(line)


class _LineEditor:
    """Reads a line with the line editor of the system; `typed` gets the text while it changes. Raises ImportError."""

    def __init__(self, typed: Callable[[str], None]) -> None:
        import readline

        self._readline: Any = readline
        self._typed = typed
        self._seen = ""

    def line(self, prompt: str, before: str, at_once: str = "") -> str:
        """Return what was typed, beginning with `before`, each key of `at_once` being sent. Raises click.Abort."""
        from facilitator.plain.idle_hook import IdleHook

        self._seen = before
        if isinstance(sys.stdin, TextIOWrapper):
            sys.stdin.reconfigure(errors="replace")  # a byte that is no letter ends nothing
        self._readline.set_startup_hook(lambda: self._readline.insert_text(before))
        self._readline.set_auto_history(False)
        hook: IdleHook = IdleHook(self._look)
        self._bind({key: f'"\\C-v{key}\\C-m"' for key in at_once})  # as if quoted, and then Enter
        try:
            return input(prompt)
        except (KeyboardInterrupt, EOFError):
            click.echo()
            raise click.Abort from None
        finally:
            hook.remove()
            self._bind(dict.fromkeys(at_once, "self-insert"))
            self._readline.set_startup_hook(None)

    @property
    def sends_by_key(self) -> bool:
        """Whether this is GNU Readline; another line editor, such as libedit, waits for Enter."""
        return "libedit" not in (self._readline.__doc__ or "")

    def _bind(self, keys: dict[str, str]) -> None:
        """Bind keys in the language of GNU Readline."""
        if self.sends_by_key:
            for key, does in keys.items():
                self._readline.parse_and_bind(f'"{key}": {does}')

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
