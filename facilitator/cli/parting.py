"""What is said when a session is left, and how the command ends then."""

from typing import TYPE_CHECKING

import click

from facilitator.cli.next_steps import with_step
from facilitator.domain.text.durations import clock_text
from facilitator.domain.time import timing
from facilitator.domain.time.as_shown import as_shown
from facilitator.workspace.errors import NextStep, Step

if TYPE_CHECKING:
    from facilitator.domain.session.state import Session
    from facilitator.workspace.running_session import RunningSession

CRASHED = 1


def end_with(code: int) -> None:
    """End the command with this exit code, unless all is well. To be called when sessions are closed."""
    if code:
        raise click.exceptions.Exit(code)


def say_how_it_was_left(running: "RunningSession") -> None:
    """Say whether a session that was left goes on; nothing of one that its lead had erased everywhere meanwhile."""
    if running.shared is None or not running.shared.erasure.word:
        say_how_it_stands(running.conductor.session)


def say_how_it_stands(session: "Session") -> None:
    """Say whether the session goes on, and with which command."""
    if session.cancelled is not None:
        held = "did not take place" if session.started_at is None else "was cut off"
        said, step = f"The interview {held}.", Step.READ
    elif session.started_at is None:
        said, step = "Not started yet.", Step.GO_ON
    elif session.ended_at is None:
        said, step = "Unfinished; the clock keeps running.", Step.GO_ON
    else:
        took = clock_text(timing.elapsed_seconds(*as_shown(session, session.ended_at)))
        said, step = f"Ended after {took}.", Step.READ
    click.echo(with_step(said, NextStep(step, session.id)))
