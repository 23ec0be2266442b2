"""Lines as people might type them, made from the registry of commands: right, nearly right, and nonsense."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from facilitator.domain.language import decisions  # noqa: F401  declares the commands
from facilitator.domain.language.commands import COMMANDS, Command
from facilitator.domain.language.decision import Situation
from facilitator.domain.plan.agenda import Agenda, Panelist
from facilitator.domain.plan.plan import Plan
from facilitator.domain.session.state import Session
from tests.domain.interviews import COMPETENCIES, PANEL, agenda, ask, part

PLAN: Agenda = agenda(
    part("Opening", "5m", questions=[ask("aims", "2m", must=True)]),
    part(
        "Talk",
        "10m",
        at_least="4m",
        questions=[
            ask("slip", "4m", must=True, competency="craft", owner="bo"),
            ask("cost", owner="ann"),
            ask("guess"),
        ],
    ),
    part("Break", "3m", kind="break", optional=True),
    part("Work", "12m", ends="auto", questions=[ask("map", must=True, each=True), ask("who", competency="people")]),
    part("Theirs", "8m", kind="candidate_questions"),
    part("Closing", "4m", kind="closing"),
)

DURATIONS = ("1m", "90s", "5m", "2:30", "0", "-5m", "3h", "99h", "soon")
NUMBERS = ("1", "2", "3", "4", "7", "0", "99", "q2", "-1", "²", "1!")
MORE_WORDS = ("Eve Moss, CTO", "Eve Moss for bo")
WORDS = (
    "",
    *MORE_WORDS,
    "by",
    "to",
    "until friday",
    "them",
    "off",
    "trim",
    "from 5!",
    "late",
    "yes",
    "#craft",
    "@bo",
    "the rest",
)
NONSENSE = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12)


def _texts(here: Situation, command: Command) -> SearchStrategy[str]:
    """Arguments for a command: what it offers itself, and what it doesn't."""
    offered = [choice.text for argument in command.arguments for choice in argument.choices(here)]
    likely = st.sampled_from([*offered, *DURATIONS, *NUMBERS, *WORDS, *(panelist.id for panelist in PANEL)])
    return st.lists(likely | NONSENSE, max_size=3).map(" ".join)


def _line(session: Session) -> SearchStrategy[str]:
    here = Situation(session, session.opened_at, session.lead.id, session.opened_at)
    of_command = st.sampled_from(list(COMMANDS.values())).flatmap(
        lambda command: _texts(here, command).map(lambda rest: f"/{command.name} {rest}")
    )
    note = st.sampled_from(
        ["a note", "+ strong #craft", "- weak @q2", "? ask @bo", '"so" he said', "! @q99 #nothing", ":next", "next"]
    )
    return st.one_of(of_command, of_command, note, NONSENSE, NONSENSE.map("/{}".format))


LINES: SearchStrategy[str] = _line(Session(id="s", agenda=PLAN, plan=Plan.of(PLAN), opened_at=0))

# Likely ones, so that an interview gets somewhere.
RUNNING: tuple[str, ...] = (
    *("/start", "/next", "/next", "/back", "/goto 4", "/skip", "/skip 3", "/pause", "/resume"),
    *("/add 1m", "/trim 1m", "/late 30s", "/early 10s", "/floor bo", "/floor them"),
    *("/start 2m ago", "/late 30s for 1", "/early 20s for 2", "/pause 90s ago", "/pause 10:03-10:05"),
    *("/recover trim", "/recover skip", "/recover drop", "/recover from 5!", "/recover late"),
    *("/question Why? in 4 must 4m", "/segment Demo 6m after 2", "/move 3 after 5", "/move 5 after 2", "/goto 7"),
    *("/length 4 9m", "/length 5 5m", "/add 5m to 5", "/trim 1m from 4", "/room 11:00", "/room none"),
    *("/ask 2", "/cover 2", "/partly 5 by bo", "/drop 3", "/handoff 4 bo", "/them Why?", "/answered 1", "/undo"),
    *("/absent bo", "/arrived bo", "/absent ann", "/arrived ann", "/arrived Dana Roth", "/standin Dana Roth for bo"),
    *("/as bo", "bo> a word", "dana> /cover 2", "/cover", "/author 1 bo", "/cancel a fire"),
    *("/undo 2", "/redo", "/reopen", "/edit t1 How?", "/strike t1", "/owed t1 bo until friday 5pm"),
)

STEPS = st.tuples(st.one_of(st.sampled_from(RUNNING), LINES), st.integers(0, 400), st.sampled_from([None, *PANEL]))
"""A line, the seconds that go by before it, and who types it."""


def typist(panelist: Panelist | None) -> str | None:
    return panelist.id if panelist else None


__all__ = ["COMPETENCIES", "LINES", "PLAN", "RUNNING", "STEPS", "typist"]
