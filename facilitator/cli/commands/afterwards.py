"""Commands for after the interview: add a late note, export everything, import a session."""

from pathlib import Path

import click

from facilitator.cli.completing import as_option, session_ids, session_meant
from facilitator.cli.context import PathOnDisk, patiently, working
from facilitator.cli.errors import WrongInput, say


class _TakesNote(click.Command):
    """A command that ends with a note, which may be a concern: what begins with `- ` is no option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if "--" not in args:
            notes = [word for word in args if word.startswith("- ")]
            args = [*(word for word in args if word not in notes), "--", *notes]
        return super().parse_args(ctx, args)


@click.command(cls=_TakesNote)
@click.argument("words", nargs=-1, required=True, metavar="[SESSION] TEXT", shell_complete=session_ids)
@as_option("Whose note it is. Default: the lead's.")
@click.pass_context
def amend(context: click.Context, words: tuple[str, ...], panelist: str | None) -> None:
    """Add a late note to an interview that has ended.

    It is marked as late. TEXT is a line as on the live screen: a note with its sign and tags, or a
    /command, such as one that settles an answer that was owed. Without SESSION, it goes to the one used last.

    \b
    facilitator amend "+ called back within the hour"
    facilitator amend 2026-12-01-vp-sales "+ sent the plan the same evening #pipeline" --as cfo
    facilitator amend 2026-12-01-vp-sales "/answered 2 by cfo"
    """
    from facilitator.workspace.running_session import amend as amend_session

    if len(words) > 2:
        raise WrongInput("Put the note in quotes: facilitator amend [SESSION] TEXT")
    session, text = words if len(words) == 2 else ("last", *words)
    with working(context) as workspace:
        if text in patiently(workspace, workspace.home.session_ids):
            raise WrongInput(f"What is to be added to {text}? facilitator amend {text} TEXT")
        name = patiently(workspace, lambda: session_meant(workspace, session))
        done = patiently(workspace, lambda: amend_session(workspace, name, text, panelist))
    click.echo(done.said)


@click.command("export-all")
@click.option("--candidate", required=True, metavar="NAME", help="Whose data to export.")
@click.option("--out", type=PathOnDisk(path_type=Path), required=True, help="A new folder, or a new .zip file.")
@click.option("--also", multiple=True, metavar="SESSION", help="A session that may be about them, too.")
@click.pass_context
def export_all(context: click.Context, candidate: str, out: Path, also: tuple[str, ...]) -> None:
    """Export everything that is kept about a person.

    For an access request. Per session with them: the debrief to read, and every file as it is kept; but not the
    keys of scorecards that are still sealed. From interviews with others, the passages that mention them. Sessions
    with nearly the same name are listed, and exported if --also names them. Files are yours alone (0600).

    \b
    facilitator export-all --candidate "Robin Reyes" --out robin-reyes.zip
    """
    from facilitator.cli.found_person import say_found, say_left, sessions_chosen
    from facilitator.workspace.hand_over import MENTIONS, everything_about, write_collection
    from facilitator.workspace.people.about import about

    with working(context) as workspace:
        found = patiently(workspace, lambda: about(workspace, candidate))
        if found.others:
            say_found(found, err=True)
        sessions = sessions_chosen(found, also)
        files = patiently(workspace, lambda: everything_about(workspace, found, also))
        if files:
            patiently(workspace, lambda: write_collection(workspace, out, files, found), out)
    if MENTIONS in files:
        click.echo(
            f"What other interviews say about {found.name} is in {MENTIONS}. Check who else it is about.", err=True
        )
    say_left(found, sessions, "Not exported in full")
    if not files:
        raise WrongInput(f"There is no session with “{found.name}”; nothing was written.")
    say(f"{len(files)} files in {out}.")
    for session in workspace.unreadable:
        click.echo(f"The journal of {session} can't be read: who it is about is unknown.", err=True)


@click.command("import-session")
@click.argument("file", type=PathOnDisk(dir_okay=False, path_type=Path))
@click.pass_context
def import_session(context: click.Context, file: Path) -> None:
    """Import a session from a JSON export or a journal.

    It becomes the same interview here, with everything that happened. FILE is what “facilitator debrief SESSION
    --format json” wrote for the panel, or a journal, such as “Save elsewhere” writes. A session that is already here
    gets what it lacks.

    \b
    facilitator import-session debrief.json
    facilitator import-session ~/2026-12-01-vp-sales-copy.journal
    """
    from facilitator.workspace.hand_over import take_in

    with working(context) as workspace:
        session = patiently(workspace, lambda: take_in(workspace, file), file)
    click.echo(f"Imported: {session}")
