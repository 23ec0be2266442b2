"""Commands that write an agenda: a new one from a few answers, or an old one in the user's editor."""

import os
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.cli.completing import agenda_names
from facilitator.cli.context import PathOnDisk, patiently, workspace_of
from facilitator.cli.errors import Failed, WrongInput, refuse, say

if TYPE_CHECKING:
    from facilitator.agenda_files.outline import Outline
    from facilitator.cli.asking import Asking

USUAL_EDITORS = ("editor", "nano", "vi")
"""What is looked for where neither $VISUAL nor $EDITOR is set."""


@click.command()
@click.argument("file", required=False, type=PathOnDisk(dir_okay=False, path_type=Path))
@click.pass_context
def new(context: click.Context, file: Path | None) -> None:
    """Write an agenda from six answers.

    It passes “check” as it is, and comments explain every part. Without FILE it is named after its title; an existing
    file is never replaced. What you are typing is kept: come back after a crash, and it stands there.

    \b
    facilitator new
    facilitator new vp-sales.yaml
    """
    from facilitator import agenda_files
    from facilitator.agenda_files.outline import outline_text
    from facilitator.cli.asking import Asking
    from facilitator.cli.commands.agendas import say_advice, say_checked
    from facilitator.workspace.agendas import agenda_draft, write_outline

    if file is not None and file.exists():
        raise WrongInput(f"{file} already exists and was left as it is: facilitator edit {shlex.quote(str(file))}")
    with Asking(agenda_draft(workspace_of(context))) as asking:
        if asking.goes_on:
            click.echo("You had begun one: your answers stand there again, to change or to take with Enter.")
        outline = _asked(asking)
        try:
            path = write_outline(outline, file)
        except OSError as error:
            click.echo(outline_text(outline))
            place = error.filename or file
            raise Failed(f"It can't be written to {place}: {error.strerror}. It is printed above.") from None
        asking.forget()
    _name_schema(context, path)
    say(f"Written to {path}.")
    loaded = agenda_files.load(path)
    say_checked(loaded)
    say_advice(loaded)
    name = shlex.quote(str(path))
    click.echo(f"Make it yours: facilitator edit {name}\nThen run it:   facilitator run {name}")


@click.command()
@click.argument("agenda", shell_complete=agenda_names)
@click.pass_context
def edit(context: click.Context, agenda: str) -> None:
    """Open an agenda in your editor, and check it when you are done.

    The editor is $VISUAL, else $EDITOR. The first line of a YAML file names the schema, so that an editor that can
    completes and explains the fields. An agenda that comes with the program is copied to this folder first.

    \b
    facilitator edit my-agenda.yaml
    VISUAL="code --wait" facilitator edit vp-sales-final
    """
    command = _editor()
    path = _own_file(agenda)
    _name_schema(context, path)
    _open_in(command, path)
    while not _passes(path):
        if not (sys.stdin.isatty() and click.confirm("Edit it again?", default=True)):
            raise click.exceptions.Exit(2)
        _open_in(command, path)


def _asked(asking: "Asking") -> "Outline":
    """Ask the six things."""
    from facilitator.agenda_files.outline import (
        LONGEST_SECONDS,
        SHORTEST_SECONDS,
        Outline,
        listed_names,
        listed_people,
    )
    from facilitator.domain.text.durations import length_text, parse_duration

    def seconds(text: str) -> int:
        found = parse_duration(text)
        if not SHORTEST_SECONDS <= found <= LONGEST_SECONDS:
            shortest, longest = length_text(SHORTEST_SECONDS), length_text(LONGEST_SECONDS)
            raise ValueError(f"expected a length from {shortest} to {longest}")
        return found

    return Outline(
        title=asking.ask("title", "Which interview is it (such as “VP Sales, final round”)?", _line),
        purpose=asking.ask(
            "purpose", "What should both sides know by the end?", _line, "Whether we want to work together"
        ),
        seconds=asking.ask("length", "How long is it?", seconds, "60m"),
        panel=asking.ask(
            "panel", "Who is on the panel (the lead first, such as “Ann Lee (CEO), Bo Ek”)?", listed_people
        ),
        competencies=asking.ask(
            "competencies", "What do you want to find out about (such as “Forecasting, Hiring”)?", listed_names
        ),
        work=asking.ask("work", "What will you work on together, if anything (such as “Our account map”)?", _any_line),
    )


