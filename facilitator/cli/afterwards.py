"""Commands about a session that is over: what is added late, taken out in full, or taken in."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.cli.completing import session_ids
from facilitator.cli.outcomes import Failed, WrongInput, explained

if TYPE_CHECKING:
    from facilitator.cli.place import Place


@click.command()
@click.argument("session", shell_complete=session_ids)
@click.argument("text")
@click.option("--as", "panelist", default=None, metavar="PANELIST", help="Whose note it is. Default: the lead's.")
@click.pass_context
def amend(context: click.Context, session: str, text: str, panelist: str | None) -> None:
    """Add a late note to an interview that has ended.

    It is marked as late. TEXT is a line as on the live screen: a note with its sign and tags, or a
    /command, such as one that settles an answer that was owed.

    \b
    facilitator amend 2026-12-01-vp-sales "+ sent the plan the same evening #pipeline" --as cfo
    facilitator amend 2026-12-01-vp-sales "/answered 2 by cfo"
    """
    from facilitator.cli.place import Place
    from facilitator.cli.stage import resumed
    from facilitator.domain.decision import Refusal

    with explained():
        place = Place.of(context)
        name = place.find(session)
        found, _ = place.read(name)
        if found.ended_at is None:
            raise WrongInput(f"{name} hasn't ended: facilitator resume {name}")
        with resumed(place, name) as stage:
            try:
                told = stage.conductor.submit(text, panelist)
            except Refusal as refusal:
                raise WrongInput(str(refusal)) from None
    if not told.kept:
        raise Failed(stage.conductor.trouble)
    click.echo(told.said)


@click.command("export-all")
@click.option("--candidate", required=True, metavar="NAME", help="The person who asks.")
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="A new folder, or a new file that ends in .zip."
)
@click.pass_context
def export_all(context: click.Context, candidate: str, out: Path) -> None:
    """Hand over everything that is kept about a person.

    For an access request. Per session: the debrief to read, and every file as it is kept; but not the
    keys of scorecards that are sealed still. Files are yours alone (0600).

    \b
    facilitator export-all --candidate "Robin Reyes" --out robin-reyes.zip
    """
    from facilitator.cli.place import Place
    from facilitator.cli.retaining import sessions_about
    from facilitator.storage import collecting

    with explained():
        place = Place.of(context)
        files: dict[str, bytes] = {}
        for entry in sessions_about(place, candidate):
            files.update(_everything(place, entry.session))
        collecting.write(out, files)
    click.echo(f"{len(files)} files in {out}.")
    for session in place.unreadable:
        click.echo(f"The journal of {session} can't be read: whom it is about is unknown.", err=True)


@click.command("import-session")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.pass_context
def import_session(context: click.Context, file: Path) -> None:
    """Take in a session from a JSON export.

    It is the same interview then, with everything that happened. FILE is what
    “facilitator debrief SESSION --format json” wrote for the panel.

    \b
    facilitator import-session debrief.json
    """
    from facilitator.cli.place import Place
    from facilitator.domain.plain_text import one_line
    from facilitator.storage import portable

    try:
        text = file.read_bytes()
    except OSError as error:
        raise WrongInput(f"{one_line(str(file))}: {error.strerror}") from None
    try:
        events = portable.events_in(text)
    except portable.NoSession as error:
        raise WrongInput(f"{one_line(str(file))}: {error}") from None
    session = events[0].session
    with explained():
        place = Place.of(context)
        if session in place.home.session_ids():
            raise WrongInput(f"{one_line(session)} is here already; nothing was changed.")
        place.keep(events)
    click.echo(f"Taken in: {session}")


def _everything(place: "Place", session: str) -> dict[str, bytes]:
    """Path in the collection to content."""
    from facilitator import export
    from facilitator.domain.debrief import debrief
    from facilitator.storage import collecting

    found, last_at = place.read(session)
    value = debrief(found, last_at)
    whole = export.Options(events=tuple(place.home.read_session(session)))
    return {
        f"{session}/debrief.md": export.render(value, "md").encode(),
        f"{session}/debrief.json": export.render(value, "json", whole).encode(),
        **{f"{session}/kept/{name}": content for name, content in collecting.kept(place.home, session).items()},
    }
