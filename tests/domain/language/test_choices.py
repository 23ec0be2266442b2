"""What is offered while a command is typed, and how the commands are listed."""

import pytest

from facilitator.domain.language import decisions  # noqa: F401  declares the commands
from facilitator.domain.language.commands import COMMANDS, HEADINGS, by_heading, find_command, shown_commands
from facilitator.domain.language.decision import Refusal, Situation
from facilitator.domain.language.decisions import is_possible
from tests.domain.interviews import Room
from tests.domain.language.answers import PLAN


def offered(name: str, place: int = 0, script: str = "") -> list[tuple[str, str]]:
    """Text and meaning of what could stand for an argument of a command."""
    room = Room(PLAN, script)
    here = Situation(room.session, room.at("5:00"), "ann", room.at("5:00"))
    return [(choice.text, choice.meaning) for choice in COMMANDS[name].arguments[place].choices(here)]


def test_what_could_stand_for_each_argument():
    assert offered("cover") == [
        ("q1", "What about aims?"),
        ("q2", "What about slip?"),
        ("q3", "What about map?"),
    ]
    assert offered("cover", 1) == [("by ann", "Ann Lee"), ("by bo", "Bo Ek"), ("by cy", "Cy Roy")]
    assert offered("handoff", 1) == [("ann", "Ann Lee"), ("bo", "Bo Ek"), ("cy", "Cy Roy")]
    assert offered("goto") == [("1", "Opening"), ("2", "Talk"), ("3", "Break"), ("4", "Theirs"), ("5", "Closing")]
    assert offered("rate") == [("craft", "Craft"), ("people", "People")]
    assert offered("rate", 1) == [("1", ""), ("2", ""), ("3", ""), ("4", ""), ("5", "")]
    assert offered("recommend") == [
        ("strong_no", "strong no"),
        ("no", "no"),
        ("no_decision", "no decision"),
        ("yes", "yes"),
        ("strong_yes", "strong yes"),
    ]
    assert offered("decide") == [("yes", ""), ("no", ""), ("undecided", "")]
    assert offered("floor")[-2:] == [("them", "the candidate"), ("off", "nobody is tallied")]


def test_notes_are_offered_from_the_last_and_their_questions_from_the_first():
    script = "0:00 one\n0:01 two\n0:02 /them Why?\n0:03 /them When?"
    assert offered("strike", script=script) == [("2", "two"), ("1", "one")]
    assert offered("answered", script=script) == [("1", "Why?"), ("2", "When?")]
    assert offered("strike") == offered("answered") == []


def test_where_a_note_could_belong():
    assert [text for text, _ in offered("file", 1)] == ["q1", "q2", "q3", "#craft", "#people", "1", "2", "3", "4", "5"]


@pytest.mark.parametrize(
    ("name", "usage", "needs_words"),
    [
        ("start", "/start", False),
        ("add", "/add [2m]", False),
        ("late", "/late 2m", True),
        ("skip", "/skip [N]", False),
        ("goto", "/goto N", True),
        ("cover", "/cover Q [by P]", True),
        ("drop", "/drop Q [by P] [why]", True),
        ("handoff", "/handoff Q P", True),
        ("rate", "/rate COMPETENCY 1-5 [by P] [evidence]", True),
        ("recommend", "/recommend strong_no|no|no_decision|yes|strong_yes [by P]", True),
        ("owed", "/owed N by P [until WHEN]", True),
        ("file", "/file NOTE q3|3|#COMPETENCY", True),
        ("floor", "/floor P|them|off", True),
        ("with", "/with NAME", True),
    ],
)
def test_how_a_command_is_written(name: str, usage: str, needs_words: bool):
    assert (COMMANDS[name].usage, COMMANDS[name].needs_words) == (usage, needs_words)


@pytest.mark.parametrize(
    ("script", "possible", "impossible"),
    [
        ("", "start cover goto with", "next back pause resume end add answered strike undo"),
        ("0:00 /start", "next pause end add trim skip undo late floor", "start back resume answered strike"),
        ("0:00 /start\n1:00 /pause", "resume next end", "pause start"),
        ("0:00 a note\n0:01 /them Why?", "strike edit answered owed", "next"),
        ("0:00 /start\n1:00 /end", "undo cover", "start next pause end add skip"),
    ],
)
def test_what_can_be_done_now(script: str, possible: str, impossible: str):
    room = Room(PLAN, script)
    now = room.at("2:00")
    assert {name for name in possible.split() if not is_possible(COMMANDS[name], room.session, now)} == set()
    assert {name for name in impossible.split() if is_possible(COMMANDS[name], room.session, now)} == set()


def test_commands_are_listed_under_their_headings_in_one_order():
    headings = list(by_heading())
    assert headings == [heading for heading in HEADINGS if heading in headings]
    assert set(shown_commands()) == set(COMMANDS.values())
    assert [command.name for command in by_heading()["The clock"]][:4] == ["start", "next", "back", "goto"]
    for heading, commands in by_heading().items():
        assert {command.heading for command in commands} == {heading}


@pytest.mark.parametrize(("word", "name"), [("cover", "cover"), ("COV", "cover"), ("n", "next"), ("und", "undo")])
def test_a_beginning_is_enough(word: str, name: str):
    assert find_command(word).name == name


def test_nothing_is_no_command():
    with pytest.raises(Refusal, match="There is no command /"):
        find_command("")


@pytest.mark.parametrize("name", list(COMMANDS))
def test_what_stands_in_brackets_can_be_left_out(name: str):
    for argument in COMMANDS[name].arguments:
        assert argument.optional is argument.shown.startswith("[")
