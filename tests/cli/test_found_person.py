"""Where a person was found is said before anything is done, and nothing doubtful is done unasked."""

import click
import pytest
from click.testing import CliRunner

from facilitator.cli.errors import WrongInput
from facilitator.cli.found_person import match_text, say_found, say_left, sessions_chosen
from facilitator.workspace.people.about import Findings, Match, Passage

FOUND = Findings(
    "Robin Reyes",
    same=(Match("one", "Robin Reyes"),),
    near=(Match("two", "Robyn Reyes"),),
    mentioning=(Match("three", "", tuple(Passage("a note", f"Reyes {number}") for number in range(5))),),
)


def test_everything_that_was_found_is_said_by_how_near_it_is(capsys):
    say_found(FOUND)
    said = capsys.readouterr().out
    assert said.index("With Robin Reyes:") < said.index("one  Robin Reyes") < said.index("two  Robyn Reyes")
    assert said.index("mentioning Robin Reyes:") < said.index("three  (no name)")


def test_a_session_that_was_not_found_cannot_be_named():
    with pytest.raises(WrongInput, match="four isn't one of the other sessions"):
        sessions_chosen(FOUND, ["four"])


def test_of_many_passages_the_first_are_shown_and_the_rest_counted():
    text = match_text(FOUND.mentioning[0])
    assert "a note: “Reyes 2”" in text
    assert "Reyes 3" not in text
    assert "and 2 more" in text


def test_nobody_is_asked_without_a_question():
    assert sessions_chosen(FOUND, ["three"]) == ["one", "three"]


def test_each_that_was_not_named_is_asked_about():
    @click.command()
    def ask() -> None:
        click.echo(sessions_chosen(FOUND, ["three"], "as well?"))

    assert CliRunner().invoke(ask, input="y\n").output.endswith("['one', 'two', 'three']\n")


def test_what_was_left_is_said_with_the_way_to_it(capsys):
    say_left(FOUND, ["one", "two"], "Not erased")
    say_left(FOUND, ["one", "two", "three"], "Not erased")
    assert capsys.readouterr().err == "Not erased: three. To include one: --also SESSION\n"
