"""The live screen needs a terminal, and a session that is there."""

import pytest

from tests.cli.shell import program


def test_without_a_terminal_run_says_so_and_names_rehearse():
    answer = program("run", "vp-sales-final")
    assert answer.returncode == 2
    assert "needs a terminal" in answer.stderr
    assert "--plain" in answer.stderr
    assert "facilitator rehearse" in answer.stderr


@pytest.mark.parametrize("command", ["debrief", "resume"])
def test_an_unknown_session_is_exit_2(command: str):
    answer = program(command, "nothing/../../here")
    assert answer.returncode == 2
    assert "There is no session" in answer.stderr


def test_nothing_to_resume_is_said():
    answer = program("resume")
    assert answer.returncode == 2
    assert "no unfinished session" in answer.stderr
