"""The decision that takes one back."""

from facilitator.domain.commands import command
from facilitator.domain.decision import Decision, Refusal, Situation
from facilitator.domain.events import Revoked
from facilitator.domain.wording import described


@command("undo", heading="The session", key="u")
def undo(here: Situation) -> Decision:
    """Take back what was done last."""
    last = here.session.last_done
    if last is None:
        raise Refusal("There is nothing to take back.")
    return Decision((Revoked(group=last.group),), f"Taken back: {described(last.fact, here.session)}.")
