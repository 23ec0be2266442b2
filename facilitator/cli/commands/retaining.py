"""Commands about how long sessions are kept: hold, erase, purge."""

import re
from functools import partial
from typing import TYPE_CHECKING

import click

from facilitator.cli.commands.panel.consent import carry_out_if_agreed
from facilitator.cli.completing import session_ids
from facilitator.cli.context import patiently, working
from facilitator.cli.errors import Failed, WrongInput, say

if TYPE_CHECKING:
    from pathlib import Path

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
        name = patiently(workspace, lambda: workspace.find(session))
        if not release:
            patiently(workspace, lambda: place_hold(workspace, name, reason))
            click.echo(f"{name} is on hold: it can't be erased.")
        elif patiently(workspace, lambda: release_hold(workspace, name)):
            click.echo(f"{name} is no longer on hold.")
        else:
            click.echo(f"{name} wasn't on hold.")


@click.command()
@click.argument("session", required=False, shell_complete=session_ids)
@click.option("--candidate", metavar="NAME", help="Erase everything about this person, however the name is written.")
@click.option(
    "--also", multiple=True, metavar="SESSION", help="With --candidate: a session that may be about them, too."
)
@click.option(
    "--note",
    metavar="NOTE",
    help="Erase this note of SESSION alone: n7, or b7 on a panel; undone: all that was undone.",
)
@_YES
@click.pass_context
def erase(
    context: click.Context,
    session: str | None,
    candidate: str | None,
    also: tuple[str, ...],
    note: str | None,
    yes: bool,
) -> None:
    """Erase a session, a note of it, or everything about a person, for good.

    Afterwards no byte of it is in any file that the program wrote, wherever that is; what you copied or moved yourself
    stays. Sessions on hold stay. Of a person, sessions with nearly the same name and those that only mention them
    are listed, and you are asked about each; with --yes they stay, unless --also names them. Of a note, it is kept that
    there was one, and who erased it.

    \b
    facilitator erase 2026-12-01-vp-sales
    facilitator erase 2026-12-01-vp-sales --note n7
    facilitator erase --candidate "Robin Reyes"
    """
    if (session is None) == (candidate is None) or (also and candidate is None):
        raise WrongInput("Name a session, or a person with --candidate.")
    if note is not None and session is None:
        raise WrongInput("Which session has the note? facilitator erase SESSION --note n7")
    with working(context) as workspace:
        if session is not None and note is not None:
            from facilitator.workspace.retention import named

            name, line = patiently(workspace, lambda: named(workspace, session)), f"/erase {note}"
            carry_out_if_agreed(workspace, name, line, "Erase it for good?", "Nothing was erased.", yes=yes)
        elif candidate is None:
            _erase_session(workspace, session or "", yes)
        else:
            _erase_person(workspace, candidate, also, yes)
    _warn_of_unreadable(workspace)


@click.command()
@click.option("--older-than", "age", metavar="2y", help="How old. Default: the retention in your settings.")
@_YES
@click.pass_context
def purge(context: click.Context, age: str | None, yes: bool) -> None:
    """Erase the sessions that are past their retention period.

    A session is as old as its interview. Sessions on hold stay. If the law asks you to keep them longer, or not so
    long, you are told first: your settings name the rules that apply to you.

    \b
    facilitator purge --older-than 2y
    """
    from facilitator.workspace.retention import days_text, older_than, retention_complaint, retention_days

    with working(context) as workspace:
        days = parse_age(age) if age else retention_days(workspace)
        if days is None:
            raise WrongInput(
                'How old? Give --older-than 2y, or set retention = "us-private" or the like in your settings.'
            )
        complaint = retention_complaint(workspace, days)
        if complaint:
            click.echo(f"Warning: {complaint}", err=True)
        due = [entry.session for entry in patiently(workspace, lambda: older_than(workspace, days))]
        if not due:
            click.echo(f"Nothing is older than {days_text(days)}.")
        else:
            _fail_if_any(_erase(workspace, due, yes))
    _warn_of_unreadable(workspace)


def parse_age(age: str) -> int:
    """Read `180d`, `26w`, `6m`, `2y` or a bare number as days. Raises WrongInput."""
    match = re.fullmatch("([0-9]{1,5})([dwmy]?)", age.strip().lower())
    if match is None:
        raise WrongInput(f"--older-than: “{age}” isn't an age: write 180d, 26w or 2y.")
    return int(match[1]) * _DAYS[match[2] or "d"]


def _erase_session(workspace: "Workspace", session: str, yes: bool) -> None:
    from facilitator.workspace.retention import erasure_gone_on_with, named

    finished = patiently(workspace, lambda: erasure_gone_on_with(workspace, session))
    if finished:
        return  # as a notice says
    if finished is False:
        raise Failed("It isn't all erased yet.")
    _fail_if_any(_erase(workspace, [patiently(workspace, lambda: named(workspace, session))], yes))