def _any_line(text: str) -> str:
    from facilitator.domain.text.plain_text import one_line

    line = one_line(text)
    if len(line) > 300:
        raise ValueError("at most 300 characters, please")
    return line


def _line(text: str) -> str:
    line = _any_line(text)
    if not line:
        raise ValueError("please type something")
    return line


def _own_file(agenda: str) -> Path:
    """Return the file to edit; of a bundled agenda, a new copy in the current folder."""
    from facilitator import agenda_files
    from facilitator.workspace.agendas import find_agenda, is_bundled, own_copy

    path = find_agenda(agenda)
    if isinstance(path, agenda_files.Complaint):
        refuse([path])
    if not path.is_file():
        raise WrongInput(f"There is no file {path}: facilitator new {shlex.quote(str(path))}")
    if not is_bundled(path):
        return path
    try:
        copied = own_copy(path, Path())
    except FileExistsError:
        raise WrongInput(
            f"{agenda} comes with the program, and a copy is here already: facilitator edit {path.name}"
        ) from None
    except OSError as error:
        raise Failed(f"{path.name} can't be copied to this folder: {error.strerror}.") from None
    click.echo(f"{agenda} comes with the program. Your copy of it: {copied}")
    return copied


def _editor() -> list[str]:
    """Return the command of the user's editor."""
    from facilitator.child_process import program_at

    named = next(filter(os.environ.get, ("VISUAL", "EDITOR")), None)
    if named is None:
        usual = next(filter(program_at, USUAL_EDITORS), None)
        if usual is None:
            raise Failed("No editor was found. Set $EDITOR to the name of one.")
        return [usual]
    try:
        command = shlex.split(os.environ[named])
    except ValueError:
        raise Failed(f"A quotation mark is missing in ${named}: {os.environ[named]}") from None
    if not command or program_at(command[0]) is None:
        raise Failed(f"${named} is “{os.environ[named]}”, and there is no such program. {_ANOTHER}")
    return command


_ANOTHER = "To use another one this time: VISUAL=nano facilitator edit AGENDA"


def _open_in(command: list[str], path: Path) -> None:
    """Open a file in the editor. A failure ends the command; the file is as the editor has left it."""
    from facilitator.child_process import attend

    try:
        code = attend(*command, str(path.absolute()))
    except FileNotFoundError as error:
        raise Failed(f"The editor can't be started: {error}. {_ANOTHER}") from None
    if code != 0:
        how = f"ended with {code}" if code > 0 else f"was stopped by signal {-code}"
        raise Failed(f"The editor, “{shlex.join(command)}”, {how}. {path} is as it left it. {_ANOTHER}")


def _passes(path: Path) -> bool:
    """Check the file, say what is wrong, and return whether nothing is an error."""
    from facilitator.cli.commands.agendas import say_advice, say_checked
    from facilitator.workspace.agendas import load_file

    loaded = load_file(path)
    say_checked(loaded)
    say_advice(loaded)
    return loaded.agenda is not None


def _name_schema(context: click.Context, path: Path) -> None:
    """Let the file name its schema; without it, it can be edited just as well."""
    from facilitator.workspace.agendas import name_schema

    try:
        workspace = workspace_of(context)
        patiently(workspace, lambda: name_schema(workspace, path))
    except OSError as error:
        click.echo(f"The file doesn't name its schema: {error.filename or path}: {error.strerror}.", err=True)
