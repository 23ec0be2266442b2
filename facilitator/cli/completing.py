"""What the shell offers while a command is typed: the agendas there are, and the sessions."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def agenda_names(context: click.Context, parameter: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """The bundled agendas that begin so; where none does, the shell goes on with its files."""
    from click.shell_completion import CompletionItem

    from facilitator.workspace.agendas import bundled_names

    names = (name for name in bundled_names() if name.startswith(incomplete))
    return [CompletionItem(incomplete, type="file"), *map(CompletionItem, names)]


def session_ids(context: click.Context, parameter: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """The sessions that begin so, the one used last first, each with whom it was."""
    from click.shell_completion import CompletionItem

    from facilitator.cli.context import workspace_of
    from facilitator.files.durable import StorageError

    try:
        entries = workspace_of(context).entries()
    except StorageError:
        return []
    return [
        CompletionItem(entry.session, help=entry.candidate or entry.title)
        for entry in entries
        if entry.session.startswith(incomplete)
    ]
