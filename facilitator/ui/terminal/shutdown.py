"""How the screen is left when nobody asked for it: a signal, or a crash.

What was called kept is on disk already, and whoever closes the session waits for what is being written. Here it is
about the terminal, which is given back as it was, and about what a crash may print: where it happened, and nothing
of what was said in the room.
"""

import asyncio
import signal
from collections.abc import Iterable
from functools import partial
from typing import Any

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from textual.app import App

SIGNALS = ("SIGTERM", "SIGHUP")
BY_SIGNAL = 128
"""Added to the number of the signal, as shells have it, it is the exit code."""

PATIENCE_SECONDS = 2
"""What an orderly end may take. Where the terminal is gone, Textual can wait for ever to write to it, and the session
would stay held; a disk may hang as well. What was called kept is on it, so the process may as well end."""


def leave_on_signals(app: App[Any]) -> None:
    """Have `app` end in order, and the terminal restored, when it is told to stop. Call it in the app's loop."""
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
    """Have `console` print tracebacks without variables and messages: notes may stand in both.

    Textual asks for the variables; to take its own `Traceback` away would mean to load it with every start.
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
