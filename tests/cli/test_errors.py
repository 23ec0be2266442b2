"""How a command ends when it can't do what was asked: a line for a person, and an exit code."""

import click
import pytest
from click.testing import CliRunner

from facilitator.agenda_files import Complaint
from facilitator.cli.errors import Failed, WrongInput, refuse, say, show

COMPLAINTS = [Complaint("a.yaml", 1, 2, "no"), Complaint("a.yaml", 3, 4, "neither", severity="warning")]


@pytest.mark.parametrize(("error", "code"), [(Failed("The disk is full."), 1), (WrongInput("No such thing."), 2)])
def test_what_failed_is_1_and_what_was_wrong_is_2(error, code):
    @click.command()
    def command() -> None:
        raise error

    run = CliRunner().invoke(command)
    assert (run.exit_code, run.output) == (code, f"Error: {error.message}\n")


def test_a_name_that_is_told_does_nothing_to_the_terminal(capsys):
    say("Written to a\x1b]0;x\x07b.md.", err=True)
    assert capsys.readouterr().err == "Written to a]0;xb.md.\n"


@pytest.mark.parametrize("err", [True, False])
def test_complaints_go_to_one_stream_a_line_each(capsys, err):
    show(COMPLAINTS, err=err)
    written = capsys.readouterr()
    said = written.err if err else written.out
    assert said == "a.yaml:1:2: error: no\na.yaml:3:4: warning: neither\n"


def test_refusing_tells_every_complaint_and_ends_with_2(capsys):
    with pytest.raises(click.exceptions.Exit) as ended:
        refuse(COMPLAINTS)
    assert ended.value.exit_code == 2
    assert len(capsys.readouterr().err.splitlines()) == 2
