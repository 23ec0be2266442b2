"""Commands that run an interview, on the live screen or in lines of text: begin one or continue one."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any

import click

from facilitator.cli.commands.guide_options import guide_choices, length_option, part_option
from facilitator.cli.completing import agenda_names, as_option, session_ids, session_meant
from facilitator.cli.context import patiently, working
from facilitator.cli.errors import WrongInput
from facilitator.cli.line_mode import Lines, has_screen, lines_wanted, run_plain

if TYPE_CHECKING:
    from facilitator.domain.plan.agenda import Agenda
    from facilitator.workspace.running_session import RunningSession
    from facilitator.workspace.workspace import Workspace

DEMO = "software-engineer-panel"
"""The agenda whose script is the demo: it lasts an hour."""

ONLY_HERE = ":0"
"""Any free port, which only this computer can reach."""

NO_DEMO = (
    "The demo needs a terminal that can show a screen. Without one, play a script: "
    "facilitator rehearse AGENDA --script FILE (see facilitator rehearse --help)."
)

_writer = as_option("Who is writing, until “/as” changes it.  [default: the lead]", "writer")


def _checked_place(context: click.Context, option: click.Parameter, place: str | None) -> str | None:
    """Return the place as it is. Raises WrongInput if it is none."""
    if place not in (None, ONLY_HERE):
        from facilitator.cli.page.page_of_session import check_place

        check_place(place, is_first=not any(isinstance(one, click.Argument) for one in context.command.params))
    return place


page_option: Callable[[Any], Any] = click.option(
    "--page",
    "place",
    is_flag=False,
    flag_value=ONLY_HERE,
    callback=_checked_place,
    metavar="[HOST:PORT]",
    help="Serve the agenda and the clock to browsers, as the curtain shows them; “/page” shows the link. Only this "
    "computer can open it, unless you name a host: then whoever can reach that and has the link.",
)
plain_option: Callable[[Any], Any] = click.option(
    "--plain", is_flag=True, help="Use lines of text, for screen readers, dumb terminals and pipes."
)


@click.command()
@click.argument("agenda", required=False, shell_complete=agenda_names)
@click.option(
    "--candidate",
    default="",
    metavar="NAME",
    help="Candidate's name. Others on this device can see what you type here; “/with NAME” on the screen tells "
    "nobody else.",
)
@click.option("--starts", metavar="TIME", help="When it is due to start: 10:00, or 2026-12-01 10:00.")
@length_option
@part_option
@_writer
@page_option
@plain_option
@click.pass_context
def run(
    context: click.Context, agenda: str | None, candidate: str, starts: str | None, length: int | None, part: str,
    writer: str | None, place: str | None, plain: bool,
) -> None:  # fmt: skip
    """Run an interview on the live screen.

    AGENDA is a file, also a guide of any kind that “facilitator import” reads, or the name of an agenda that comes with
    the program; without one you can pick. Where a panelist has said “facilitator ready”, it begins the session that
    is planned.

    With --plain it runs as lines of text instead, with the same commands; it does so by itself where TERM is “dumb” and
    where lines come through a pipe.

    \b
    facilitator run
    facilitator run vp-sales-final --candidate "Robin Reyes"
    facilitator run my-agenda.yaml --starts 10:00 --as cfo
    facilitator run questions.md --length 45m
    facilitator run vp-sales-final --plain
    """
    from facilitator.cli.commands.agendas import load_agenda
    from facilitator.workspace.agendas import candidate_in, source_of

    choices = guide_choices(length, part, agenda or "", candidate)
    planned = load_agenda(agenda, choices) if agenda else None
    candidate = candidate or candidate_in(agenda or "", choices)
    lines = lines_wanted(plain)
    if lines is not None and planned is None:
        raise WrongInput("Without a screen, name the agenda; see: facilitator agendas")

    with working(context) as workspace:
        if agenda and planned:
            opening, goes_on = _begun(workspace, (planned, source_of(agenda), candidate, starts), writer or "")
            open_session(opening, lines, place, goes_on)
        else:
            from facilitator.cli.screens import run_picking

            run_picking(workspace, candidate, starts, writer or "", place)


@click.command()
@click.argument("session", required=False, shell_complete=session_ids)
@_writer
@page_option
@plain_option
@click.pass_context
def resume(context: click.Context, session: str | None, writer: str | None, place: str | None, plain: bool) -> None:
    """Resume an unfinished interview; its clock has kept running.

    Without SESSION, the unfinished one used last. --page and --plain do the same as in “facilitator run”.

    \b
    facilitator resume
    facilitator resume 2026-12-01-vp-sales
    facilitator resume --plain
    """
    from facilitator.workspace.running_session import resume

    with working(context) as workspace:
        name = patiently(workspace, lambda: _resumed(workspace, session))
        open_session(resume(workspace, name, writer or ""), lines_wanted(plain), place, goes_on=True)


@click.command()
@click.pass_context
def demo(context: click.Context) -> None:
    """Watch an hour-long interview in three minutes; any key makes it yours.

    It plays itself on the live screen, with captions. Nothing of it is kept.

    \b
    facilitator demo
    """
    if not has_screen():
        raise WrongInput(NO_DEMO)

    from facilitator.cli.commands.agendas import load_agenda
    from facilitator.cli.screens import run_demo
    from facilitator.clock import SystemClock
    from facilitator.conducting.demo import demo as demo_of
    from facilitator.resources import agendas_dir
    from facilitator.workspace.local_zone import local_zone

    script = (agendas_dir() / f"{DEMO}.script").read_text(encoding="utf-8")
    played = demo_of(load_agenda(DEMO), script, "Robin Reyes", SystemClock(), local_zone())
    with working(context) as workspace:
        run_demo(workspace, played)


def _resumed(workspace: "Workspace", said: str | None) -> str:
    """Return the id of the session that is meant. Raises WrongRequest."""
    return session_meant(workspace, said) if said and said != "last" else workspace.latest_unfinished()


def _begun(
    workspace: "Workspace", of_what: "tuple[Agenda, str, str, str | None]", writer: str
) -> "tuple[AbstractContextManager[RunningSession], bool]":
    """Begin an interview of an agenda, its source, a candidate and a start; return whether that was planned, too."""
    from facilitator.workspace.people.readiness import waiting_session
    from facilitator.workspace.running_session import resume, start

    waiting = waiting_session(workspace, *of_what)
    return (resume(workspace, waiting, writer) if waiting else start(workspace, *of_what, writer)), bool(waiting)


def open_session(
    opening: "AbstractContextManager[RunningSession]",
    lines: Lines | None,
    place: str | None = None,
    goes_on: bool = False,
) -> None:
    """Run a session on the screen, or in `lines`, with its page at `place` if there is one.

    If it `goes_on`, offer what was edited in its agenda first.
    """
    if lines is not None:
        run_plain(opening, lines, place)
    else:
        from facilitator.cli.screens import offer_edits, run_live

        if goes_on:
            run_live(opening, place, offer_edits)
        else:
            run_live(opening, place)
