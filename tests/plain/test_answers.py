"""What the line mode answers by itself is found by its name, offered like a command, and never hides one."""

import pytest

from facilitator.domain.language.commands import COMMANDS
from facilitator.plain.answers import find_own, line_history, offers
from facilitator.plain.desk import OWN_LINES
from tests.plain.talking import begun


@pytest.mark.parametrize("line", ["/order", " /ORDER ", "/notes all of it"])
def test_it_is_found_by_its_name_in_any_case(line: str):
    assert find_own(line) is not None


@pytest.mark.parametrize("line", ["order", "//order", "/orders", "/", "", "/next"])
def test_nothing_else_is(line: str):
    assert find_own(line) is None


@pytest.mark.parametrize("name", OWN_LINES)
def test_the_help_knows_it_as_well(name: str):
    [said] = begun().say(f"/help /{name}")
    assert said == f"{OWN_LINES[name].usage}: {OWN_LINES[name].help}"


def test_it_is_offered_beside_the_commands():
    assert [one.text for one in offers(begun().conductor, "/co")] == ["/cover", "/copy"]


def test_the_latest_notes_can_be_recalled_as_they_were_typed():
    talk = begun()
    for number in range(60):
        talk.say(f"+ number {number}")
    recalled = line_history(talk.conductor.session)
    assert len(recalled) == 50
    assert recalled[-1] == "+ number 59"


def test_no_name_goes_on_where_that_of_a_command_ends_because_tab_would_stop_there():
    longer = {name for name in OWN_LINES if any(name.startswith(command) for command in COMMANDS)}
    assert longer <= {"questions"}  # that one is guessed before it is looked up
