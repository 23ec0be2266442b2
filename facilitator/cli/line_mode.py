"""The line mode put together with what it needs to run, end and hand over a session; and when it is wanted."""

import gc
import os
import sys
from contextlib import AbstractContextManager, suppress
from select import select
from traceback import print_tb
from typing import TYPE_CHECKING, NamedTuple

import click

from facilitator.cli.errors import WrongInput
from facilitator.cli.next_steps import error_text
from facilitator.cli.parting import CRASHED, end_with, say_how_it_was_left

if TYPE_CHECKING:
    from facilitator.plain.desk import Desk
    from facilitator.plain.line_output import LineOutput
    from facilitator.plain.line_reader import LineReader
    from facilitator.workspace.running_session import RunningSession
    from facilitator.workspace.services.page import Served

DUMB = "dumb"
NO_SCREEN = (
    "The live screen needs a terminal. Without one, --plain reads lines of text, such as those of a pipe; "
    "or play a script: facilitator rehearse AGENDA --script FILE (see facilitator rehearse --help)."
)

SILENCE_SECONDS = 0.5
"""After this time it is said that the program waits for lines."""


class Lines(NamedTuple):
    """Where the lines of the line mode come from: a terminal, or a pipe of which something has `already` been read."""

    already: bytes = b""


def has_screen() -> bool:
    """Whether there is a terminal on which a screen can be drawn."""
    return _is_terminal() and os.environ.get("TERM") != DUMB


def lines_wanted(plain: bool) -> Lines | None:
    """Return where lines come from if the interview is to be run in lines, None if it is to be on the screen.

    It is in lines if `plain`, on a terminal that can't move its cursor, and if lines come through a pipe or from a
    file. A pipe without a line is an accident and begins no interview, nor does a screen that nobody would see. Raises
    WrongInput then.
    """
    if plain:
        return Lines()
    if _is_terminal():
        return None if has_screen() else Lines()
    if sys.stdin.isatty() or not (already := _first_lines()):
        raise WrongInput(NO_SCREEN)
    return Lines(already)


def run_plain(opening: "AbstractContextManager[RunningSession]", lines: Lines, place: str | None = None) -> None:
    """Run a session in lines and close it when it is left; `place` is where its page is served from the start.

    A crash or a signal ends the command with its exit code, once all that can be kept is. Raises StorageError if
    something is kept elsewhere or not at all.
    """
    from facilitator.plain.line_output import LineOutput

    os.environ["TERM"] = DUMB  # before readline is loaded: so neither it nor the clipboard sends anything but letters
    for stream in (sys.stdin, sys.stdout):
        if hasattr(stream, "reconfigure"):  # a byte or a letter that the other side doesn't know ends nothing
            stream.reconfigure(errors="replace")
    output = LineOutput(sys.stdout)
    gc.freeze()  # never search what the start has made; see `main`
    gc.enable()
    with opening as running:
        code = _run_lines(running, place, lines, output)
    if output.is_closed:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # so that nothing fails at the very end
        with suppress(OSError):  # the whole terminal may be gone
            click.echo("The output was closed: what came after that was carried out, but not answered.", err=True)
    say_how_it_was_left(running)
    end_with(code or (CRASHED if output.is_closed else 0))


def _run_lines(running: "RunningSession", place: str | None, lines: Lines, output: "LineOutput") -> int:
    """Run the interview and return its exit code. A crash says where, and nothing of what was said in the room."""
    from facilitator.plain.line_loop import run_lines
    from facilitator.plain.plain_interview import PlainInterview
    from facilitator.showing.who_is_ready import readiness_text

    session = running.conductor.session
    edited = f"{session.source} has been edited since: /takeover shows the changes." if running.edits().takeable else ""
    told = "\n".join(filter(None, [running.workspace.notices.get(session.id, ""), edited, readiness_text(session)]))
    try:
        return run_lines(PlainInterview(_desk(running, place), running.draft, output), _reader(running, lines), told)
    except Exception as error:
        print_tb(error.__traceback__)
        click.echo(type(error).__name__, err=True)
        click.echo("The line mode crashed. What was kept is on disk: facilitator resume continues.", err=True)
        return CRASHED


def _desk(running: "RunningSession", place: str | None) -> "Desk":
    from facilitator.plain.desk import Desk
    from facilitator.workspace.copying.copying_for import chosen_format, chosen_purpose, copy_for
    from facilitator.workspace.exports import save_all

    def open_page() -> "Served":
        from facilitator.cli.page.page_of_session import serve_page

        return serve_page(running, place)

    conductor, workspace = running.conductor, running.workspace
    return Desk(
        conductor,
        write=lambda: running.write_debrief()[1],
        save=lambda shown, name, extent: save_all(workspace, shown, (name,), conductor.history.readable, extent=extent),
        copy=lambda shown, purpose: copy_for(workspace, shown, purpose, conductor.writer, error_text),
        copied_for=lambda: chosen_purpose(workspace),
        saved_as=lambda: chosen_format(workspace),
        edits=running.edits,
        shared=running.shared,
        cues=workspace.cues(),
        bell=workspace.config.bell,
        settings=workspace.told_settings,
        open_page=open_page,
        page_is_wanted=place is not None,
    )


def _reader(running: "RunningSession", lines: Lines) -> "LineReader":
    """Return what reads the lines; on a terminal with history and completion, if the system has them."""
    from facilitator.plain.line_reader import LineReader, TerminalReader

    if not _is_terminal():
        return LineReader(sys.stdin.fileno(), lines.already)
    from facilitator.plain.answers import line_history, offers

    conductor = running.conductor
    try:
        return TerminalReader(lambda typed: offers(conductor, typed), line_history(conductor.session))
    except ImportError:
        return LineReader(sys.stdin.fileno())


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _first_lines() -> bytes:
    """Return the first of what comes in, waiting for it; nothing if nothing does."""
    try:
        descriptor = sys.stdin.fileno()
        if not select([descriptor], [], [], SILENCE_SECONDS)[0]:
            click.echo("Waiting for lines of text: there is no terminal for a screen.", err=True)
        return os.read(descriptor, 1 << 16)
    except (OSError, ValueError):  # closed, or not a file at all
        return b""
