"""What a person would want to know before a line is carried out.

Separate from the decisions because it refuses nothing: a screen asks once more, a script or a remote panelist
goes on without being asked.
"""

from facilitator.domain.language.decision import Refusal, Situation
from facilitator.domain.language.decisions import read_line
from facilitator.domain.session.state import Session


def confirmation(line: str, session: Session, now: int, author: str) -> str:
    """Return why to look at `line` again before it is carried out; empty if there is no reason, or if it is refused."""
    here = Situation(session, now, author, now)
    try:
        command, values = read_line(line, here)
        doubt = command.confirm(here, *values)
        if doubt:
            command.decide(here, *values)
    except Refusal:
        return ""
    return doubt
