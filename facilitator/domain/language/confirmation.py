"""What to say before a line is carried out, where a person would want to know first.

Separate from the decisions because it refuses nothing: a script or a remote panelist goes on without it,
a screen asks once more.
"""

from facilitator.domain.language.decision import Refusal, Situation
from facilitator.domain.language.decisions import read_line
from facilitator.domain.session.state import Session


def confirmation(line: str, session: Session, now: int, author: str) -> str:
    """What speaks for a second look at `line` before it counts; empty if nothing does or it would be refused."""
    here = Situation(session, now, author, now)
    try:
        command, values = read_line(line, here)
        doubt = command.confirm(here, *values)
        if doubt:
            command.decide(here, *values)
    except Refusal:
        return ""
    return doubt
