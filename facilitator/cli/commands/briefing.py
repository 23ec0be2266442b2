"""The commands for before an interview: tell everybody what it will be, and hear who is ready."""

import shlex
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.cli.commands.guide_options import written_start
from facilitator.cli.completing import agenda_names, as_option, reader_names
from facilitator.cli.context import PathOnDisk, patiently, working, workspace_of
from facilitator.cli.errors import Failed, WrongInput, say

if TYPE_CHECKING:
    from facilitator.domain.plan.agenda import Agenda

_NAMES = ("md", "html", "text", "word", "ics")


@click.command()
@click.argument("agenda", shell_complete=agenda_names)
@click.option(
    "--for",
    "reader",
    default="",
    metavar="PANELIST|lead|candidate",
    shell_complete=reader_names,
    help="Who will read it. Default: all.",
)
@click.option("--format", "format_name", type=click.Choice(_NAMES), help="Format of the brief.  [default: md]")
@click.option("--out", type=PathOnDisk(path_type=Path), help="The file to write. Default: standard output.")
@click.option("--force", is_flag=True, help="Let --out replace a file that the program didn't write.")
@click.option("--candidate", default="", metavar="NAME", help="Candidate's name, for the panel's briefs.")
@click.option("--starts", default="", metavar="TIME", help="When it starts: 10:00, or 2026-12-01 10:00.")
@click.option("--cancel", is_flag=True, help="With --format ics: cancel the event.")
@click.pass_context
def brief(
    context: click.Context,
    agenda: str,
    reader: str,
    format_name: str | None,
    out: Path | None,
    force: bool,
    candidate: str,
    starts: str,
    cancel: bool,
) -> None:
    """Tell everybody beforehand what they need to know.

    A panelist reads when they are on and what they ask and rate, the lead the run of show, the candidate when, who
    will be there and what to prepare: no question unless the agenda says “show: true”. A calendar file that is made
    again replaces the one before. What --out writes about a candidate is erased with their session.

    \b
    facilitator brief vp-sales-final --for cfo
    facilitator brief my-agenda.yaml --for candidate --format word --out brief.docx
    facilitator brief my-agenda.yaml --for lead --format ics --starts "2026-12-01 10:00" --out interview.ics
    facilitator brief my-agenda.yaml --for lead --format ics --cancel --out cancelled.ics
    """
    from facilitator.cli.commands.agendas import load_agenda
    from facilitator.domain.text.plain_text import one_line
    from facilitator.files.export_file import file_name

    if cancel and format_name != "ics":
        raise WrongInput("--cancel is for calendar files: --format ics --cancel")
    planned = load_agenda(agenda)
    who = _reader(planned, reader)
    about = one_line(candidate)
    content, suffix = _made(context, agenda, planned, who, format_name or "md", about, written_start(starts), cancel)
    if out is not None:
        name = file_name(planned.title, f"brief-{who}".strip("-"), suffix)
        _write(context, agenda, about, content, name, out, force)
    elif suffix == ".docx":
        raise WrongInput("--format word needs --out: it can't be printed.")
    else:
        click.echo(content, nl=False)


