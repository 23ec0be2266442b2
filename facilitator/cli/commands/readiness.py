"""The command by which a panelist says that they are ready for an interview."""

import click

from facilitator.cli.completing import agenda_names
from facilitator.cli.context import working
from facilitator.cli.errors import Failed


@click.command()
@click.argument("agenda", metavar="AGENDA|SESSION", shell_complete=agenda_names)
@click.option("--as", "panelist", required=True, metavar="PANELIST", help="Who is ready.")
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
        named = [session for session in workspace.home.session_ids() if session.startswith(agenda)]
        if named:
            session = workspace.find(agenda)
        else:
            planned = load_agenda(agenda)
            called_on(planned.panel, panelist)  # before a session is opened for somebody who isn't there
            session = planned_session(workspace, planned, source_of(agenda), one_line(candidate), starts)
        done = say_ready(workspace, session, panelist, want)
    if not done.kept:
        raise Failed(f"{done.said} But it could not be kept on disk.")
    click.echo(f"{done.said} To begin: facilitator resume {session}")
