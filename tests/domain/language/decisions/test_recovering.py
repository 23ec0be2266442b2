"""`/recover` does what it offered, and only by a clear choice."""

import pytest

from facilitator.domain.language.commands import COMMANDS
from facilitator.domain.language.decision import Refusal
from facilitator.domain.language.decisions import foreseen, is_possible
from facilitator.domain.language.decisions.recovering import RECOVERY
from facilitator.domain.time import timing
from tests.domain.interviews import Room, apart_from_redo
from tests.domain.pacing.test_recovery import PLAN


@pytest.mark.parametrize(
    ("line", "said", "ends", "lengths"),
    [
        (
            "trim",
            "Trim the rest: 1:12 less for “Talk”, 0:36 less for “Break”",
            "1:00:00",
            "648 204 1152 900 216",
        ),
        ("a", "Trim the rest: 1:12 less for “Talk”, 0:36 less for “Break”", "1:00:00", "648 204 1152 900 216"),
        ("skip", "Skip what is optional: without “Break” (4:00). ends", "59:00", "720 240 1200 900 240"),
        ("drop", "Drop questions: without q3. ends", "1:00:00", "540 240 1200 900 240"),
        (
            "from 2",
            "Borrow from “Talk”: 3:00 less for “Talk”. ends 11:00, on time",
            "1:00:00",
            "540 240 1200 900 240",
        ),
        ("FROM  4", "Borrow from “Work”: 3:00 less", "1:00:00", "720 240 1020 900 240"),
        (
            "late",
            "Run late: no segment gets shorter. ends 11:03, 3:00 over",
            "1:03:00",
            "720 240 1200 900 240",
        ),
        (
            "from 5!",
            "Borrow from “Theirs”: takes 3:00 of the 15:00 promised",
            "1:00:00",
            "720 240 1200 720 240",
        ),
        ("H!", "Borrow from “Theirs”: takes 3:00 of the 15:00 promised", "1:00:00", "720 240 1200 720 240"),
        # A number counts, as in scripts of before, where it can't be meant for a segment.
        ("8!", "Borrow from “Theirs”: takes 3:00 of the 15:00 promised", "1:00:00", "720 240 1200 720 240"),
    ],
)
def test_a_choice_does_what_it_said(line: str, said: str, ends: str, lengths: str):
    room = Room(PLAN, "0:00 /start").wait_until("8:00")
    before = room.session
    told = room.conductor.submit(f"/recover {line}").said
    assert told.lower().startswith(said.lower())
    now = room.conductor.now()
    assert room.text(timing.expected_end_at(room.session, now)) == ends
    allotted = [timing.allotted_seconds(room.session, segment) for segment in PLAN.segments[1:]]
    assert allotted == [int(length) for length in lengths.split()]
    room.conductor.submit("/undo")
    assert apart_from_redo(room.session) == apart_from_redo(before)


def test_what_was_dropped_says_why():
    room = Room(PLAN, "0:00 /start\n8:00 /recover drop")
    assert [(mark.question, mark.status, mark.reason) for mark in room.session.marks] == [
        ("guess", "dropped", "no time left")
    ]