@click.command()
@click.argument("agenda", metavar="AGENDA|SESSION", shell_complete=agenda_names)
@as_option("Who is ready.", is_required=True)
@click.option("--want", default="", metavar="TEXT", help="What they want from the time.")
@click.option("--candidate", default="", metavar="NAME", help="Candidate's name.")
@click.option("--starts", metavar="TIME", help="When it is due to start: 10:00, or 2026-12-01 10:00.")
@click.pass_context
def ready(context: click.Context, agenda: str, panelist: str, want: str, candidate: str, starts: str | None) -> None:
    """Say that you have read your brief, and what you want from the time.

    It is kept with a session, which is planned until it starts; the first one who is ready opens it. Before the start
    the screen shows who is ready. Nobody has to be.

    \b
    facilitator ready my-agenda.yaml --as cfo --want "Hear how they price"
    facilitator ready 2026-12-01-vp-sales --as cro
    """
    from facilitator.cli.commands.agendas import load_agenda
    from facilitator.domain.text.plain_text import one_line
    from facilitator.workspace.agendas import source_of
    from facilitator.workspace.people.readiness import called_on, planned_session, say_ready

    with working(context) as workspace:
        ids = patiently(workspace, workspace.home.session_ids)
        if agenda and any(session.startswith(agenda) for session in ids):
            session = patiently(workspace, lambda: workspace.find(agenda))
        else:
            planned = load_agenda(agenda)
            called_on(planned.panel, panelist)  # before a session is opened for somebody who isn't there
            about = (planned, source_of(agenda), one_line(candidate), starts)
            session = patiently(workspace, lambda: planned_session(workspace, *about))
        done = patiently(workspace, lambda: say_ready(workspace, session, panelist, want))
    if not done.kept:
        raise Failed(f"{done.said} But it could not be kept on disk.")
    click.echo(f"{done.said} To begin: facilitator resume {session}")


def _reader(agenda: "Agenda", name: str) -> str:
    """Return whom the brief is for, as `preparing.briefs` calls them. Raises WrongInput."""
    from facilitator.domain.text.nearest import did_you_mean, nearest_names
    from facilitator.domain.text.plain_text import comparable
    from facilitator.preparing.briefs.brief import CANDIDATE_READS, LEAD_READS

    wanted = comparable(name)
    if wanted in ("", LEAD_READS, CANDIDATE_READS):
        return wanted
    called = [one for one in agenda.panel if comparable(one.name) == wanted]
    panelist = agenda.panelist_called(name) or (called[0] if len(called) == 1 else None)
    if panelist is None:
        known = [one.id for one in agenda.panel] + [LEAD_READS, CANDIDATE_READS]
        hint = did_you_mean(nearest_names(name, known)) or f"There are: {', '.join(known)}."
        raise WrongInput(f"--for: nobody on the panel has the id {shlex.quote(name)}. {hint}")
    return panelist.id


def _made(
    context: click.Context,
    name: str,
    agenda: "Agenda",
    reader: str,
    format_name: str,
    candidate: str,
    starts: str,
    cancel: bool,
) -> tuple[str | bytes, str]:
    """Return the content of the brief and what its file ends in."""
    from facilitator.extras import EXTRA
    from facilitator.preparing.briefs.brief import brief as brief_of
    from facilitator.preparing.briefs.brief_formats import BRIEF_FORMATS
    from facilitator.preparing.briefs.calendar_file import NoDateError, calendar_file
    from facilitator.workspace.agendas import source_of
    from facilitator.workspace.local_zone import local_zone

    try:
        if format_name != "ics":
            chosen = BRIEF_FORMATS[format_name]
            return chosen.made(brief_of(agenda, reader, candidate, starts)), chosen.suffix
        content = calendar_file(
            agenda,
            source=source_of(name),
            now=workspace_of(context).now(),
            timezone=local_zone(),
            reader=reader,
            candidate=candidate,
            starts=starts,
            cancelled=cancel,
        )
    except NoDateError as error:
        raise WrongInput(f"{error} Write it into the agenda as “starts”, or give it with --starts.") from None
    except ImportError:
        raise Failed(f"{format_name} can be written with an extra: {EXTRA}") from None
    return content, ".ics"


def _write(
    context: click.Context, agenda: str, candidate: str, content: str | bytes, name: str, out: Path, force: bool
) -> None:
    """Write the brief to `out`, or as `name` to the folder `out`, and say so. Raises WrongInput, Failed."""
    from facilitator.workspace.people.written_briefs import write_brief

    with working(context) as workspace:
        try:
            write = partial(write_brief, workspace, agenda, candidate, content, name, out, force=force)
            written = patiently(workspace, write, out)
        except OSError as error:
            raise Failed(f"{out} can't be written: {error.strerror}.") from None
    say(f"Written to {written}.", err=True)
