"""Take a guide that somebody wrote in, as an agenda; every line is accounted for."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.cli.as_json import json_option, print_json
from facilitator.cli.errors import Failed, show

if TYPE_CHECKING:
    from facilitator.preparing.guide_import import Imported


def _seconds(context: click.Context, parameter: click.Parameter, value: str | None) -> int | None:
    """Return a length such as `45m` in seconds."""
    from facilitator.domain.text.durations import parse_duration

    try:
        return None if value is None else parse_duration(value)
    except ValueError as error:
        raise click.BadParameter(f"“{value}” is {error}.") from None


@click.command("import")
@click.argument("guide", type=click.Path(path_type=Path))
@click.option("--length", callback=_seconds, metavar="45m", help="How long the whole is, for parts without a time.")
@click.option("--out", type=click.Path(path_type=Path), metavar="AGENDA", help="Write the agenda to this new file.")
@click.option("--ask", multiple=True, metavar="HEADING", help="Ask what is under this heading.")
@click.option("--leave-out", multiple=True, metavar="HEADING", help="Leave out what is under this heading.")
@json_option
def import_(
    guide: Path, length: int | None, out: Path | None, ask: tuple[str, ...], leave_out: tuple[str, ...], as_json: bool
) -> None:
    """Read a guide as an agenda: see what each line is taken for, then write it with --out.

    Nothing is left out in silence, and no minute is made up: parts without a time share what is left of --length.

    \b
    facilitator import guide.md
    facilitator import guide.md --length 45m --out my-agenda.yaml
    facilitator import guide.md --leave-out "About us"
    """
    from facilitator.files.durable import create_with
    from facilitator.preparing.taking.import_choices import ImportChoices
    from facilitator.workspace.agendas import read_guide

    imported = read_guide(guide, ImportChoices(length, ask, leave_out))
    if as_json:
        print_json(_value(imported))
    else:
        _preview(imported)
    if imported.loaded.agenda is None:
        raise click.exceptions.Exit(2)
    if out is not None:
        try:
            create_with(out, imported.yaml.encode())
        except FileExistsError:
            raise Failed(f"{out} already exists; nothing was written.") from None
        except OSError as error:
            raise Failed(f"{out} can't be written: {error.strerror}.") from None
        click.echo(f"Written to {out}.", err=as_json)


def _preview(imported: "Imported") -> None:
    """Print what every line was taken for, then the complaints and what is planned."""
    from facilitator.cli.commands.agendas import say_checked
    from facilitator.cli.tables import print_table
    from facilitator.domain.text.plain_text import excerpt

    if imported.taken:
        rows = [
            (str(one.piece.place), one.role.value, excerpt(one.piece.text, 60), one.why or one.guess)
            for one in imported.taken
        ]
        print_table(("where", "taken as", "what it says", "why"), rows)
        click.echo(_summary(imported))
    if imported.loaded.agenda:
        say_checked(imported.loaded)
    else:
        show(imported.loaded.complaints, err=True)


def _summary(imported: "Imported") -> str:
    """Return how many lines became what."""
    from collections import Counter

    counted = Counter(one.role.value for one in imported.taken)
    each = ", ".join(f"{number} {role}" for role, number in counted.most_common())
    return f"{len(imported.taken)} lines: {each}."


def _value(imported: "Imported") -> dict[str, object]:
    from facilitator.cli.as_json import check_value

    taken = [
        {"where": str(one.piece.place), "text": one.piece.text, "as": one.role.value, "why": one.why or one.guess}
        for one in imported.taken
    ]
    return {**check_value(imported.loaded), "lines": taken}
