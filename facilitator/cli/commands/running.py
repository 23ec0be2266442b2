"""Commands that open the live screen: begin an interview or continue one."""

import sys
from typing import TYPE_CHECKING

import click

from facilitator.cli.completing import agenda_names, session_ids
from facilitator.cli.context import working
from facilitator.cli.errors import WrongInput

if TYPE_CHECKING:
    from facilitator.domain.plan.agenda import Agenda
    from facilitator.workspace.workspace import Workspace

DEMO = "software-engineer-panel"
"""The agenda whose script is the demo: it lasts an hour."""


writer_option = click.option(
    "--as",
    "writer",
    default="",
    metavar="PANELIST",
    help="Who writes, until “/as” says otherwise.  [default: the lead]",
)


@click.command()
@click.argument("agenda", required=False, shell_complete=agenda_names)
@click.option("--candidate", default="", metavar="NAME", help="Whom you are going to talk with.")
@click.option("--starts", metavar="TIME", help="When it is to start: 10:00, or 2026-12-01 10:00.")
@writer_option
@click.pass_context
def run(context: click.Context, agenda: str | None, candidate: str, starts: str | None, writer: str) -> None:
    """Run an interview on the live screen.

    AGENDA is a file, or the name of an agenda that comes with the program; without one you can pick.

    \b
    facilitator run
    facilitator run vp-sales-final --candidate "Robin Reyes"
    facilitator run my-agenda.yaml --starts 10:00 --as cfo
    """
    from facilitator.cli.commands.agendas import load_agenda

    planned = load_agenda(agenda) if agenda else None
    _need_terminal()

    with working(context) as workspace:
        if agenda and planned:
            _begin(workspace, planned, agenda, candidate, starts, writer)
        else:
            from facilitator.cli.screens import run_picking

            run_picking(workspace, candidate, starts, writer)


@click.command()
@click.argument("session", required=False, shell_complete=session_ids)
@writer_option
@click.pass_context
def resume(context: click.Context, session: str | None, writer: str) -> None:
    """Go on with an unfinished interview, the clock where it would be.

    Without SESSION: the one used last.

    \b
    facilitator resume
    facilitator resume 2026-12-01-vp-sales
    """

    with working(context) as workspace:
        name = workspace.find(session) if session else workspace.latest_unfinished()
        _need_terminal()
        _continue(workspace, name, writer)


@click.command()
@click.pass_context
def demo(context: click.Context) -> None:
    """Watch an hour's interview in three minutes; any key makes it yours.

    It plays itself on the live screen, with captions. Nothing of it is kept.

    \b
    facilitator demo
    """
    _need_terminal()

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


def _need_terminal() -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise WrongInput(
            "The live screen needs a terminal. Without one, play a script: "
            "facilitator rehearse AGENDA --script FILE (see facilitator rehearse --help)."
        )


def _begin(
    workspace: "Workspace", agenda: "Agenda", name: str, candidate: str, starts: str | None, writer: str
) -> None:
    from facilitator.cli.screens import run_live
    from facilitator.workspace.agendas import source_of
    from facilitator.workspace.running_session import start

    run_live(start(workspace, agenda, source_of(name), candidate, starts, writer))


def _continue(workspace: "Workspace", session: str, writer: str) -> None:
    from facilitator.cli.screens import offer_edits, run_live
    from facilitator.workspace.running_session import resume

    run_live(resume(workspace, session, writer), offer_edits)
