"""What is taken back, or would be, is named; it can be brought back."""

import pytest

from facilitator.domain.facts.kinds.running import InterviewEnded
from facilitator.domain.language.decisions import decide, foreseen
from tests.domain.interviews import Room
from tests.domain.language.answers import PLAN, answer


@pytest.mark.parametrize(
    ("script", "at", "line", "said"),
    [
        ("", "1:00", "/undo", "There is nothing to undo."),
        ("0:00 /start\n", "1:00", "/undo", "Undone: start of “Opening”."),
        ("0:00 /start\n0:10 /skip 3", "1:00", "/undo", "Undone: “Break” skipped."),
        ("0:00 /start\n0:10 /add 90s", "1:00", "/undo", "Undone: 1:30 more for “Opening”."),
        ("0:00 /start\n0:10 /trim", "1:00", "/undo", "Undone: 1:00 less for “Opening”."),
        ("0:00 /start\n0:10 /floor bo", "1:00", "/undo", "Undone: the floor for Bo Ek."),
        ("0:00 /start\n0:10 /floor them", "1:00", "/undo", "Undone: the floor for the candidate."),
        ("0:00 /start\n0:10 /floor bo\n0:11 /floor off", "1:00", "/undo", "Undone: the end of the speaker clock."),
        ("0:00 /start\n0:10 /cover 2", "1:00", "/undo", "Undone: q2 covered by Ann Lee."),
        ("0:00 /start\n0:10 /handoff 2 bo", "1:00", "/undo", "Undone: q2 to Bo Ek."),
        ("0:00 /start\n0:10 a note", "1:00", "/undo", "Undone: note “a note”."),
        (
            "0:00 /start\n0:10 a note\n0:11 /edit 1 other words",
            "1:00",
            "/undo",
            "Undone: the change to “other words”.",
        ),
        ("0:00 /start\n0:10 a note\n0:11 /file 1 q2", "1:00", "/undo", "Undone: the filing of n1."),
        ("0:00 /start\n0:10 a note\n0:11 /strike 1", "1:00", "/undo", "Undone: the striking of n1."),
        ("0:00 /start\n0:10 /rate craft 4 by bo", "1:00", "/undo", "Undone: Bo Ek's 4 strong for Craft."),
        ("0:00 /start\n0:10 /recommend strong no", "1:00", "/undo", "Undone: Ann Lee's recommendation, strong no."),
        ("0:00 /start\n0:10 /with Ilse", "1:00", "/undo", "Undone: the name Ilse."),
        ("0:00 /start\n0:10 /them Why?", "1:00", "/undo", "Undone: their question “Why?”."),
        (
            "0:00 /start\n0:10 /them Why?\n0:20 /answered 1",
            "1:00",
            "/undo",
            "Undone: t1 answered by Ann Lee.",
        ),
        (
            "0:00 /start\n0:10 /them Why?\n0:20 /owed 1 bo",
            "1:00",
            "/undo",
            "Undone: t1 owed by Bo Ek.",
        ),
        ("1:00 /start\n1:10 /late 10s", "2:00", "/undo", "Undone: the moved start of “Opening”."),
        ("0:00 /start\n0:10 /pause", "1:00", "/undo", "Undone: the pause."),
        ("0:00 /start\n0:10 /pause\n0:11 /resume", "1:00", "/undo", "Undone: the end of the pause."),
        ("0:00 /start\n0:10 /end", "1:00", "/undo", "Undone: the end of the interview."),
        ("0:00 /start\n1:00 /end\n1:10 /vote strong yes", "2:00", "/undo", "Undone: Ann Lee's vote, strong yes."),
        ("0:00 /start\n1:00 /end\n1:10 /decide yes", "2:00", "/undo", "Undone: the panel's decision."),
        ("0:00 /start\n1:00 /end\n1:10 /dissent no", "2:00", "/undo", "Undone: Ann Lee's dissent."),
    ],
)
def test_what_is_taken_back_is_named(script: str, at: str, line: str, said: str):
    assert answer(script, at, line) == said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("/undo b", "Undone: note “first”."),
        ("/undo B", "Undone: note “first”."),
        ("/undo 2", "Undone: note “first”."),
        ("/undo z", "Which one? a note “second”; b note “first”; c the pause; d start of “Opening”."),
        ("/undo FIRST note", "Undone: note “first”."),
        ("/undo pause", "Undone: the pause."),
        ("/undo note", "“note” could be a note “second”; b note “first”: give its letter."),
        ("/undo 9", "Which one? a note “second”; b note “first”; c the pause; d start of “Opening”."),
        (
            "/undo third",
            "“third” isn't one of the last acts: a note “second”; b note “first”; c the pause; d start of “Opening”.",
        ),
        ("/undo start", "Undone: start of “Opening”."),
        ("/redo", "There is nothing to redo: /redo follows an /undo, before anything new is done."),
    ],
)
def test_one_of_the_last_acts_is_named_by_its_letter_or_its_words(line: str, said: str):
    assert answer("0:00 /start\n0:10 /pause\n0:20 first\n0:30 second", "1:00", line) == said


