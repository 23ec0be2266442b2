"""The workspace that a command works in, and how its errors end the command."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from facilitator.cli.errors import Failed, WrongInput

if TYPE_CHECKING:
    from facilitator.workspace.workspace import Workspace

_Answer = TypeVar("_Answer")


@contextmanager
def working(context: click.Context) -> "Iterator[Workspace]":
    """Give a command its workspace, in which nothing is half done, and tell what was found damaged in it.

    An error of the workspace ends the command with its reason and exit code.
    """
    from facilitator.cli.next_steps import error_text
    from facilitator.files.durable import StorageError
    from facilitator.workspace.errors import WrongRequest

    workspace = workspace_of(context)
    workspace.finish_what_was_begun()
    try:
        yield workspace
    except WrongRequest as error:
        raise WrongInput(error_text(error)) from None
    except StorageError as error:
        raise Failed(error_text(error)) from None
    finally:
        for notice in workspace.notices.values():
            click.echo(notice, err=True)


def read_patiently(workspace: "Workspace", deed: "Callable[[], _Answer]") -> _Answer:
    """Return what `deed` reads, and raise what it raises; if its disk is slow, say what is waited for.

    It may wait for ever: reading has no second place. Ctrl+C leaves, whatever the disk does.
    """
    from facilitator.files import patience

    reading = patience.Deed(deed)
    if not reading.wait(patience.HANGING_SECONDS):
        click.echo(f"Still reading {workspace.home.root} … Ctrl+C leaves.", err=True)
    return reading.answer()


def workspace_of(context: click.Context) -> "Workspace":
    """Return the workspace in the folder that `--data-dir` names, else in the usual one."""
    from facilitator.workspace.workspace import Workspace

    root = context.find_root()
    folder = root.obj or root.params.get("data_dir")  # while the shell completes, no callback has run yet
    return Workspace(Path(folder) if folder else None, warn=_warn)


def _warn(complaint: str) -> None:
    click.echo(complaint, err=True)
