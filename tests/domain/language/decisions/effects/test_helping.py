"""/help shows everything, or says how a command is used, with an example from this agenda."""

import pytest

from facilitator.domain.language.decision import Effect
from facilitator.domain.language.decisions import decide
from tests.domain.interviews import Room
from tests.domain.language.answers import PLAN, answer


def test_alone_it_shows_everything_and_records_nothing():
    room = Room(PLAN, "")
    decision = decide("/help", room.session, room.at("1:00"), "ann")
    assert (decision.effect, decision.facts, decision.said) == (Effect.HELP, (), "")


@pytest.mark.parametrize("line", ["/help /partly", "/help partly", "/help PART"])
def test_of_a_command_it_says_how_it_is_used(line: str):
    said = "/partly Q [by P]: Mark a question as covered in part. Such as /partly q1 by bo"
    assert answer("0:00 /start", "1:00", line) == said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("/help hand", "/handoff Q P: Hand a question over to a colleague. Such as /handoff q3 bo"),
        ("/help re", "/resume, /recover, /reopen, /recommend, /remove, /redo: /help resume tells more."),
        ("/help stop", "/pause, /floor, /room: /help pause tells more."),
        ("/help xyzzy", "No command has “xyzzy”: /help lists them all."),
    ],
)
def test_a_word_finds_the_commands_that_have_it(line: str, said: str):
    assert answer("0:00 /start", "1:00", line) == said
