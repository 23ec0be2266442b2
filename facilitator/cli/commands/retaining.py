"""Commands about how long sessions are kept: hold, erase, purge."""

import re
from typing import TYPE_CHECKING

import click

from facilitator.cli.completing import session_ids
from facilitator.cli.context import working
from facilitator.cli.errors import Failed, WrongInput

if TYPE_CHECKING:
    from facilitator.workspace.workspace import Workspace

_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}
_YES = click.option("--yes", is_flag=True, help="Don't ask for confirmation.")


@click.command()
@click.argument("session", shell_complete=session_ids)
@click.option("--reason", default="", metavar="TEXT", help="Why it has to be kept.")
@click.option("--release", is_flag=True, help="End the hold.")
@click.pass_context
def hold(context: click.Context, session: str, reason: str, release: bool) -> None:
    """Put a session on hold so that it can't be erased, or release it.

    \b
    facilitator hold 2026-12-01-vp-sales --reason "Complaint of 3 December"
    facilitator hold 2026-12-01-vp-sales --release
    """
    from facilitator.workspace.retention import place_hold, release_hold

    with working(context) as workspace:
        name = workspace.find(session)
        if not release:
            place_hold(workspace, name, reason)
            click.echo(f"{name} is on hold: it can't be erased.")
        elif release_hold(workspace, name):
            click.echo(f"{name} is no longer on hold.")
        else:
            click.echo(f"{name} wasn't on hold.")


@click.command()
@click.argument("session", required=False, shell_complete=session_ids)
@click.option("--candidate", metavar="NAME", help="Erase everything about this person instead.")
@_YES
@click.pass_context
def erase(context: click.Context, session: str | None, candidate: str | None, yes: bool) -> None:
    """Erase a session, or everything about a person, for good.

    Afterwards no byte of it is in any file of the data folder. Sessions on hold stay.

    \b
    facilitator erase 2026-12-01-vp-sales
    facilitator erase --candidate "Robin Reyes"
    """
    from facilitator.workspace.retention import named, sessions_about

    if (session is None) == (candidate is None):
        raise WrongInput("Name a session, or a person with --candidate.")
    with working(context) as workspace:
        found = [entry.session for entry in sessions_about(workspace, candidate)] if candidate else []
        _erase(workspace, found or [named(workspace, session or "")], yes)
    _warn_of_unreadable(workspace)


@click.command()
@click.option("--older-than", "age", metavar="180d", help="How old. Default: retention_days in your settings.")
@_YES
@click.pass_context
def purge(context: click.Context, age: str | None, yes: bool) -> None:
    """Erase the sessions that are past their retention period.

    A session is as old as its interview. Sessions on hold stay.

    \b
    facilitator purge --older-than 180d
    """
    from facilitator.workspace.retention import days_text, older_than

    with working(context) as workspace:
        days = parse_age(age) if age else workspace.config.retention_days
        if days is None:
            raise WrongInput("How old? Give --older-than 180d, or set retention_days in your settings.")
        due = [entry.session for entry in older_than(workspace, days)]
        if not due:
            click.echo(f"Nothing is older than {days_text(days)}.")
        else:
            _erase(workspace, due, yes)
    _warn_of_unreadable(workspace)


def parse_age(age: str) -> int:
    """Read `180d`, `26w`, `6m`, `2y` or a bare number as days. Raises WrongInput."""
    match = re.fullmatch("([0-9]{1,5})([dwmy]?)", age.strip().lower())
    if match is None:
        raise WrongInput(f"--older-than: “{age}” isn't an age: write 180d, 26w or 2y.")
    return int(match[1]) * _DAYS[match[2] or "d"]


def _erase(workspace: "Workspace", sessions: list[str], yes: bool) -> None:
    from facilitator.files.durable import StorageError
    from facilitator.workspace import retention

    for session in sessions:
        click.echo(session)
    if not yes:
        count = "this session" if len(sessions) == 1 else f"these {len(sessions)} sessions"
        if not click.confirm(f"Erase {count} for good?"):
            raise Failed("Nothing was erased.")
    erased, refused = 0, 0
    for session in sessions:
        try:
            retention.erase_session(workspace, session)
        except StorageError as error:
            click.echo(str(error), err=True)
            refused += 1
        else:
            erased += 1
    click.echo(f"Erased: {erased}.")
    if refused:
        raise Failed(f"Not erased: {refused}.")


def _warn_of_unreadable(workspace: "Workspace") -> None:
    for session in workspace.unreadable:
        click.echo(f"The journal of {session} can't be read: who it is about is unknown. Erase it by name.", err=True)
