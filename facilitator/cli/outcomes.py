"""How a command ends when it can't do what was asked: one line for a person, and an exit code.

1: it failed. 2: the input was wrong.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from facilitator.agenda_files import Complaint


class Failed(click.ClickException):
    exit_code = 1


class WrongInput(click.ClickException):
    exit_code = 2


@contextmanager
def explained() -> Iterator[None]:
    """What the storage complains of ends the command with its reason."""
    from facilitator.storage.durable_file import StorageError

    try:
        yield
    except StorageError as error:
        raise Failed(str(error)) from None


def show(complaints: "Iterable[Complaint]", *, err: bool) -> None:
    for complaint in complaints:
        click.echo(str(complaint), err=err)


def refuse(complaints: "Iterable[Complaint]") -> NoReturn:
    """Print the complaints and end with exit code 2."""
    show(complaints, err=True)
    raise click.exceptions.Exit(2)
