"""How a command ends when it can't do what was asked: with a line for a person and an exit code; and how it says so.

1 means that it failed, 2 that the input was wrong.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from facilitator.agenda_files import Complaint


class Failed(click.ClickException):
    """The command could not be carried out."""

    exit_code = 1


class WrongInput(click.ClickException):
    """The input of the command is wrong."""

    exit_code = 2


def say(said: str, *, err: bool = False) -> None:
    """Print what names a file, or what was typed: there may be something in it that would act on the terminal."""
    from facilitator.domain.text.plain_text import harmless

    click.echo(harmless(said), err=err)


def show(complaints: "Iterable[Complaint]", *, err: bool) -> None:
    """Print the complaints, on standard error if `err`."""
    for complaint in complaints:
        click.echo(str(complaint), err=err)


def refuse(complaints: "Iterable[Complaint]") -> NoReturn:
    """Print the complaints and end with exit code 2."""
    show(complaints, err=True)
    raise click.exceptions.Exit(2)