def test_what_was_taken_back_is_brought_back_by_its_name():
    assert answer("0:00 /start\n0:10 a note\n0:20 /undo", "1:00", "/redo") == "Redone: note “a note”."


@pytest.mark.parametrize(
    ("script", "line", "said"),
    [
        ("0:00 /start\n0:10 a note", "/undo", "undoes note “a note”, 10:00"),
        ("0:00 /start\n0:10 a note", "/und 2", "undoes start of “Opening”, 10:00"),
        ("0:00 /start\n0:10 a note\n0:20 /undo", "/redo", "redoes note “a note”"),
        ("0:00 /start", "/redo", ""),
        ("", "/undo", ""),
        ("0:00 /start", "/next", ""),
        ("0:00 /start", "undo", ""),
    ],
)
def test_what_would_come_of_it_is_said_while_it_is_typed(script: str, line: str, said: str):
    room = Room(PLAN, script)
    assert foreseen(line, room.session, room.at("1:00"), "ann") == said


def test_an_end_that_was_a_slip_costs_nothing():
    """Not what was written since, and not a pause that it closed."""
    room = Room(PLAN, "0:00 /start\n5:00 /next\n6:00 /pause\n7:00 /end\n8:00 a note\n8:30 /reopen")
    never = Room(PLAN, "0:00 /start\n5:00 /next\n6:00 /pause\n8:00 a note")
    assert [note.text for note in room.session.notes.values()] == ["a note"]
    assert (room.session.visits, room.session.pauses) == (never.session.visits, never.session.pauses)
    assert room.session.is_running
    assert answer("0:00 /start", "1:00", "/reopen") == "The interview hasn't ended: /end ends it."


def test_what_two_devices_ended_is_reopened_at_once():
    room = Room(PLAN, "0:00 /start\n5:00 /end")
    twice = room.with_stray(InterviewEnded(), "5:01")
    assert len(decide("/reopen", twice, room.at("6:00"), "ann").facts) == 2


def test_a_refusal_names_as_many_acts_as_fit_into_a_reply():
    script = "0:00 /start\n" + "\n".join(f"0:1{second} note {second}" for second in range(9))
    assert answer(script, "1:00", "/undo 99") == (
        "Which one? a note “note 8”; b note “note 7”; c note “note 6”; d note “note 5”; and 6 more."
    )


@pytest.mark.parametrize(
    ("at", "more"),
    [
        ("14:00", ""),
        ("60:00", " The clock has run on since 10:10: /pause 10:10-11:00 takes that out."),
        ("300:00", ""),
    ],
)
def test_what_was_ended_for_a_while_is_reopened_with_a_way_to_take_that_time_out(at: str, more: str):
    assert answer("0:00 /start\n10:00 /end", at, "/reopen") == f"The interview continues: “Opening”.{more}"
