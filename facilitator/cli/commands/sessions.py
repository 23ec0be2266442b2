"""Commands about the sessions that are kept and about their library."""

from typing import TYPE_CHECKING

import click

from facilitator.cli.as_json import json_option, print_json, sessions_value
from facilitator.cli.context import patiently, working
from facilitator.cli.errors import say

if TYPE_CHECKING:
    from facilitator.workspace.reminders import Reminder
    from facilitator.workspace.workspace import Workspace


@click.command()
@json_option
@click.pass_context
def sessions(context: click.Context, as_json: bool) -> None:
    """List your interviews, and what is left to do.

    The latest comes first.

    \b
    facilitator sessions
    facilitator debrief 2026-12-01-vp-sales
    """
    from facilitator.cli.next_steps import with_step
    from facilitator.cli.tables import print_table

    with working(context) as workspace:
        if as_json:
            print_json(patiently(workspace, lambda: sessions_value(workspace)))
            return
        rows, to_do = patiently(workspace, lambda: _listed(workspace))
        elsewhere = patiently(workspace, workspace.elsewhere)
    if not rows:
        click.echo("No interviews yet. facilitator run")
    else:
        print_table(("session", "title", "candidate", "date", "took", "notes", "owed"), rows)
    for reminder in to_do:
        click.echo(with_step(reminder.said, reminder.next_step))
    for session, path in elsewhere.items():
        say(f"Not in the data folder: {session} is in {path}. facilitator resume {session} moves it back.")
    for session in workspace.unreadable:
        click.echo(f"The journal of {session} can't be read.", err=True)


def _listed(workspace: "Workspace") -> "tuple[list[tuple[str, ...]], list[Reminder]]":
    """Return a row per session, and what is still to be done."""
    from facilitator.domain.text.dates import iso_day, local
    from facilitator.workspace.local_zone import local_zone
    from facilitator.workspace.reminders import owed_text, reminders

    entries = workspace.entries()
    zone = local_zone()
    today = local(workspace.now(), zone).date()
    rows: list[tuple[str, ...]] = [
        (
            entry.session,
            entry.title,
            entry.candidate,
            iso_day(entry.planned_at or entry.opened_at, zone),
            _took(entry.took_seconds, entry.status),
            str(entry.notes),
            owed_text(entry, today),
        )
        for entry in entries
    ]
    return rows, list(reminders(workspace, entries, today))


def _took(seconds: int | None, status: str) -> str:
    """Return how long an interview took, and its status if it took no ordinary end."""
    from facilitator.domain.text.durations import clock_text

    if seconds is None:
        return status
    return clock_text(seconds) if status == "ended" else f"{clock_text(seconds)}, {status}"


@click.command()
@click.pass_context
def reindex(context: click.Context) -> None:
    """Rebuild the library of sessions from their journals.

    Never needed in normal use: the library holds nothing that the journals don't.

    \b
    facilitator reindex
    """
    with working(context) as workspace:
        count = patiently(workspace, workspace.reindex)
    click.echo(f"{count} session{'' if count == 1 else 's'} in the library.")
    for session in workspace.unreadable:
        click.echo(f"The journal of {session} can't be read.", err=True)
