"""A line that is carried out once somebody has agreed, as the screen asks before what nobody can take back."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from facilitator.cli.context import patiently
from facilitator.cli.errors import Failed

if TYPE_CHECKING:
    from facilitator.conducting.submission import Submission
    from facilitator.domain.language.decision import Decision
    from facilitator.workspace.errors import NotInItsPlace
    from facilitator.workspace.workspace import Workspace


def carry_out_if_agreed(
    workspace: "Workspace", session: str, line: str, question: str, otherwise: str, *, yes: bool
) -> None:
    """Say what comes of a line, ask, and carry it out; with `yes`, nobody is asked.

    Raises Failed with the text `otherwise` if they don't agree, WrongRequest if it is refused, StorageError; of a
    session that isn't in its place, only after it is said what came of the line.
    """
    click.echo(patiently(workspace, lambda: _decided(workspace, session, line)).doubt)
    if not yes and not click.confirm(question):
        raise Failed(otherwise)
    done, trouble = patiently(workspace, lambda: _carried_out(workspace, session, line))
    click.echo(done.said if done.kept else otherwise)
    if trouble is not None:
        raise trouble


def _decided(workspace: "Workspace", session: str, line: str) -> "Decision":
    """Return what a line would do. Raises as `carry_out_if_agreed` does."""
    from facilitator.workspace.running_session import in_hand

    with in_hand(workspace, session) as running, _refused():
        return running.conductor.decide(line)


def _carried_out(workspace: "Workspace", session: str, line: str) -> "tuple[Submission, NotInItsPlace | None]":
    """Carry out a line; return what came of it, and what isn't in its place, if anything."""
    from facilitator.workspace.errors import NotInItsPlace
    from facilitator.workspace.running_session import in_hand

    done = None
    try:
        with in_hand(workspace, session) as running, _refused():
            done = running.conductor.carry_out(running.conductor.decide(line))
    except NotInItsPlace as trouble:
        if done is None:
            raise
        return done, trouble
    return done, None


@contextmanager
def _refused() -> Iterator[None]:
    """What is refused is a wrong request."""
    from facilitator.domain.language.decision import Refusal
    from facilitator.workspace.errors import WrongRequest

    try:
        yield
    except Refusal as refusal:
        raise WrongRequest(str(refusal)) from None
