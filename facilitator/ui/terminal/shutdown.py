"""Leaving the screen when nobody asked for it: after a signal or a crash.

What was called kept is on disk already, and whoever closes the session waits for what is being written. This module is
about the terminal, which is restored, and about what a crash may print: where it happened, and nothing of what was said
in the room.
"""

import asyncio
import signal
from collections.abc import Iterable
from functools import partial
from typing import Any

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from textual.app import App

SIGNALS = ("SIGTERM", "SIGHUP", "SIGQUIT")
BY_SIGNAL = 128
"""Added to the number of the signal, this is the exit code, as in shells."""

PATIENCE_SECONDS = 6
"""How long an orderly end may take. If the terminal is gone, Textual can wait for ever to write to it, and the session
would stay held; every disk may hang, too. What was called kept is on disk, so the process may as well end then. It is
longer than a disk that hangs is waited for, so that what it doesn't take is kept elsewhere first."""


def leave_on_signals(app: App[Any]) -> None:
    """End `app` in order, with the terminal restored, on a signal to stop. Call it in the app's event loop."""
    loop = asyncio.get_running_loop()
    for name in SIGNALS:
        number = getattr(signal, name, None)
        if number is None:
            continue
        try:
            loop.add_signal_handler(number, partial(_leave, app, BY_SIGNAL + number))
        except (NotImplementedError, RuntimeError, ValueError):
            return  # not in the main thread, or a system without signals


def _leave(app: App[Any], return_code: int) -> None:
    signal.setitimer(signal.ITIMER_REAL, PATIENCE_SECONDS)  # nobody handles its signal, so it ends the process
    app.exit(return_code=return_code)


def keep_values_out_of_tracebacks(console: Console) -> None:
    """Make `console` print tracebacks without variables and messages, since both may contain notes.

    Textual asks for the variables; replacing its own `Traceback` would mean loading it at every start.
    """
    render = console.render

    def render_without_values(renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        for stack in getattr(getattr(renderable, "trace", None), "stacks", ()):
            stack.exc_value = ""
            stack.notes = []
            for frame in stack.frames:
                frame.locals = None
        return render(renderable, options)

    console.render = render_without_values  # type: ignore[method-assign]  # Textual makes it
