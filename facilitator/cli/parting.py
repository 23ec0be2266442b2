"""What is said when a session is left, and how the command ends then."""

from typing import TYPE_CHECKING

import click

from facilitator.cli.next_steps import with_step
from facilitator.domain.text.durations import length_text
from facilitator.workspace.errors import NextStep, Step

if TYPE_CHECKING:
    from facilitator.domain.session.state import Session

CRASHED = 1


def end_with(code: int) -> None:
    """End the command with this exit code, unless all is well. To be called when sessions are closed."""
    if code:
        raise click.exceptions.Exit(code)


def say_how_it_stands(session: "Session") -> None:
    """Say whether the session goes on, and with which command."""
    if session.started_at is None:
        said, step = "Not started yet.", Step.GO_ON
    elif session.ended_at is None:
        said, step = "Unfinished, and the clock goes on.", Step.GO_ON
    else:
        said, step = f"Ended after {length_text(round((session.ended_at - session.started_at) / 1000))}.", Step.READ
    click.echo(with_step(said, NextStep(step, session.id)))
