"""Before an end and before a second “covered” a screen asks once more, and says why; nothing else is asked about."""

import pytest

from facilitator.domain.facts.kinds.notes import NoteTaken
from facilitator.domain.language.decision import Refusal
from facilitator.domain.language.decisions import decide
from tests.domain.interviews import Room, agenda, ask, part

PLAN = agenda(
    part("Opening", "5m", questions=[ask("aims", must=True)]),
    part("Talk", "10m", questions=[ask("slip", must=True, owner="bo"), ask("cost"), ask("map", each=True)]),
)


def asked(script: str, line: str, by: str = "ann") -> str:
    room = Room(PLAN, script).wait_until("9:00")
    try:
        return decide(line, room.session, room.conductor.now(), by).doubt
    except Refusal:
        return ""


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("0:00 /start", "Must-asks not asked: q1; q2 (Bo Ek).\n2 other questions not asked."),
        (
            "0:00 /start\n1:00 /ask 1\n2:00 /cover 2\n3:00 /drop 3",
            "1 question not asked. Asked, but not covered: q1.",
        ),
        (
            "0:00 /start\n1:00 /cover 1\n1:00 /cover 2\n1:00 /cover 3\n1:00 /cover 4\n2:00 /them Why?\n2:00 /them How?",
            "Asked, but not covered: q4.\n2 of their questions neither answered nor owed.",
        ),
        ("0:00 /start\n1:00 /cover 1\n1:00 /cover 2\n1:00 /cover 3\n1:00 /cover 4", "Asked, but not covered: q4."),
        ("0:00 /start\n1:00 /cover 1\n1:00 /cover 2\n1:00 /cover 3\n1:00 /drop 4", "Everything was asked."),
    ],
)
def test_an_end_is_asked_about_with_what_is_open(script: str, expected: str):
    assert asked(script, "/end") == expected


def test_only_an_end_that_leaves_something_open_is_made_anyway():
    everything = "0:00 /start\n1:00 /cover 1\n1:00 /cover 2\n1:00 /cover 3\n1:00 /drop 4"
    for script, expected in ((everything, "to end it"), (f"{everything}\n2:00 /them Why?", "to end anyway")):
        room = Room(PLAN, script).wait_until("9:00")
        assert decide("/end", room.session, room.conductor.now(), "ann").sure == expected


@pytest.mark.parametrize("script", ["", "0:00 /start\n1:00 /end"])
def test_an_end_that_would_be_refused_is_not_asked_about(script: str):
    assert asked(script, "/end") == ""


def test_a_question_that_a_colleague_covered_is_asked_about():
    script = "0:00 /start\n2:30 /cover 2 by bo"
    assert asked(script, "/cover 2 by ann") == "Bo Ek covered q2 at 2:30."
    assert asked(script, "/cov q2 ann") == "Bo Ek covered q2 at 2:30."
    assert asked(script, "/cover 2") == ""
    assert asked(script, "/cover 3") == ""


def test_what_everyone_is_to_cover_may_be_covered_by_everyone():
    assert asked("0:00 /start\n2:30 /cover 4 by bo", "/cover 4") == ""


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("next", "A note, or /next?"),
        (":next", "A note, or /next?"),
        ("START", "A note, or /start?"),
        (":cover 3 by bo", "A note, or /cover 3 by bo?"),
    ],
)
def test_a_command_without_its_slash_is_asked_about_and_never_done(line: str, question: str):
    assert asked("0:00 /start", line) == question
    room = Room(PLAN, "0:00 /start")
    assert isinstance(decide(line, room.session, room.at("1:00"), "ann").facts[0], NoteTaken)


@pytest.mark.parametrize("line", ["next time", "cover 3", ":nonsense", ": next", "nexts"])
def test_words_that_only_begin_like_one_are_not_asked_about(line: str):
    assert asked("0:00 /start", line) == ""


@pytest.mark.parametrize("line", ["/end now", "/cover", "/cover 99", "/nonsense", "a note", "//end", "", "/next"])
def test_nothing_else_is_asked_about(line: str):
    assert asked("0:00 /start", line) == ""
