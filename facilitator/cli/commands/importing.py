"""Take a guide that somebody wrote in, as an agenda; every line is accounted for."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.cli.as_json import json_option, print_json
from facilitator.cli.commands.guide_options import length_option, part_option
from facilitator.cli.context import PathOnDisk
from facilitator.cli.errors import Failed, WrongInput, say, show

if TYPE_CHECKING:
    from facilitator.preparing.imported import Imported

_PLURALS = {"warning": "warnings", "piece of advice": "pieces of advice"}


@click.command("import")
@click.argument("guides", nargs=-1, required=True, metavar="FILE...", type=PathOnDisk(path_type=Path))
@length_option
@click.option("--as-agenda", is_flag=True, help="Make an agenda of a list of questions; needs --length.")
@part_option
@click.option("--out", type=PathOnDisk(path_type=Path), metavar="AGENDA", help="Write the agenda to this new file.")
@click.option(
    "--into", type=PathOnDisk(path_type=Path), metavar="AGENDA", help="Add the questions to this agenda instead."
)
@click.option("--agenda", default="", metavar="AGENDA", help="Which agenda an invitation (.ics) has.")
@click.option("--candidate", default="", metavar="NAME", help="Who of those invited is the candidate.")
@click.option("--starts", default="", metavar="TIME", help="When an invitation for whole days starts: 10:00.")
@click.option("--timezone", default="", metavar="ZONE", help="Where an invitation is held, such as Europe/Berlin.")
@click.option("--ask", multiple=True, metavar="HEADING", help="Ask what is under this heading.")
@click.option("--leave-out", multiple=True, metavar="HEADING", help="Leave out what is under this heading.")
@json_option
@click.pass_context
def import_(
    context: click.Context, guides: tuple[Path, ...], length: int | None, as_agenda: bool, part: str, out: Path | None,
    into: Path | None, agenda: str, candidate: str, starts: str, timezone: str,
    ask: tuple[str, ...], leave_out: tuple[str, ...], as_json: bool,
) -> None:  # fmt: skip
    """Read a guide as an agenda: see what each line is taken for, then write it with --out.

    Nothing is left out in silence, and no minute is made up: parts without a time share what is left of --length. Of
    several files, --out is the folder of their agendas. With --into, each question is added to the segment of the same
    title, and the rest of that file stays as it is; --out then names a new file instead.

    \b
    facilitator import guide.md
    facilitator import guide.docx --length 45m --out my-agenda.yaml
    facilitator import week.xlsx --part 2
    facilitator import questions.csv --into my-agenda.yaml
    facilitator import invite.ics --agenda vp-sales-final --candidate "Robin Reyes" --out robin.yaml
    """
    from facilitator.cli.commands.guide_options import written_start
    from facilitator.cli.context import working
    from facilitator.preparing.taking.import_choices import ImportChoices
    from facilitator.workspace.agendas import read_guide, with_agendas

    if as_agenda and length is None:
        raise WrongInput("--as-agenda needs --length: how long is the whole?")
    choices = ImportChoices(length, ask, leave_out, part, candidate, timezone=timezone, starts=written_start(starts))
    if agenda or any(guide.suffix.lower() == ".ics" for guide in guides):
        with working(context) as workspace:
            choices = with_agendas(choices, workspace, agenda)
    imported = {guide: read_guide(guide, choices) for guide in guides}
    if as_json:
        values = [_value(one) for one in imported.values()]
        print_json(values[0] if len(values) == 1 else values)
    for guide, one in imported.items():
        if not as_json:
            _preview(guide, one, is_agenda=into is None)
    if into is not None:
        _add(into, list(imported.values()), out, err=as_json)
        return
    _write_all(imported, out, err=as_json)


def _write_all(imported: "dict[Path, Imported]", out: Path | None, *, err: bool) -> None:
    """Write the agenda of each guide, of several into a folder; end with exit code 2 if one of them has none."""
    if any(one.loaded.agenda is None for one in imported.values()):
        raise click.exceptions.Exit(2)
    for guide, one in imported.items():
        path = out if out is None or len(imported) == 1 else out / f"{guide.stem}.yaml"
        if path is not None:
            _write(path, one.yaml, err=err)
        if not err:
            _say_what_check_says(path or guide, one)


def _say_what_check_says(path: Path, imported: "Imported") -> None:
    """Say how much there is to complain of and to advise in an agenda, and how to see it."""
    from facilitator.preparing.advice.advising import advise

    loaded = imported.loaded
    if loaded.agenda is None:
        return
    found = [(len(loaded.complaints), "warning"), (len(advise(loaded.agenda, loaded.positions)), "piece of advice")]
    counts = [f"{number} {what if number == 1 else _PLURALS[what]}" for number, what in found if number]
    if counts:
        say(f"{' and '.join(counts)} on it: facilitator check {path}")


def _write(path: Path, text: str, *, err: bool, replaces: bool = False) -> None:
    from facilitator.workspace.agendas import write_agenda

    try:
        write_agenda(path, text, replaces=replaces)
    except FileExistsError:
        raise Failed(f"{path} already exists; nothing was written.") from None
    except OSError as error:
        raise Failed(f"{path} can't be written: {error.strerror}.") from None
    say(f"Written to {path}.", err=err)


def _add(into: Path, imported: "list[Imported]", out: Path | None, *, err: bool) -> None:
    """Add the questions of guides to an agenda file, and say what wasn't added."""
    from facilitator.cli.next_steps import error_text
    from facilitator.workspace.agendas import questions_added
    from facilitator.workspace.errors import WrongRequest

    try:
        added = questions_added(into, [one.draft for one in imported if one.draft is not None])
    except WrongRequest as error:
        raise WrongInput(error_text(error)) from error
    except OSError as error:
        raise Failed(f"{into} can't be read: {error.strerror}.") from None
    for line in added.told:
        click.echo(f"Not as it was: {line}." if line.endswith("without") else f"Not added: {line}.", err=err)
    if added.count:
        _write(out or into, added.text, err=err, replaces=out is None)
    click.echo(f"{added.count} question{'' if added.count == 1 else 's'} added.", err=err)


