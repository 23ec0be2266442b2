"""Commands about how long sessions are kept: hold, erase, purge."""

from typing import TYPE_CHECKING

import click

from facilitator.cli.completing import session_ids
from facilitator.cli.outcomes import Failed, WrongInput, explained

if TYPE_CHECKING:
    from facilitator.cli.place import Place
    from facilitator.storage.library import Entry

DAY_MS = 86_400_000

_YES = click.option("--yes", is_flag=True, help="Don't ask.")


@click.command()
@click.argument("session", shell_complete=session_ids)
@click.option("--reason", default="", metavar="TEXT", help="Why it has to be kept.")
@click.option("--release", is_flag=True, help="End the hold.")
@click.pass_context
def hold(context: click.Context, session: str, reason: str, release: bool) -> None:
    """Keep a session from being erased, or let it go again.

    \b
    facilitator hold 2026-12-01-vp-sales --reason "Complaint of 3 December"
    facilitator hold 2026-12-01-vp-sales --release
    """
    from facilitator.cli.place import Place, user
    from facilitator.domain.plain_text import one_line
    from facilitator.storage import retention

    with explained():
        place = Place.of(context)
        name = place.find(session)
        path = place.home.path(name, "hold")
        if not release:
            retention.place(path, retention.Hold(one_line(reason), user(), place.now()))
            click.echo(f"{name} is under a hold: it can't be erased.")
        elif retention.release(path):
            click.echo(f"{name} is no longer under a hold.")
        else:
            click.echo(f"{name} was under no hold.")


@click.command()
@click.argument("session", required=False, shell_complete=session_ids)
@click.option("--candidate", metavar="NAME", help="Everything about this person instead.")
@_YES
@click.pass_context
def erase(context: click.Context, session: str | None, candidate: str | None, yes: bool) -> None:
    """Erase a session, or everything about a person, for good.

    Afterwards no byte of it is in any file of the data folder. What is under a hold stays.

    \b
    facilitator erase 2026-12-01-vp-sales
    facilitator erase --candidate "Robin Reyes"
    """
    from facilitator.cli.place import Place

    if (session is None) == (candidate is None):
        raise WrongInput("Name a session, or a person with --candidate.")
    with explained():
        place = Place.of(context)
        found = sessions_about(place, candidate) if candidate else []
        _erase(place, [entry.session for entry in found] if candidate else [_named(place, session or "")], yes)
    _warn_of_unreadable(place)


@click.command()
@click.option("--older-than", "age", metavar="180d", help="How old; else as in your settings (retention_days).")
@_YES
@click.pass_context
def purge(context: click.Context, age: str | None, yes: bool) -> None:
    """Erase the sessions that are older than they may get.

    A session is as old as its interview. What is under a hold stays.

    \b
    facilitator purge --older-than 180d
    """
    from facilitator.cli.place import Place

    with explained():
        place = Place.of(context)
        days = _days(age) if age else place.config.retention_days
        if days is None:
            raise WrongInput("How old? Say --older-than 180d, or set retention_days in your settings.")
        due = [entry.session for entry in place.entries() if age_days(entry, place.now()) > days]
        if not due:
            click.echo(f"Nothing is older than {days_text(days)}.")
        else:
            _erase(place, due, yes)
    _warn_of_unreadable(place)


def sessions_about(place: "Place", candidate: str) -> "list[Entry]":
    """The sessions with this person, whatever the case of their name. Ends the command when there is none."""
    from facilitator.domain.plain_text import one_line

    wanted = one_line(candidate).casefold()
    found = [entry for entry in place.entries() if entry.candidate.casefold() == wanted]
    if not found or not wanted:
        raise WrongInput(f"There is no session with “{one_line(candidate)}”.")
    return found


def age_days(entry: "Entry", now: int) -> float:
    """How long ago the interview was."""
    return (now - (entry.ended_at or entry.started_at or entry.opened_at)) / DAY_MS


def days_text(days: int) -> str:
    return f"{days} day{'' if days == 1 else 's'}"


def _erase(place: "Place", sessions: list[str], yes: bool) -> None:
    from facilitator.storage import erasing
    from facilitator.storage.durable_file import StorageError

    for session in sessions:
        click.echo(session)
    if not yes:
        count = "this session" if len(sessions) == 1 else f"these {len(sessions)} sessions"
        if not click.confirm(f"Erase {count} for good?"):
            raise Failed("Nothing was erased.")
    erased, refused = 0, 0
    for session in sessions:
        try:
            erasing.erase(place.home, place.library, session)
        except StorageError as error:
            click.echo(str(error), err=True)
            refused += 1
        else:
            erased += 1
    click.echo(f"Erased: {erased}.")
    if refused:
        raise Failed(f"Not erased: {refused}.")


def _named(place: "Place", session: str) -> str:
    """The session of this name, also one whose journal can't be read any more."""
    return session if session in place.home.session_ids() else place.find(session)


def _days(age: str) -> int:
    number, unit = age.strip().lower().rstrip("dwmy"), age.strip().lower()[-1:]
    if not (number.isdecimal() and number.isascii() and len(number) < 6):
        raise WrongInput(f"--older-than: “{age}” is no age: write 180d, 26w or 2y.")
    return int(number) * {"w": 7, "m": 30, "y": 365}.get(unit, 1)


def _warn_of_unreadable(place: "Place") -> None:
    for session in place.unreadable:
        click.echo(f"The journal of {session} can't be read: whom it is about is unknown. Erase it by name.", err=True)
