"""What a line is answered with, by a small interview that has something for every command."""

from facilitator.domain.language.decision import Refusal
from facilitator.domain.language.decisions import decide
from facilitator.domain.plan.agenda import Agenda
from tests.domain.interviews import Room, agenda, ask, part

PLAN = agenda(
    part("Opening", "5m", say="Let us begin."),
    part(
        "Talk",
        "10m",
        questions=[
            ask("aims", must=True, owner="bo"),
            ask("slip", "4m", competency="craft", owner="ann"),
            ask("map", each=True),
        ],
    ),
    part("Break", "3m", optional=True),
    part("Theirs", "8m", kind="candidate_questions"),
    part("Closing", "4m"),
)


def answer(script: str, at: str, line: str, by: str = "ann", plan: Agenda = PLAN) -> str:
    """What is said to `line` at `m:ss`, after `script`: that it is done, or why not."""
    room = Room(plan, script)
    try:
        return decide(line, room.session, room.at(at), by).said
    except Refusal as refusal:
        return str(refusal)
