"""How a command is named, written and listed; a line that names none is refused with what to write instead."""

import ast
import re
from pathlib import Path

import pytest

import facilitator
from facilitator.domain.language import decisions  # noqa: F401  declares the commands
from facilitator.domain.language.commands import COMMANDS, HEADINGS, by_heading, command, shown_commands
from facilitator.domain.language.decision import Decision, Refusal
from facilitator.domain.language.decisions import find_command
from facilitator.showing.completion import completions
from tests.domain.interviews import Room
from tests.domain.language.answers import PLAN, answer

ENDED = "0:00 /start\n0:20 /end"


@pytest.mark.parametrize(
    ("script", "at", "line", "said"),
    [
        ("", "1:00", "/", "Write a command after the slash: /next, /cover 1. /help lists them all."),
        ("", "1:00", "/zzz", "There is no command /zzz. /help lists them all."),
        ("", "1:00", "/stat", "There is no command /stat. Did you mean /start?"),
        ("", "1:00", "/co 1", "Bo Ek has covered q1."),
        ("", "1:00", "/COVER 1", "Bo Ek has covered q1."),
        ("0:00 /start\n0:10 /pause", "1:00", "/r", "The clock is running again."),
        ("0:00 /start", "1:00", "/p", "Paused."),
        (
            "0:00 a note\n0:10 /start",
            "1:00",
            "/st",
            "Which note? Give its number: 7 or n7.",
        ),
        ("0:00 a note", "1:00", "/st", "Now: Opening. Say: “Let us begin.”"),
        ("", "1:00", "/cov 1", "Bo Ek has covered q1."),
        ("", "1:00", "/start now", "“now” isn't a duration: write 2m, 90s or 1:30."),
    ],
)
def test_a_line_is_understood_or_refused_with_what_to_write_instead(script: str, at: str, line: str, said: str):
    assert answer(script, at, line) == said


@pytest.mark.parametrize(
    ("name", "usage", "needs_words"),
    [
        ("start", "/start [4m ago]", False),
        ("add", "/add [2m] [to N]", False),
        ("late", "/late 2m [for N]", True),
        ("skip", "/skip [N]", False),
        ("goto", "/goto N", True),
        ("cover", "/cover Q [by P]", True),
        ("drop", "/drop Q [by P] [why]", True),
        ("handoff", "/handoff Q P", True),
        ("rate", "/rate COMPETENCY 4|strong [by P] [evidence]", True),
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
    room = Room(PLAN)
    assert find_command(word, room.session, room.at("1:00")).name == name


def test_nothing_is_no_command():
    room = Room(PLAN)
    with pytest.raises(Refusal, match="Write a command after the slash"):
        find_command("", room.session, room.at("1:00"))


LEARNT = {
    **{"a": "ask", "h": "handoff", "ha": "handoff", "p": "pause", "s": "start", "sta": "start"},
    **{"n": "next", "c": "cover", "l": "late", "b": "back", "g": "goto", "u": "undo", "v": "vote", "w": "with"},
    **{"ad": "add", "an": "answered", "ba": "back", "co": "cover", "dr": "drop", "di": "dissent", "ea": "early"},
    **{"ed": "edit", "en": "end", "fi": "file", "fl": "floor", "la": "late", "ne": "next", "o": "owed"},
    **{"par": "partly", "pau": "pause", "ra": "rate", "recom": "recommend", "res": "resume"},
    **{"sk": "skip", "star": "start", "str": "strike", "th": "them", "tr": "trim", "un": "undo"},
}
"""What people have learnt to type. Such a line never changes, whatever command is added."""


@pytest.mark.parametrize("script", ["", "0:00 /start", "0:00 /start\n0:10 /pause\n0:20 a note\n0:30 /them Why?", ENDED])
@pytest.mark.parametrize("word", sorted(LEARNT))
def test_a_short_form_that_was_learnt_keeps_its_meaning(word: str, script: str):
    room = Room(PLAN, script)
    assert find_command(word, room.session, room.conductor.now()).name == LEARNT[word]


@pytest.mark.parametrize("script", ["", "0:00 /start", "0:00 /start\n0:10 /pause\n0:20 a note", ENDED])
def test_enter_takes_what_tab_would_complete(script: str):
    room = Room(PLAN, script)
    here = room.conductor.situation()
    for name in COMMANDS:
        for end in range(1, len(name)):
            begun = name[:end]
            if begun in COMMANDS:
                continue
            first = completions("/" + begun, here.session, here.now, "ann")[0]
            assert first.text == "/" + find_command(begun, here.session, here.now).name


def test_a_short_form_stands_for_one_command():
    with pytest.raises(ValueError, match="/n is short for another command"):
        command("nothing", heading="The clock", short=("n",))(lambda here: Decision(()))


def test_nothing_that_is_said_names_a_key_since_lines_have_none():
    a_key = re.compile(r"\b(F\d{1,2}|Esc|Ctrl\+.)\b")
    for room in ("domain", "conducting", "showing", "plain"):
        for path in (Path(facilitator.__file__).parent / room).rglob("*.py"):
            tree = ast.parse(path.read_text("utf-8"))
            owners = (ast.Module, ast.ClassDef, ast.FunctionDef)
            documented = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, owners)}
            texts = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
            said = [text for text in texts if isinstance(text, str) and text not in documented and a_key.search(text)]
            assert said == [], path
