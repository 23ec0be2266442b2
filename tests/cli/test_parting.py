"""Whoever leaves a session is told how it goes on."""

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import click
import pytest

from facilitator.cli.parting import end_with, say_how_it_stands, say_how_it_was_left
from tests.ui.sessions import ENDED, NORMAL, opened, played, small_agenda

if TYPE_CHECKING:
    from facilitator.workspace.running_session import RunningSession


def test_a_session_that_is_not_started_or_not_ended_can_be_resumed(capsys: pytest.CaptureFixture[str]):
    waiting, _ = opened(small_agenda())
    say_how_it_stands(waiting.session)
    assert capsys.readouterr().out == "Not started yet. facilitator resume sample\n"
    running, _ = played(NORMAL)
    say_how_it_stands(running.session)
    assert capsys.readouterr().out == "Unfinished; the clock keeps running. facilitator resume sample\n"


def test_of_one_that_has_ended_the_debrief_can_be_had(capsys: pytest.CaptureFixture[str]):
    conductor, _ = played(ENDED)
    say_how_it_stands(conductor.session)
    assert "facilitator debrief sample" in capsys.readouterr().out


@pytest.mark.parametrize(("before", "said"), [("", "did not take place"), ("/start", "was cut off")])
def test_of_one_that_was_cancelled_it_says_so(capsys: pytest.CaptureFixture[str], before: str, said: str):
    conductor, _ = opened(small_agenda())
    for line in filter(None, [before, "/cancel there is a fire"]):
        conductor.submit(line)
    say_how_it_stands(conductor.session)
    assert capsys.readouterr().out == f"The interview {said}. facilitator debrief sample\n"


def test_of_one_that_its_lead_has_erased_meanwhile_nothing_is_said(capsys: pytest.CaptureFixture[str]):
    conductor, _ = played(ENDED)
    shared = SimpleNamespace(erasure=SimpleNamespace(word=b"erased"))
    say_how_it_was_left(cast("RunningSession", SimpleNamespace(shared=shared, conductor=conductor)))
    assert capsys.readouterr().out == ""


def test_only_an_exit_code_ends_the_command():
    end_with(0)
    with pytest.raises(click.exceptions.Exit) as ended:
        end_with(143)
    assert ended.value.exit_code == 143
