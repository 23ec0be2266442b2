"""Examples name this agenda's questions and people, and whether a command is possible is tried with them."""

import pytest

from facilitator.domain.language import decisions  # noqa: F401  declares the commands
from facilitator.domain.language.commands import COMMANDS, shown_commands
from facilitator.domain.language.decision import Situation
from facilitator.domain.language.guidance.examples import NOTHING, example, why_not
from facilitator.domain.panel.onlooker import LOOKS_ON
from tests.domain.interviews import Room
from tests.domain.language.answers import PLAN
from tests.domain.panel.looking_on import onlookers_session
from tests.ui import sessions

RUNNING = "0:00 a note\n0:10 /start\n0:20 /them Why?"
ENDED = f"{RUNNING}\n0:30 /end"


def here(script: str):
    return Room(PLAN, script).conductor.situation()


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("next", "/next"),
        ("goto", "/goto 2"),
        ("cover", "/cover q1 by bo"),
        ("handoff", "/handoff q3 bo"),
        ("question", "/question …"),
        ("room", "/room 11:30"),
        ("answered", "/answered t1 by bo"),
        ("edit", "/edit 1 …"),
        ("standin", "/standin P for Q"),
    ],
)
def test_an_example_can_be_carried_out_if_one_can(name: str, line: str):
    assert example(COMMANDS[name], here(RUNNING)) == line


@pytest.mark.parametrize(
    ("name", "script", "why"),
    [
        ("next", "", "The interview hasn't started: /start begins it."),
        ("next", RUNNING, ""),
        ("goto", RUNNING, ""),
        ("move", RUNNING, ""),
        ("room", RUNNING, ""),
        ("arrived", RUNNING, ""),
        ("answered", "", "They haven't asked anything yet: /them keeps a question of theirs."),
        ("vote", RUNNING, "That belongs to the debrief: /end the interview first."),
        ("vote", ENDED, ""),
        ("goto", ENDED, "The interview has ended. /reopen undoes that."),
        ("move", ENDED, NOTHING),
    ],
)
def test_why_a_command_is_not_possible_now(name: str, script: str, why: str):
    assert why_not(COMMANDS[name], here(script)) == why


@pytest.mark.parametrize("script", ["", RUNNING, ENDED])
def test_every_command_has_an_example_that_begins_with_its_name(script: str):
    situation = here(script)
    for command in shown_commands():
        assert example(command, situation).split()[0] == f"/{command.name}"


@pytest.mark.parametrize("until", [sessions.WAITING, sessions.NORMAL, sessions.ENDED])
def test_whoever_looks_on_can_only_have_shown_what_there_is_and_leave(until):
    session = onlookers_session(until)
    here = Situation(session, session.opened_at, "", session.opened_at)
    doable = {name for name, command in COMMANDS.items() if not why_not(command, here)}
    assert doable == {"help", "page", "panel", "quit"}
    assert why_not(COMMANDS["vote"], here) == LOOKS_ON