def _preview(guide: Path, imported: "Imported", *, is_agenda: bool) -> None:
    """Print what every line was taken for, then the complaints and what is planned if it is to be an agenda."""
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
    if imported.loaded.agenda and is_agenda:
        say_checked(imported.loaded)
    elif is_agenda or not imported.needs_length:
        show(imported.loaded.complaints, err=True)
    for line in next_tries(guide, imported) if is_agenda else ():
        click.echo(line, err=True)


def next_tries(guide: Path, imported: "Imported") -> list[str]:
    """Return what to type next if there is no agenda yet: a part, or a length."""
    if imported.loaded.agenda is not None:
        told = " ".join(complaint.message for complaint in imported.loaded.complaints)
        elsewhere = ["For the local time, add --timezone Europe/London"] if "is in UTC" in told else []
        named = f' --candidate "{imported.candidate}"'
        run = [f"Once it is written: facilitator run AGENDA{named}"] if imported.candidate else []
        return elsewhere + run
    if guide.suffix.lower() == ".ics" and not imported.alternatives:
        options = asked_for(imported)
        return [f"To answer, add {' '.join(options)}"] if options else []
    if imported.alternatives:
        return [f"facilitator import {guide} --part {number}" for number, _ in enumerate(imported.alternatives, 1)]
    if imported.needs_length:
        return [
            f"facilitator import {guide} --as-agenda --length 45m",
            f"facilitator import {guide} --into AGENDA adds its questions to an agenda.",
        ]
    return []


def asked_for(imported: "Imported") -> list[str]:
    """Return the options that answer what is asked about an invitation."""
    said = " ".join(complaint.message for complaint in imported.loaded.complaints if complaint.severity == "error")
    answers = {
        "which agenda": "--agenda AGENDA",
        "the candidate": '--candidate "NAME"',
        "time zone": "--timezone Europe/London",
        "time of day": "--starts 10:00",
    }
    return [option for question, option in answers.items() if question in said]


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
    return {**check_value(imported.loaded), "parts": list(imported.alternatives), "lines": taken}
