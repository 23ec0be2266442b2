"""A line that is carried out once somebody has agreed, as the screen asks before what nobody can take back."""

from typing import TYPE_CHECKING

import click

from facilitator.cli.context import patiently
from facilitator.cli.errors import Failed

if TYPE_CHECKING:
    from facilitator.workspace.workspace import Workspace


def carry_out_if_agreed(
    workspace: "Workspace", session: str, line: str, question: str, otherwise: str, *, yes: bool
) -> None:
    """Say what comes of a line, ask, and carry it out; with `yes`, nobody is asked.

    Raises Failed with the text `otherwise` if they don't agree, WrongRequest if it is refused, StorageError.
    """
    click.echo(patiently(workspace, lambda: _said(workspace, session, line)))
    if not yes and not click.confirm(question):
        raise Failed(otherwise)
    click.echo(patiently(workspace, lambda: _said(workspace, session, line, is_agreed=True)))


def _said(workspace: "Workspace", session: str, line: str, *, is_agreed: bool = False) -> str:
    """Return what a line means; if it `is_agreed`, carry it out, and return what to tell of that."""
    from facilitator.domain.language.decision import Refusal
    from facilitator.workspace.errors import WrongRequest
    from facilitator.workspace.running_session import in_hand

    with in_hand(workspace, session) as running:
        try:
            decision = running.conductor.decide(line)
            return running.conductor.carry_out(decision).wait().said if is_agreed else decision.doubt
        except Refusal as refusal:
            raise WrongRequest(str(refusal)) from None