def _erase_person(workspace: "Workspace", candidate: str, also: tuple[str, ...], yes: bool) -> None:
    from facilitator.cli.found_person import say_found, say_left, sessions_chosen
    from facilitator.workspace.errors import WrongRequest
    from facilitator.workspace.people.about import about
    from facilitator.workspace.people.written_briefs import briefs_about

    try:
        found = patiently(workspace, lambda: about(workspace, candidate))
    except WrongRequest:
        if also or not patiently(workspace, lambda: briefs_about(workspace, candidate)):
            raise
        _erase_briefs(workspace, candidate, yes)
        return
    say_found(found)
    sessions = sessions_chosen(found, also, "" if yes else "erase it as well?")
    try:
        if not sessions:
            raise WrongInput(f"There is no session with “{found.name}”, and no other was chosen. Nothing was erased.")
        failed = _erase(workspace, sessions, yes)
        _erase_briefs(workspace, candidate, yes)
        _erase_drafted_agenda(workspace, candidate, yes)
        _fail_if_any(failed)
    finally:
        say_left(found, sessions, "Not erased")


def _erase_briefs(workspace: "Workspace", candidate: str, yes: bool) -> None:
    """Erase the briefs about a person that belong to no session."""
    from facilitator.workspace.people.written_briefs import briefs_about, erase_briefs

    briefs = patiently(workspace, lambda: briefs_about(workspace, candidate))
    if not briefs:
        return
    click.echo("Briefs:")
    for one in briefs:
        say(f"  {one.at(workspace.home.root)}")
    if not yes and not click.confirm("Erase them for good?"):
        raise Failed("They were not erased.")
    stayed = patiently(workspace, lambda: erase_briefs(workspace, briefs))
    for path in stayed:
        say(f"  {path} has changed since it was written; it stays.", err=True)
    click.echo(f"Erased: {len(briefs) - len(stayed)}.")


def _erase_drafted_agenda(workspace: "Workspace", candidate: str, yes: bool) -> None:
    """Offer to erase the unfinished answers about a new agenda, if they mention the person."""
    from facilitator.workspace.agendas import agenda_draft
    from facilitator.workspace.people.about import drafted_agenda_mentions

    if not patiently(workspace, lambda: drafted_agenda_mentions(workspace, candidate)):
        return
    said = f"{workspace.home.agenda_draft}, the unfinished answers about a new agenda, mentions them"
    if yes:
        click.echo(f"{said}; it stays.", err=True)
    elif click.confirm(f"{said}. Erase it as well?"):
        patiently(workspace, agenda_draft(workspace).clear)


def _erase(workspace: "Workspace", sessions: list[str], yes: bool) -> list[str]:
    """Erase sessions; return what is to be said in the end of what stays. Raises Failed if the user says no."""
    from facilitator.files.durable import StorageError
    from facilitator.workspace import retention

    doubtful = {session: _doubtful(workspace, session, yes) for session in sessions}
    if not yes:
        count = "this session" if len(sessions) == 1 else f"these {len(sessions)} sessions"
        if not click.confirm(f"Erase {count} for good?"):
            raise Failed("Nothing was erased.")
    erased, refused, failed = 0, 0, list[str]()
    for session in sessions:
        try:
            said = patiently(workspace, partial(retention.erase_session, workspace, session, doubtful[session]))
        except StorageError as error:
            say(str(error), err=True)
            refused += 1
        else:
            erased += 1
            if said:
                say(said, err=True)
                failed = ["Some files can't be removed."]
    click.echo(f"Erased: {erased}.")
    if refused:
        failed = [f"Not erased: {refused}.", *failed]
    return failed


def _fail_if_any(failed: list[str]) -> None:
    if failed:
        raise Failed(" ".join(failed))


def _doubtful(workspace: "Workspace", session: str, yes: bool) -> "list[Path]":
    """Say what goes with a session; return the files that go although they could be somebody else's by now."""
    from facilitator.domain.text.plain_text import harmless
    from facilitator.workspace.retention import belongings_of, reaches_others

    click.echo(session)
    found = patiently(workspace, lambda: belongings_of(workspace, session))
    for path in found.elsewhere:
        say(f"  with {path}")
    if patiently(workspace, lambda: reaches_others(workspace, session)):
        click.echo(
            "  on every device of its panel, as soon as each hears of it: now, if it is connected, else through the"
        )
        click.echo("  folder that they share, or by “facilitator carry”; “facilitator panel” tells them again,")
        click.echo("  and says who has")
    agreed: list[Path] = []
    for path in found.doubtful:
        said = harmless(f"  {path} has changed since it was written, or may belong to another session")
        if not yes and click.confirm(f"{said}. Erase it as well?"):
            agreed.append(path)
        elif yes:
            click.echo(f"{said}; it stays.", err=True)
    return agreed


def _warn_of_unreadable(workspace: "Workspace") -> None:
    for session in workspace.unreadable:
        click.echo(f"The journal of {session} can't be read: who it is about is unknown. Erase it by name.", err=True)
