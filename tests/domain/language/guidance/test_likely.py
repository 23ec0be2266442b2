"""What is likely now comes first, and what isn't possible last."""

import pytest

from facilitator.domain.language import decisions  # noqa: F401  declares the commands
from facilitator.domain.language.commands import COMMANDS
from facilitator.domain.language.guidance.likely import Stage, likely_commands, stage
from tests.domain.interviews import Room
from tests.domain.language.answers import PLAN

START = "0:00 /start"


@pytest.mark.parametrize(
    ("script", "at", "expected", "first"),
    [
        ("", "1:00", Stage.AHEAD, "start"),
        (START, "1:00", Stage.RUNNING, "next"),
        (START, "5:01", Stage.OVER_TIME, "next"),
        (f"{START}\n0:30 /pause", "1:00", Stage.PAUSED, "resume"),
        (f"{START}\n0:30 /goto 4", "1:00", Stage.THEIR_TIME, "them"),
        (f"{START}\n0:10 /next\n0:20 /next\n0:30 /next\n0:40 /next", "1:00", Stage.LAST, "end"),
        (f"{START}\n0:30 /end", "1:00", Stage.ENDED, "vote"),
    ],
)
def test_how_far_it_is_says_what_comes_first(script: str, at: str, expected: Stage, first: str):
    room = Room(PLAN, script)
    now = room.at(at)
    assert stage(room.session, now) is expected
    assert next(iter(likely_commands(room.conductor.situation())))[0].name == first if at == "1:00" else True


def test_every_command_comes_once_and_the_impossible_last_with_its_reason():
    offered = list(likely_commands(Room(PLAN, START).conductor.situation()))
    assert sorted(command.name for command, _ in offered) == sorted(COMMANDS)
    reasons = [bool(reason) for _, reason in offered]
    assert reasons == sorted(reasons)
    assert "reopen" in [command.name for command, reason in offered if reason]


def test_only_commands_that_there_are_can_be_likely():
    assert {name for each in Stage for name in each.value.split()} <= set(COMMANDS)
