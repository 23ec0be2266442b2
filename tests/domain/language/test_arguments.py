"""How each argument is read from a line, what it refuses, and what is offered for it."""

import re

import pytest

from facilitator.domain.language import arguments
from facilitator.domain.language.commands import COMMANDS
from facilitator.domain.language.decision import Refusal
from facilitator.domain.language.decisions import decide
from tests.domain.interviews import Room, agenda, ask, part
from tests.domain.language.answers import PLAN, answer


def offered(argument: arguments.Argument, script: str = "") -> list[tuple[str, str]]:
    """Text and meaning of what could be typed for an argument."""
    return [(choice.text, choice.meaning) for choice in argument.choices(Room(PLAN, script).conductor.situation())]


def test_what_could_stand_for_each_argument():
    assert offered(arguments.QUESTION) == [
        ("q1", "What about aims?"),
        ("q2", "What about slip?"),
        ("q3", "What about map?"),
    ]
    assert offered(arguments.BY) == [("by ann", "Ann Lee"), ("by bo", "Bo Ek"), ("by cy", "Cy Roy")]
    assert offered(arguments.PANELIST) == [("ann", "Ann Lee"), ("bo", "Bo Ek"), ("cy", "Cy Roy")]
    assert offered(arguments.SEGMENT) == [
        ("1", "Opening"),
        ("2", "Talk"),
        ("3", "Break"),
        ("4", "Theirs"),
        ("5", "Closing"),
    ]
    assert offered(arguments.COMPETENCY) == [("craft", "Craft"), ("people", "People")]
    assert offered(arguments.TEXT) == []


@pytest.mark.parametrize(
    ("script", "at", "line", "said"),
    [
        ("", "1:00", "/cover aims bo", "Bo Ek has covered q1."),
        ("", "1:00", "/partly 3 by @cy", "Cy Roy has partly covered q3."),
        ("", "1:00", "/cover", "Which question? None is at hand: give its number (/cover 3), or /ask 3 first."),
        ("", "1:00", "/cover 0", "There is no question 0: questions are 1–3."),
        ("", "1:00", "/cover 4", "There is no question 4: questions are 1–3."),
        ("", "1:00", "/cover q3 by", "Which panelist? Choose from ann, bo, cy."),
        ("", "1:00", "/cover zzz", "There is no question “zzz”. Write its number, q1–q3, or how it begins."),
        ("", "1:00", "/cover bo", "Questions are 1–3: /cover 3 by bo"),
        ("", "1:00", "/cover 1 by zed", "There is no panelist “zed”. Choose from ann, bo, cy."),
        ("", "1:00", "/ask m", "Ann Lee is asking q3."),
        ("", "1:00", "/ask mop", "There is no question “mop”. Did you mean map?"),
        ("", "1:00", "/ask ²", "Ann Lee is asking q2."),
        ("", "1:00", "/ask ｑ２", "Ann Lee is asking q2."),
        ("", "1:00", "/handoff", "Which question? Give its number: 3 or q3."),
        ("", "1:00", "/add -5m", "“-5m” is negative: /trim takes time away, /add gives more."),
        ("", "1:00", "/add 0", "“0” isn't a duration: write 2m, 90s or 1:30."),
        ("", "1:00", "/late", "How long? Write 2m or 90s."),
        ("", "1:00", "/late soon", "“soon” isn't a duration: write 2m, 90s or 1:30."),
        ("", "1:00", "/goto 9", "There is no segment 9: segments are 1–5."),
        ("", "1:00", "/goto 0", "There is no segment 0: segments are 1–5."),
        ("", "1:00", "/goto", "Which segment? Give its number: 3."),
        ("", "1:00", "/goto b", "Now: Break."),
        ("", "1:00", "/goto zzz", "There is no segment “zzz”. Write its number, 1–5, or how it begins."),
        ("", "1:00", "/handoff 1", "Which panelist? Choose from ann, bo, cy."),
        ("", "1:00", "/handoff 1 zed", "There is no panelist “zed”. Choose from ann, bo, cy."),
        ("", "1:00", "/rate", "Which competency? Choose from craft, people."),
        ("", "1:00", "/rate zzz 3", "There is no competency “zzz”. Choose from craft, people."),
        ("", "1:00", "/with", "The text is missing: write it after the command."),
        ("1:00 /them Why us?", "2:00", "/answered 2", "Which of their questions? Choose from t1."),
        ("1:00 /them Why us?", "2:00", "/answered 0", "Which of their questions? Choose from t1."),
        ("1:00 /them Why us?", "2:00", "/answered", "Which of their questions? Choose from t1."),
        (
            "1:00 /them Why us?",
            "2:00",
            "/owed 1 bo until friday",
            "Bo Ek owes an answer to their question t1 by Friday, 4 December.",
        ),
        (
            "1:00 /them Why us?",
            "2:00",
            "/owed 1 by bo by 3d",
            "Bo Ek owes an answer to their question t1 by Friday, 4 December.",
        ),
        (
            "1:00 /them Why us?",
            "2:00",
            "/owed 1 bo until 2026-02-30",
            "“2026-02-30” isn't a date: write one like 2026-12-04, a weekday, or 3d.",
        ),
        (
            "1:00 /them Why us?",
            "2:00",
            "/owed 1 bo when I can",
            "Bo Ek owes an answer to their question t1 until when I can (not a date, so no reminder).",
        ),
        ("1:00 /them Why us?", "2:00", "/owed 1", "Which panelist? Choose from ann, bo, cy."),
        ("", "1:00", "/them", "The text is missing: write it after the command."),
        ("", "1:00", "/answered 1", "They haven't asked anything yet: /them keeps a question of theirs."),
    ],
)
def test_an_argument_is_understood_or_refused_with_what_to_write_instead(script: str, at: str, line: str, said: str):
    assert answer(script, at, line) == said


