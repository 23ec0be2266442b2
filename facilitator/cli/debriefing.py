"""Commands that hand over a debrief: of a session that was run, or of one played from a script."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.cli.outcomes import Failed, WrongInput, explained
from facilitator.export import FORMATS

if TYPE_CHECKING:
    from facilitator.domain.debrief import Debrief
    from facilitator.domain.events import Event

_FORMAT = click.option(
    "--format", "format_name", type=click.Choice(list(FORMATS)), default="md", show_default=True, help="What to write."
)
_OUT = click.option("--out", type=click.Path(path_type=Path), help="The file to write it to; else standard output.")


@click.command()
@click.argument("session")
@_FORMAT
@_OUT
@click.option("--copy", is_flag=True, help="Put it on the clipboard as well.")
@click.pass_context
def debrief(context: click.Context, session: str, format_name: str, out: Path | None, copy: bool) -> None:
    """Hand over the debrief of a session.

    SESSION is its id, or a beginning of it that no other has (see: facilitator sessions).

    \b
    facilitator debrief 2026-12-01-vp-sales
    facilitator debrief 2026-12-01-vp-sales --format json --out debrief.json
    facilitator debrief 2026-12-01-vp-sales --copy
    """
    from facilitator.cli.place import Place
    from facilitator.domain.debrief import debrief as debrief_of

    with explained():
        place = Place.of(context)
        name = place.find(session)
        found, last_at = place.read(name)
        events = tuple(place.home.read_session(name))
    _hand_over(debrief_of(found, last_at), events, format_name, out, copy)


@click.command()
@click.argument("agenda")
@click.option(
    "--script", type=click.Path(dir_okay=False, path_type=Path), required=True, help="What is said, and when."
)
@_FORMAT
@_OUT
@click.option("--candidate", default="", metavar="NAME", help="Whom you would talk with.")
@click.option("--keep", is_flag=True, help="Keep the session in the library; otherwise nothing is left behind.")
@click.pass_context
def rehearse(
    context: click.Context,
    agenda: str,
    script: Path,
    format_name: str,
    out: Path | None,
    candidate: str,
    keep: bool,
) -> None:
    """Play a script instead of an interview, and hand over its debrief.

    No screen is opened, and the clock is a simulated one.

    A line of the script is “[H:]MM:SS [PANELIST>] TEXT”: the time since the session opened, who speaks
    (the lead, if nobody is named), and a note or a /command as typed on the live screen. Blank lines and
    lines that begin with “# ” are skipped. The same script gives the same debrief, byte for byte.

    \b
    facilitator rehearse vp-sales-final --script agendas/vp-sales-final.script
    facilitator rehearse my-agenda.yaml --script my.script --format json --out debrief.json
    """
    from facilitator.cli.agendas import load_agenda
    from facilitator.domain.debrief import debrief as debrief_of
    from facilitator.rehearsal import ScriptError, rehearse

    planned = load_agenda(agenda)
    text = _text_of(script)
    try:
        conductor = rehearse(planned, text, candidate)
    except ScriptError as error:
        raise WrongInput(f"{script}: {error}") from None
    if keep:
        from facilitator.cli.place import Place

        with explained():
            Place.of(context).keep(conductor.events)
    _hand_over(debrief_of(conductor.session, conductor.now()), conductor.events, format_name, out, copy=False)


def _text_of(script: Path) -> str:
    try:
        return script.read_text(encoding="utf-8")
    except OSError as error:
        raise WrongInput(f"{script}: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise WrongInput(f"{script}: not UTF-8, from byte {error.start} on") from None


def _hand_over(debrief: "Debrief", events: "tuple[Event, ...]", format_name: str, out: Path | None, copy: bool) -> None:
    from facilitator import export

    options = export.Options(events=events)
    if out is not None:
        try:
            written = export.write(debrief, format_name, out, options)
        except export.ExportError as error:
            raise Failed(str(error)) from None
        click.echo(f"Written to {written}.", err=True)
    else:
        click.echo(export.render(debrief, format_name, options), nl=False)
    if copy:
        click.echo(export.copy(export.render(debrief, format_name)).message, err=True)
