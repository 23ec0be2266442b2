"""Answers are kept as they are given, stand there again after a crash, and go once they are no longer needed."""

from collections.abc import Callable, Sequence

import click
import pytest
from click.testing import CliRunner, Result

from facilitator.cli.asking import Asking, folded_lines, say_folded


class MemoryDraft:
    def __init__(self, text: str = "") -> None:
        self.text = text

    def load(self) -> str:
        return self.text

    def save(self, text: str, names: Sequence[str] = ()) -> None:
        self.text = text

    def clear(self) -> None:
        self.text = ""


class FullDraft(MemoryDraft):
    def save(self, text: str, names: Sequence[str] = ()) -> None:
        raise OSError("the disk is full")


class UnreadableDraft(MemoryDraft):
    def load(self) -> str:
        raise OSError("the disk gives no answer")


def number(text: str) -> int:
    if not text.isdecimal():
        raise ValueError("that is no number")
    return int(text)


def asked(draft: MemoryDraft, typed: str, then: Callable[[Asking], None] = lambda asking: None) -> Result:
    """What comes of asking for a name and a number, when this is typed."""

    @click.command()
    def command() -> None:
        with Asking(draft) as asking:
            name = asking.ask("name", "Name", str)
            age = asking.ask("age", "Age", number, "7")
            click.echo(f"{name} is {age}")
            then(asking)

    return CliRunner().invoke(command, input=typed)


def test_each_answer_is_kept_and_stands_there_again():
    draft = MemoryDraft()
    assert asked(draft, "Ilse\n").exit_code == 1
    again = asked(draft, "\n9\n")
    assert "Name [Ilse]" in again.output
    assert "Ilse is 9" in again.output
    assert "Ilse" in draft.text


def test_once_they_are_of_no_more_use_they_are_gone():
    draft = MemoryDraft()
    asked(draft, "Ilse\n9\n", Asking.forget)
    assert draft.text == ""


def test_a_wrong_answer_is_asked_for_again_and_an_empty_one_is_the_default():
    run = asked(MemoryDraft(), "Ilse\nold\n\n")
    assert "Error: that is no number" in run.output
    assert "Ilse is 7" in run.output


@pytest.mark.parametrize("text", ["half a note", "[]", '{"name": 3}'])
def test_what_is_no_draft_of_answers_is_none(text: str):
    run = asked(MemoryDraft(text), "Ilse\n9\n")
    assert "Ilse is 9" in run.output


def test_where_they_can_not_be_kept_that_is_said_once():
    run = asked(FullDraft(), "Ilse\n9\n")
    assert run.exit_code == 0
    assert run.output.count("isn't kept before you are done: the disk is full") <= 1
    assert "Ilse is 9" in run.output


def test_a_draft_that_cant_be_read_is_none_and_that_is_said():
    run = asked(UnreadableDraft(), "Ilse\n9\n")
    assert run.exit_code == 0
    assert "isn't kept before you are done: the disk gives no answer" in run.output
    assert "Ilse is 9" in run.output


def lines_asked(draft: MemoryDraft, typed: str) -> str | None:
    """What is answered to a question for several lines, when this is typed."""
    answers: list[str | None] = []

    @click.command()
    def command() -> None:
        with Asking(draft) as asking:
            asking.ask_lines("text", "Text")
            answers.append(asking.answer("text"))

    CliRunner().invoke(command, input=typed)
    return answers[0] if answers else None


def test_several_lines_end_with_an_empty_one():
    assert lines_asked(MemoryDraft(), "one\n two \n\nthree\n") == "one\ntwo"
    assert lines_asked(MemoryDraft(), "\n") == ""


def test_several_lines_stand_there_again_and_more_can_follow():
    draft = MemoryDraft()
    assert lines_asked(draft, "one\ntwo\n") is None
    assert lines_asked(draft, "\n2\nthree\n\n") == "one\n2\nthree"


def test_an_answer_can_be_given_and_taken_back_by_the_program():
    draft = MemoryDraft()
    with Asking(draft) as asking:
        asking.put("name", "Ilse")
        assert asking.answer("name") == "Ilse"
        asking.put("name", None)
        assert asking.answer("name") is None
    assert draft.text == ""


def test_what_stands_in_the_line_at_first_can_be_taken():
    taken: list[str] = []

    @click.command()
    def command() -> None:
        with Asking(MemoryDraft()) as asking:
            taken.append(asking.ask("name", "Name", str, begin="Ilse"))

    CliRunner().invoke(command, input="\n")
    assert taken == ["Ilse"]


def test_what_is_wider_than_the_terminal_breaks_between_words(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COLUMNS", "32")
    assert folded_lines("\nRating 1-5 [4 strong; three of five were closed]", less=4) == [
        "",
        "Rating 1-5 [4 strong; three",
        "of five were closed]",
    ]


def test_what_reads_a_long_line_that_is_no_terminal_gets_it_whole(capsys):
    say_folded("word " * 60)
    assert capsys.readouterr().out == "word " * 60 + "\n"
