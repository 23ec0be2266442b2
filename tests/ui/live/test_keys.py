"""How a key is called, which keys the commands have, and how a key becomes a line."""

import pytest

from facilitator.domain.language.commands import COMMANDS
from facilitator.ui.live.keys import SCREEN_BINDINGS, command_bindings, displaced, line_from, possible, useful
from facilitator.ui.live.selection import Selection
from tests.ui.sessions import opened, small_agenda


@pytest.fixture
def conductor():
    conductor, _ = opened(small_agenda())
    conductor.submit("/start")
    return conductor


def test_every_key_says_what_it_does():
    assert all(binding.id and binding.tooltip for binding in [*SCREEN_BINDINGS, *command_bindings()])


def test_what_a_chosen_key_did_before_is_told():
    assert displaced({"command.next": "f9", "live.stamp": "f7"}) == [
        "F9 is “next” in your settings, no longer “Their question”."
    ]


def test_commands_that_share_a_key_share_a_binding():
    [shared] = [binding for binding in command_bindings() if " / " in binding.description]
    assert (shared.key, shared.description) == ("p", "pause / resume")


def test_of_those_that_share_a_key_the_one_that_is_possible_is_meant(conductor):
    assert possible("pause resume", conductor.session, conductor.now()).name == "pause"
    conductor.submit("/pause")
    assert possible("pause resume", conductor.session, conductor.now()).name == "resume"


@pytest.mark.parametrize(
    ("command", "selection", "line", "is_whole"),
    [
        ("next", Selection(1, "ann"), "/next", True),
        ("cover", Selection(2, "bo"), "/cover q2", True),
        ("cover", Selection(2, "ann"), "/cover q2 by ann", True),
        ("cover", Selection(0, "ann"), "/cover ", False),
        ("handoff", Selection(1, "ann"), "/handoff q1 ", False),
        ("handoff", Selection(1, "bo"), "/handoff q1 bo", True),
        ("rate", Selection(1, "ann"), "/rate ", False),
    ],
)
def test_a_line_is_made_as_far_as_the_selection_gives_it(conductor, command, selection, line, is_whole):
    assert line_from(selection, COMMANDS[command], conductor.session, "ann") == (line, is_whole)


def test_only_what_does_something_now_is_useful():
    conductor, _ = opened(small_agenda())
    names = [one.name for one in useful(conductor.session, conductor.now(), Selection(1, "ann"))]
    assert "start" in names
    assert not {"next", "cover", "resume"} & set(names) - {"cover"}
    conductor.submit("/start")
    with_a_question = {one.name for one in useful(conductor.session, conductor.now(), Selection(1, "ann"))}
    without = {one.name for one in useful(conductor.session, conductor.now(), Selection(0, "ann"))}
    assert {"ask", "cover", "drop"} <= with_a_question - without
    assert "next" in without
