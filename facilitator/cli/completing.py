"""The sessions and agendas that a command takes: what the shell offers while they are typed, and which is meant."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from facilitator.workspace.workspace import Workspace


def session_meant(workspace: "Workspace", said: str) -> str:
    """Return the id of the session that is meant; tell it, on standard error, if no part of the id was typed.

    Raises WrongRequest.
    """
    from facilitator.workspace.finding.which_session import which_session

    session = which_session(workspace, said)
    if not session.startswith(said):
        click.echo(f"Session: {session}", err=True)
    return session


def agenda_names(context: click.Context, parameter: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Return the bundled agendas whose names begin like this; the shell adds the files that match."""
    from click.shell_completion import CompletionItem

    from facilitator.workspace.agendas import bundled_names

    names = (name for name in bundled_names() if name.startswith(incomplete))
    return [CompletionItem(incomplete, type="file"), *map(CompletionItem, names)]


def session_ids(context: click.Context, parameter: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Return the sessions whose ids begin like this, most recently used first, each with its candidate or title."""
    from click.shell_completion import CompletionItem

    from facilitator.cli.context import workspace_of
    from facilitator.files.durable import StorageError
    from facilitator.files.patience import do_patiently

    try:
        entries = do_patiently(lambda: workspace_of(context).entries(in_haste=True))
    except (StorageError, TimeoutError):
        return []
    return [
        CompletionItem(entry.session, help=entry.candidate or entry.title)
        for entry in entries
        if entry.session.startswith(incomplete)
    ]


SESSION_MEANT: Callable[[Any], Any] = click.argument("session", default="last", shell_complete=session_ids)
"""The argument of each command that takes a session and can be undone: the one used last, unless another is named."""
