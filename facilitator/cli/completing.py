"""What the shell offers while a command is typed: the agendas there are, and the sessions."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def agenda_names(context: click.Context, parameter: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """The bundled agendas that begin so; where none does, the shell goes on with its files."""
    from click.shell_completion import CompletionItem

    from facilitator import agenda_files
    from facilitator.resources import agendas_dir

    names = (name for name in agenda_files.bundled(agendas_dir()) if name.startswith(incomplete))
    return [CompletionItem(incomplete, type="file"), *map(CompletionItem, names)]


def session_ids(context: click.Context, parameter: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """The sessions that begin so, the one used last first, each with whom it was."""
    from click.shell_completion import CompletionItem

    from facilitator.cli.place import Place
    from facilitator.storage.durable_file import StorageError

    root = context.find_root()
    folder = root.obj or root.params.get("data_dir")  # nothing has run yet that would have put the one into the other
    try:
        entries = Place(Path(folder) if folder else None).entries()
    except StorageError:
        return []
    return [
        CompletionItem(entry.session, help=entry.candidate or entry.title)
        for entry in entries
        if entry.session.startswith(incomplete)
    ]