@pytest.mark.parametrize(
    ("script", "line", "reason"),
    [
        ("0:00 /start", "/recover", "On schedule: there is nothing to recover."),
        ("", "/recover trim", "On schedule: there is nothing to recover."),
        ("0:00 /start\n5:00 /end", "/recover trim", "The interview has ended. /reopen undoes that."),
        (
            "0:00 /start\n8:00 late",
            "/recover",
            "Choose one: a trim (ends 11:00), b skip (ends 10:59), c drop",
        ),
        ("0:00 /start\n8:00 late", "/recover magic", "“magic” isn't one of the ways: a trim (ends 11:00), "),
        ("0:00 /start\n8:00 late", "/recover 9", "“9” isn't one of the ways: "),
        ("0:00 /start\n8:00 late", "/recover b!", "“b!” isn't one of the ways: "),
        ("0:00 /start\n8:00 late", "/recover z", "“z” isn't one of the ways: "),
        ("0:00 /start\n8:00 late", "/recover 1", "“1” could also be the segment: write trim, or from 1."),
        ("0:00 /start\n8:00 late", "/recover 5", "“5” could also be the segment: write from 3, or from 5."),
        ("0:00 /start\n8:00 late", "/recover from", "“from” isn't one of the ways: "),
        # A protected segment gives only when it is asked for by its own word.
        (
            "0:00 /start\n8:00 late",
            "/recover from 5",
            "That time is protected. /recover from 5! takes it anyway.",
        ),
        ("0:00 /start\n8:00 late", "/recover h", "That time is protected. /recover from 5! takes it"),
        ("0:00 /start\n8:00 late", "/recover 8", "That time is protected. /recover from 5! takes it"),
    ],
)
def test_without_a_clear_choice_nothing_changes(script: str, line: str, reason: str):
    room = Room(PLAN, script)
    before = room.session
    with pytest.raises(Refusal) as refusal:
        room.conductor.submit(line)
    assert str(refusal.value).startswith(reason)
    assert room.session == before


def test_the_ways_fit_into_a_reply_on_a_small_screen():
    room = Room(PLAN, "0:00 /start", hard_stop="20:00").wait_until("8:00")
    with pytest.raises(Refusal) as refusal:
        room.conductor.submit("/recover")
    assert len(str(refusal.value)) < 4 * 70


@pytest.mark.parametrize(
    ("way", "said"),
    [
        ("from 2", "3:00 less for “Talk”"),
        ("trim", "1:12 less for “Talk”, 0:36 less for “Break”, 0:48 less for “Work” and 1 more"),
        ("drop", "q3 dropped by Ann Lee, 3:00 less for “Talk”"),
    ],
)
def test_what_was_taken_back_is_said(way: str, said: str):
    room = Room(PLAN, f"0:00 /start\n8:00 /recover {way}")
    assert room.conductor.submit("/undo").said == f"Undone: {said}."
    assert room.conductor.submit("/redo").said == f"Redone: {said}."


def test_the_ways_are_offered_with_their_new_end_and_their_price():
    started = Room(PLAN, "0:00 /start").wait_until("8:00")
    offered = list(RECOVERY.choices(started.conductor.situation()))
    assert [choice.text for choice in offered] == [
        "trim", "skip", "drop", "from 2", "from 3", "from 4", "late", "from 5!",
    ]  # fmt: skip
    assert offered[3].meaning == "ends 11:00, on time: 3:00 less for “Talk”"
    assert [choice.letter for choice in offered] == list("abcdefgh")
    assert (offered[3].also, offered[7].also) == ("d", "h!")


def test_a_number_of_before_is_understood_once_its_segment_is_over():
    room = Room(PLAN, "0:00 /start\n8:00 /next").wait_until("8:30")
    assert room.conductor.submit("/recover 1").said.startswith("Trim the rest")


@pytest.mark.parametrize("line", ["/recover d", "/recover from 2", "/recover D"])
def test_what_a_choice_would_come_to_is_said_while_it_is_typed(line: str):
    room = Room(PLAN, "0:00 /start")
    said = foreseen(line, room.session, room.at("8:00"), "ann")
    assert said == "chooses from 2: 3:00 less for “Talk”; ends 11:00, on time"


def test_nothing_is_offered_while_the_end_holds():
    started = Room(PLAN, "0:00 /start")
    assert not is_possible(COMMANDS["recover"], started.session, started.at("1:00"))


def test_the_choices_are_named_with_how_to_take_one():
    room = Room(PLAN, "0:00 /start\n8:00 late")
    with pytest.raises(Refusal, match=r"^Choose one: a trim .*\. /recover a takes the first\.$"):
        room.conductor.submit("/recover")
