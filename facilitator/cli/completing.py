"""What the shell offers while a command is being typed: agendas and sessions."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


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

    try:
        entries = workspace_of(context).entries(in_haste=True)
    except StorageError:
        return []
    return [
        CompletionItem(entry.session, help=entry.candidate or entry.title)
        for entry in entries
        if entry.session.startswith(incomplete)
    ]
