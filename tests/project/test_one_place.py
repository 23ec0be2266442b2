"""What CONTRIBUTING.md says about adding a command is all that it takes."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.conducting.rehearsal import ScriptError, rehearse
from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.language.commands import COMMANDS
from facilitator.domain.plan.agenda import Agenda, Panelist, Question, Segment

CONTRIBUTING = Path(__file__).parents[2] / "CONTRIBUTING.md"
AGENDA = Agenda(
    title="Final round",
    panel=(Panelist(id="ceo", name="Ann Lee", lead=True),),
    segments=(
        Segment(
            id="one",
            title="One",
            length_seconds=300,
            questions=(Question(id="why", ask="Why us?", must=True, number=1),),
        ),
    ),
)


@pytest.fixture
def praise() -> Iterator[str]:
    """The command of CONTRIBUTING.md, declared as it stands there; its name."""
    (example,) = re.findall(r"```python\n(.*?)```", CONTRIBUTING.read_text(encoding="utf-8"), re.DOTALL)
    known = set(COMMANDS)
    exec(compile(example, "CONTRIBUTING.md", "exec"), {})
    (added,) = set(COMMANDS) - known
    yield added
    del COMMANDS[added]


def test_a_command_declared_once_has_its_usage_help_and_key(praise: str):
    command = COMMANDS[praise]
    assert command.usage == "/praise Q"
    assert command.help == "Note that the answer to a question was remarkable."
    assert command.key == "f8"


def test_it_works_in_a_script_and_shows_in_the_debrief(praise: str):
    conductor = rehearse(AGENDA, f"00:00 /start\n00:10 /{praise} 1\n05:00 /end")
    (note,) = debrief(conductor.session, conductor.now()).notes
    assert (note.text, note.question) == ("Remarkable.", "why")


def test_its_refusal_reaches_the_person(praise: str):
    with pytest.raises(ScriptError, match="hasn't started"):
        rehearse(AGENDA, f"00:00 /{praise} 1")


def test_no_two_commands_that_are_possible_at_once_share_a_key():
    by_key: dict[str, list[str]] = {}
    for command in COMMANDS.values():
        if command.key:
            by_key.setdefault(command.key, []).append(command.name)
    shared = {key: names for key, names in by_key.items() if len(names) > 1}
    assert set(map(tuple, shared.values())) <= {("pause", "resume")}
