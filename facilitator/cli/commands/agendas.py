"""Commands about agenda files: list them, check one, print their schema."""

from typing import TYPE_CHECKING

import click

from facilitator.cli.as_json import agenda_value, check_value, json_option, print_json
from facilitator.cli.commands.importing import guide_choices, length_option, part_option
from facilitator.cli.completing import agenda_names
from facilitator.cli.errors import refuse, show

if TYPE_CHECKING:
    from facilitator.agenda_files import Loaded
    from facilitator.domain.plan.agenda import Agenda, SegmentKind
    from facilitator.preparing.taking.import_choices import ImportChoices


def load_or_refuse(name_or_path: str, choices: "ImportChoices | None" = None) -> "Loaded":
    """Load the agenda called `name_or_path`; end the command with exit code 2 if there is none."""
    from facilitator import agenda_files
    from facilitator.workspace import agendas

    path = agendas.find_agenda(name_or_path)
    if isinstance(path, agenda_files.Complaint):
        refuse([path])
    return agendas.load_file(path, choices)


def load_agenda(name_or_path: str, choices: "ImportChoices | None" = None) -> "Agenda":
    """Load an agenda without telling its warnings; end the command with exit code 2 if it has errors."""
    loaded = load_or_refuse(name_or_path, choices)
    if loaded.agenda is None:
        refuse(loaded.complaints)
    return loaded.agenda


def say_checked(loaded: "Loaded") -> None:
    """Print the complaints about an agenda and, unless one is an error, what it plans."""
    from facilitator.domain.text.durations import clock_text

    show(loaded.complaints, err=False)
    planned = loaded.agenda
    if planned is None:
        return
    click.echo(
        f"{planned.title}: {clock_text(planned.planned_seconds)}, {_count(len(planned.segments), 'segment')}, "
        f"{_count(len(planned.questions), 'question')}, "
        f"{_count(len(loaded.complaints), 'warning') if loaded.complaints else 'nothing to complain of'}."
    )
    click.echo("Planned: " + ", ".join(f"{kind.label} {clock_text(s)}" for kind, s in _by_kind(planned)) + ".")


@click.command()
@json_option
def agendas(as_json: bool) -> None:
    """List the agendas that come with the program.

    \b
    facilitator agendas
    facilitator agendas --json
    facilitator run hiring-manager-screen
    """
    from facilitator.cli.tables import print_table
    from facilitator.domain.text.durations import clock_text
    from facilitator.workspace.agendas import bundled_names

    if as_json:
        print_json([{"name": name, **agenda_value(load_agenda(name))} for name in bundled_names()])
        return
    rows = []
    for name in bundled_names():
        agenda = load_agenda(name)
        panel = ", ".join(panelist.id for panelist in agenda.panel)
        rows.append((name, agenda.title, clock_text(agenda.planned_seconds), str(len(agenda.questions)), panel))
    print_table(("name", "title", "length", "questions", "panel"), rows)


@click.command()
@click.argument("agenda", shell_complete=agenda_names)
@length_option
@part_option
@json_option
def check(agenda: str, length: int | None, part: str, as_json: bool) -> None:
    """Check an agenda.

    Each complaint has its file, line and column. Exit code 2 if there is an error.

    \b
    facilitator check my-agenda.yaml
    facilitator check my-agenda.yaml --json
    facilitator check guide.docx --length 45m
    """
    from facilitator.workspace.agendas import load_named

    if as_json:
        loaded = load_named(agenda, guide_choices(length, part))
        print_json(check_value(loaded))
    else:
        loaded = load_or_refuse(agenda, guide_choices(length, part))
        say_checked(loaded)
    if loaded.agenda is None:
        raise click.exceptions.Exit(2)


@click.command()
def schema() -> None:
    """Print the JSON Schema of agenda files, for editors.

    \b
    facilitator schema > agenda.schema.json
    """
    import json

    from facilitator import agenda_files

    click.echo(json.dumps(agenda_files.schema(), indent=2, ensure_ascii=False))


def _by_kind(agenda: "Agenda") -> "list[tuple[SegmentKind, int]]":
    """Return the planned seconds per kind of segment, the largest share first."""
    return sorted(agenda.planned_seconds_by_kind.items(), key=lambda item: -item[1])


def _count(number: int, word: str) -> str:
    return f"{number} {word}" + ("" if number == 1 else "s")
