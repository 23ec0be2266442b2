"""Commands about who and what leaves a panel: remove somebody."""

from typing import TYPE_CHECKING

import click

from facilitator.cli.completing import SESSION_MEANT, session_meant
from facilitator.cli.context import working
from facilitator.cli.errors import Failed

if TYPE_CHECKING:
    from facilitator.domain.language.decision import Decision


@click.command()
@click.argument("panelist")
@SESSION_MEANT
@click.option("--yes", is_flag=True, help="Don't ask for confirmation.")
@click.pass_context
def remove(context: click.Context, panelist: str, session: str, yes: bool) -> None:
    """Take somebody off the panel of a shared interview.

    PANELIST goes with all their devices; the letter of a device, as “facilitator panel” says it, with that one. From
    then on what is sent is under another key, which they haven't got, and what they record counts no more. They keep
    what they have by then. Only the owner of the clock can do it. In an open interview, /remove does the same.

    \b
    facilitator remove cfo
    facilitator remove c --yes
    """
    from facilitator.domain.language.decision import Refusal
    from facilitator.workspace.errors import WrongRequest
    from facilitator.workspace.running_session import in_hand

    def agreed(decision: "Decision") -> None:
        click.echo(decision.doubt)
        if not yes and not click.confirm("Remove them?"):
            raise Failed("Nobody was removed.")

    with working(context) as workspace, in_hand(workspace, session_meant(workspace, session)) as running:
        try:
            decision = running.conductor.decide(f"/remove {panelist}")
            agreed(decision)
            said = running.conductor.carry_out(decision).wait().said
        except Refusal as refusal:
            raise WrongRequest(str(refusal)) from None
    click.echo(said)