@pytest.mark.parametrize(
    ("script", "line", "said"),
    [
        ("", "/cover 000001", "Bo Ek has covered q1."),
        ("", "/cover 0000001", "There is no question 0000001: questions are 1–3."),
        ("", "/goto 000003", "Now: Break."),
        ("", "/goto 0000003", "There is no segment 0000003: segments are 1–5."),
        ("0:00 /them Why?", "/answered 000001", "Ann Lee answered their question t1."),
        ("0:00 /them Why?", "/answered 0000001", "Which of their questions? Choose from t1."),
    ],
)
def test_of_a_very_long_number_six_digits_count(script: str, line: str, said: str):
    assert answer(script, "1:00", line) == said


def test_of_many_names_eight_are_listed():
    plan = agenda(part("Talk", "10m", questions=[ask(f"one-{letter}") for letter in "abcdefghi"]))
    room = Room(plan)
    several = ", ".join(f"q{number} What about one-{letter}?" for number, letter in enumerate("abcdefgh", 1))
    for word, reason in (
        ("zzz", "There is no question “zzz”. Write its number, q1–q9, or how it begins."),
        ("one", f"“one” could be {several}, …"),
    ):
        with pytest.raises(Refusal, match=f"^{re.escape(reason)}$"):
            decide(f"/cover {word}", room.session, room.at("1:00"), "ann")


@pytest.mark.parametrize("name", list(COMMANDS))
def test_what_stands_in_brackets_can_be_left_out(name: str):
    for argument in COMMANDS[name].arguments:
        assert argument.optional is argument.shown.startswith("[")


ASKED = "0:02 /them Why?\n0:03 /them When?"


def test_their_questions_are_offered_from_the_first():
    assert offered(arguments.ITEM, "0:02 /them Why?\n0:03 /them When?") == [("t1", "Why?"), ("t2", "When?")]
    assert offered(arguments.ITEM) == []


@pytest.mark.parametrize("word", ["2", "t2", "T2", "02"])
def test_it_is_called_by_its_number(word: str):
    assert arguments.find_item(word, Room(PLAN, ASKED).conductor.situation()).text == "When?"


@pytest.mark.parametrize("word", ["", "3", "t", "b2", "n2", "-1"])
def test_what_none_has_is_refused_with_what_there_is(word: str):
    with pytest.raises(Refusal, match="Choose from t1, t2"):
        arguments.find_item(word, Room(PLAN, ASKED).conductor.situation())


def test_one_that_was_struck_says_so():
    with pytest.raises(Refusal, match="Their question t1 was struck"):
        arguments.find_item("t1", Room(PLAN, f"{ASKED}\n0:04 /strike t1").conductor.situation())
