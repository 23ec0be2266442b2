"""The decision that takes another one back."""

from facilitator.domain.facts.kinds.session import Revoked
from facilitator.domain.language.commands import command
from facilitator.domain.language.decision import Decision, Refusal, Situation
from facilitator.domain.language.wording import described


@command("undo", heading="The session", key="u")
def undo(here: Situation) -> Decision:
    """Take back what was done last."""
    last = here.session.last_done
    if last is None:
        raise Refusal("There is nothing to take back.")
    return Decision((Revoked(group=last.group),), f"Taken back: {described(last.fact, here.session)}.")
