"""The decision to leave the program, which leaves the interview as it is."""

from facilitator.domain.language.commands import command
from facilitator.domain.language.decision import Decision, Effect, Situation
from facilitator.domain.language.decisions.undo import SESSION


@command("quit", heading=SESSION)
def quit_program(here: Situation) -> Decision:
    """Leave the program; the interview stays as it is."""
    return Decision((), effect=Effect.QUIT)
