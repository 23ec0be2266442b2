"""The sessions, agendas and panelists that a command takes: what the shell offers, and which session is meant."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from facilitator.domain.plan.agenda import Panelist
    from facilitator.workspace.workspace import Workspace


def session_meant(workspace: "Workspace", said: str, *, is_shared: bool = False) -> str:
    """Return the id of the session that is meant; tell it, on standard error, if no part of the id was typed.

    Raises WrongRequest; if the session to be found `is_shared`, that says how to begin a shared one.
    """
    from facilitator.workspace.errors import Step
    from facilitator.workspace.finding.which_session import which_session

    session = which_session(workspace, said, Step.HOST if is_shared else Step.BEGIN)
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


def panelist_ids(context: click.Context, parameter: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Return the panelists whose ids begin like this, each with its name: those of what was named before."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(one.id, help=one.name) for one in _panel(context) if one.id.startswith(incomplete)]


def reader_names(context: click.Context, parameter: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Return who gets a brief and is called like this at the beginning: the lead, the candidate, each panelist."""
    from click.shell_completion import CompletionItem

    always = [CompletionItem(name) for name in ("lead", "candidate") if name.startswith(incomplete)]
    return [*always, *panelist_ids(context, parameter, incomplete)]


def _panel(context: click.Context) -> "tuple[Panelist, ...]":
    """Return the panel of the agenda or the session that was named, else of the session used last; maybe nobody."""
    from facilitator.cli.context import workspace_of
    from facilitator.files.durable import StorageError
    from facilitator.files.patience import do_patiently
    from facilitator.workspace.agendas import load_named
    from facilitator.workspace.errors import WrongRequest
    from facilitator.workspace.finding.which_session import LAST, which_session

    takes_agenda = any(parameter.name == "agenda" for parameter in context.command.params)
    unread = context.args  # click leaves them where an option still waits for its value
    said = next(iter(unread), None) or context.params.get("agenda" if takes_agenda else "session")
    if takes_agenda:
        loaded = load_named(said).agenda if said else None
        return loaded.panel if loaded else ()
    try:
        workspace = workspace_of(context)
        session, _ = do_patiently(lambda: workspace.read(which_session(workspace, said or LAST)))
    except (StorageError, TimeoutError, WrongRequest):
        return ()
    return tuple(session.plan.panel)


SESSION_MEANT: Callable[[Any], Any] = click.argument("session", default="last", shell_complete=session_ids)
"""The argument of each command that takes a session and can be undone: the one used last, unless another is named."""


def as_option(described: str, name: str = "panelist", *, is_required: bool = False) -> Callable[[Any], Any]:
    """Return the option that says for which panelist a command does something; `described` stands in its help.

    The command gets what was said as its argument `name`; None if nothing was.
    """
    return click.option(
        "--as", name, required=is_required, metavar="PANELIST", shell_complete=panelist_ids, help=described
    )
