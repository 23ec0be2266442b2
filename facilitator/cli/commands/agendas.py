"""Commands about agenda files: list them, check one and advise on it, print their schema."""

from typing import TYPE_CHECKING

import click

from facilitator.cli.as_json import agenda_value, check_value, json_option, print_json
from facilitator.cli.commands.guide_options import guide_choices, length_option, part_option
from facilitator.cli.completing import agenda_names
from facilitator.cli.errors import refuse

if TYPE_CHECKING:
    from facilitator.agenda_files import Loaded
    from facilitator.domain.plan.agenda import Agenda, SegmentKind
    from facilitator.preparing.advice.advice import Advice
    from facilitator.preparing.advice.forecast import Forecast
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

    for complaint in loaded.complaints:
        click.echo(f"{complaint} [{complaint.code}]" if complaint.code else str(complaint))
    planned = loaded.agenda
    if planned is None:
        return
    click.echo(
        f"{planned.title}: {clock_text(planned.planned_seconds)}, {_count(len(planned.segments), 'segment')}, "
        f"{_count(len(planned.questions), 'question')}, "
        f"{_count(len(loaded.complaints), 'warning') if loaded.complaints else 'nothing to complain of'}."
    )
    click.echo("Planned: " + ", ".join(f"{kind.label} {clock_text(s)}" for kind, s in _by_kind(planned)) + ".")


def say_advice(loaded: "Loaded") -> "tuple[Advice, ...]":
    """Print the advice on an agenda, by groups, each with its line, its reason and what to do. Return it."""
    from itertools import groupby

    from facilitator.preparing.advice.advice import GROUPS

    advice = _advice_on(loaded)
    if advice:
        click.echo(f"\nAdvice ({len(advice)}):")
    for group, members in groupby(advice, key=lambda one: one.group):
        click.echo(GROUPS[group])
        for one in members:
            click.echo(f"  line {one.line}: {one.reason} [{one.code}]\n      {one.suggestion}")
    if advice:
        click.echo(f"If you know better, silence it in the file: “silence: [{advice[0].code}]”.")
    return advice


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
@click.option("--strict", is_flag=True, help="Exit with 1 if there is a warning or advice.")
@json_option
@click.pass_context
def check(context: click.Context, agenda: str, length: int | None, part: str, strict: bool, as_json: bool) -> None:
    """Check an agenda, and get advice on it.

    Each complaint has its file, line and column. Exit code 2 if there is an error. Advice is what an experienced
    colleague would say; the file silences what you know better. Once you have held five interviews, they say when
    this one is likely to end.

    \b
    facilitator check my-agenda.yaml
    facilitator check my-agenda.yaml --strict
    facilitator check my-agenda.yaml --json
    facilitator check guide.docx --length 45m
    """
    from facilitator.cli.context import workspace_of
    from facilitator.workspace.agendas import load_named
    from facilitator.workspace.past.past_times import forecast_of

    choices = guide_choices(length, part, agenda)
    loaded = load_named(agenda, choices) if as_json else load_or_refuse(agenda, choices)
    expected = forecast_of(workspace_of(context), loaded.agenda) if loaded.agenda is not None else None
    if as_json:
        advice = _advice_on(loaded)
        print_json(check_value(loaded, advice, expected))
    else:
        say_checked(loaded)
        advice = say_advice(loaded)
        if expected is not None and loaded.agenda is not None:
            click.echo("\n" + _expected_text(expected, loaded.agenda))
    if loaded.agenda is None:
        raise click.exceptions.Exit(2)
    if strict and (advice or loaded.complaints):
        raise click.exceptions.Exit(1)


@click.command()
def schema() -> None:
    """Print the JSON Schema of agenda files, for editors.

    \b
    facilitator schema > agenda.schema.json
    """
    import json

    from facilitator.agenda_files.schema import schema

    click.echo(json.dumps(schema(), indent=2, ensure_ascii=False))


def _advice_on(loaded: "Loaded") -> "tuple[Advice, ...]":
    """Return the advice on an agenda; none if it has errors."""
    from facilitator.preparing.advice.advising import advise

    return () if loaded.agenda is None else advise(loaded.agenda, loaded.positions)


def _expected_text(expected: "Forecast", agenda: "Agenda") -> str:
    """Return a forecast in words."""
    from facilitator.domain.plan.agenda import SegmentKind
    from facilitator.domain.text.durations import clock_text
    from facilitator.preparing.advice.forecast import FEWEST_SESSIONS
    from facilitator.preparing.briefs.schedule import schedule

    if expected.median_seconds is None or expected.late_seconds is None:
        held = _count(expected.sessions, "interview")
        return f"Forecast: too few sessions. You have held {held} here; it takes {FEWEST_SESSIONS}."
    median, late = clock_text(expected.median_seconds), clock_text(expected.late_seconds)
    planned = clock_text(expected.planned_seconds)
    lines = [
        f"Forecast: {planned} planned. Going by your last {expected.sessions} interviews,",
        f"  half of the time it takes no more than {median}, four times out of five no more than {late}.",
    ]
    if agenda.starts:
        whole = schedule(agenda)
        ends = (whole.shown(expected.median_seconds), whole.shown(expected.late_seconds))
        lines.append(f"  With a start at {whole.shown(0)}, it ends by {ends[0]} or by {ends[1]}.")
    kinds = [
        f"{SegmentKind(kind.kind).label} {clock_text(kind.median_seconds)} (planned {clock_text(kind.planned_seconds)})"
        for kind in expected.by_kind
    ]
    return "\n".join([*lines, f"  By kind: {', '.join(kinds)}."])


def _by_kind(agenda: "Agenda") -> "list[tuple[SegmentKind, int]]":
    """Return the planned seconds per kind of segment, the largest share first."""
    return sorted(agenda.planned_seconds_by_kind.items(), key=lambda item: -item[1])


def _count(number: int, word: str) -> str:
    return f"{number} {word}" + ("" if number == 1 else "s")
