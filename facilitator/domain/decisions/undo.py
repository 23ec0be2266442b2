"""The decision that takes one back."""

from facilitator.domain.commands import command
from facilitator.domain.decision import Decision, Refusal, Situation
from facilitator.domain.events import Revoked
from facilitator.domain.wording import described


@command("undo", heading="The session", key="u")
def undo(here: Situation) -> Decision:
    """Take back what was done last."""
    if not here.session.undoable:
        raise Refusal("There is nothing to take back.")
    last = here.session.undoable[-1]
    return Decision((Revoked(group=last.group),), f"Taken back: {described(last.fact, here.session)}.")
