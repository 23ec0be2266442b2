"""What to do next, as it is typed: each step has its words, which name commands and options that are there."""

import re

import click
import pytest

from facilitator.cli import cli
from facilitator.cli.next_steps import STEPS, error_text, step_text, with_step
from facilitator.files.durable import StorageError
from facilitator.workspace.errors import NextStep, NotInItsPlace, Step, WrongRequest


def test_every_step_has_its_words():
    assert set(STEPS) == set(Step)


@pytest.mark.parametrize("words", [words for step, words in STEPS.items() if step is not Step.REPLACE])
def test_the_words_name_a_command_and_options_that_are_there(words: str):
    (name,) = re.findall(r"facilitator ([a-z-]+)", words)
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    options = {option for parameter in command.params for option in parameter.opts}
    named = set(re.findall(r"--[a-z-]+", words))
    assert named <= options
    assert all(named & set(parameter.opts) for parameter in command.params if is_needed_option(parameter))


@pytest.mark.parametrize("name", ["debrief", "rehearse", "brief"])
def test_what_writes_a_file_that_is_there_can_be_told_to_replace_it(name: str):
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    assert re.findall(r"--[a-z-]+", STEPS[Step.REPLACE])[0] in {one for each in command.params for one in each.opts}


def is_needed_option(parameter: click.Parameter) -> bool:
    return isinstance(parameter, click.Option) and parameter.required


def test_whose_step_it_is_is_named_where_it_is_known():
    assert step_text(NextStep(Step.RATE, "today", "cfo")) == "facilitator scorecard today --as cfo"
    assert step_text(NextStep(Step.RATE, "today")) == "facilitator scorecard today --as PANELIST"


@pytest.mark.parametrize(
    "step", [Step.GO_ON, Step.TAKE_BACK, Step.READ, Step.RATE, Step.OPEN_CARDS, Step.MEET, Step.TELL_CARD]
)
def test_what_concerns_a_session_names_it(step: Step):
    assert "2026-12-01-vp-sales" in step_text(NextStep(step, "2026-12-01-vp-sales"))


def test_it_stands_behind_the_sentence():
    assert with_step("Old.", NextStep(Step.PURGE)) == "Old. facilitator purge"
    assert with_step("Old.", None) == "Old."


def test_a_wrong_request_is_told_with_its_option_and_what_to_type():
    assert error_text(WrongRequest("“soon” is not a time.", about="starts")) == "--starts: “soon” is not a time."
    assert error_text(WrongRequest("There is none.", NextStep(Step.BEGIN))) == (
        "There is none. “facilitator run AGENDA” starts one."
    )


def test_what_is_elsewhere_is_told_with_the_way_back_and_what_is_lost_without():
    assert error_text(NotInItsPlace("Kept in /there instead.", "s", lost=0)).splitlines() == [
        "Kept in /there instead.",
        "Once that can be written again: facilitator resume s moves it back.",
    ]
    assert error_text(NotInItsPlace("Not kept.", "s", lost=1)).splitlines() == [
        "Not kept.",
        "Lost: 1 fact that reached no disk.",
    ]


def test_any_other_error_speaks_for_itself():
    assert error_text(StorageError("The disk is full.")) == "The disk is full."
