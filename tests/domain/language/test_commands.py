"""How a command is named, written and listed; a line that names none is refused with what to write instead."""

import pytest

from facilitator.domain.language import decisions  # noqa: F401  declares the commands
from facilitator.domain.language.commands import COMMANDS, HEADINGS, by_heading, find_command, shown_commands
from facilitator.domain.language.decision import Refusal
from tests.domain.language.answers import answer


@pytest.mark.parametrize(
    ("script", "at", "line", "said"),
    [
        ("", "1:00", "/", "There is no command /."),
        ("", "1:00", "/zzz", "There is no command /zzz."),
        ("", "1:00", "/stat", "There is no command /stat. Did you mean /start?"),
        ("", "1:00", "/co 1", "Bo Ek has covered q1."),
        ("", "1:00", "/COVER 1", "Bo Ek has covered q1."),
        ("", "1:00", "/r", "/r could be /rate, /recommend, /resume, /recover."),
        ("", "1:00", "/p", "/p could be /partly, /pause."),
        ("", "1:00", "/cov 1", "Bo Ek has covered q1."),
        ("", "1:00", "/start now", "“now” is too much: /start"),
    ],
)
def test_a_line_is_understood_or_refused_with_what_to_write_instead(script: str, at: str, line: str, said: str):
    assert answer(script, at, line) == said


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
