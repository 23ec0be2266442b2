"""The plan changes as the room does: what is said to it, and what is refused."""

import pytest

from facilitator.domain.language.decision import Refusal
from facilitator.domain.time import timing
from tests.domain.interviews import Room, apart_from_redo
from tests.domain.language.answers import PLAN, answer

RUNNING = "0:00 /start\n5:00 /next"  # Talk runs
PASSED = RUNNING + "\n7:00 /skip 3\n15:00 /next"  # Theirs runs, Talk is over, Break was left out
ENDED = RUNNING + "\n9:00 /end"


def order(room: Room) -> str:
    numbers = room.session.plan.segment_numbers
    return " ".join(str(numbers[segment.id]) for segment in room.session.plan.segments)


@pytest.mark.parametrize(
    ("script", "line", "expected"),
    [
        (RUNNING, "/question Why now?", "q4 for 2. Talk: “Why now?”"),
        (
            RUNNING,
            "/question Why now? #craft by bo must in 4 8m",
            "q4 for 4. Theirs, #craft, by Bo Ek, must, 8:00: “Why now?”",
        ),
        ("", "/question Why now?", "q4 for 1. Opening: “Why now?”"),
        (RUNNING, "/question Why now?\n6:00 /question And then?", "q5 for 2. Talk: “And then?”"),
        (RUNNING, "/segment Demo 10m", "6. Demo: 10:00, talk, after 2. Talk."),
        (RUNNING, "/segment Demo 10m practice after 4", "6. Demo: 10:00, practice, after 4. Theirs."),
        ("", "/segment Demo 10m", "6. Demo: 10:00, talk, after 5. Closing."),
        (RUNNING, "/move 3 after 4", "3. Break now comes after 4. Theirs."),
        (RUNNING, "/move 5 behind 2", "5. Closing now comes after 2. Talk."),
        (RUNNING, "/length 2 20m", "2. Talk now takes 20:00."),
        (RUNNING, "/length 4 5m", "4. Theirs now takes 5:00."),
        (RUNNING, "/add 5m to 4", "Added 5:00 to 4. Theirs."),
        (RUNNING, "/trim 90s from 4", "Trimmed 1:30 from 4. Theirs."),
        (RUNNING, "/trim 90s to 4", "Trimmed 1:30 from 4. Theirs."),
        (RUNNING, "/room 11:00", "Hard stop at 11:00."),
        (RUNNING, "/room 10:20", "Hard stop at 10:20, and the plan runs 10:00 past it: /recover."),
        (RUNNING, "/room 10:02", "The room was lost 4:00 ago, at 10:02."),
        (RUNNING, "/room 11:00\n6:00 /room none", "No hard stop."),
    ],
)
def test_what_was_understood_is_said(script: str, line: str, expected: str):
    *before, last = line.split("\n")
    script = "\n".join((script, *(f"5:00 {line}" for line in before)))
    assert answer(script, "6:00", last.removeprefix("6:00 ")) == expected


@pytest.mark.parametrize(
    ("script", "line", "expected"),
    [
        (RUNNING, "/question", "What is the question? /question How do you plan a shift? by P must in 2 8m"),
        (RUNNING, "/question Why now? by cy", "Cy Roy is a shadow, who only watches. Leave out “by cy”."),
        (RUNNING, "/question Why now? in 1", "“Opening” is over. /goto 1 goes back to it."),
        (PASSED, "/question Why now? in 3", "“Break” was skipped. /goto 3 goes back to it."),
        (ENDED, "/question Why now?", "The interview has ended. /reopen undoes that."),
        (ENDED, "/segment Demo 5m", "The interview has ended. /reopen undoes that."),
        (ENDED, "/room none", "The interview has ended. /reopen undoes that."),
        (RUNNING, "/move 2 after 4", "“Talk” is running. Move one that is still ahead: /move 4 after 2"),
        (RUNNING, "/move 1 after 4", "“Opening” is over. /goto 1 goes back to it."),
        (RUNNING, "/move 4 after 4", "A segment can't come after itself: /move 4 after 2"),
        (RUNNING, "/move 4 after 3", "4. Theirs already comes after 3. Break."),
        (RUNNING, "/move 4", "After which segment? /move 3 after 4"),
        (RUNNING, "/move 9 after 3", "There is no segment 9: segments are 1–5."),
        (RUNNING, "/length 1 5m", "“Opening” is over. /goto 1 goes back to it."),
        (RUNNING, "/length 2 30s", "1:00 of it has already passed. /next moves on."),
        (RUNNING, "/length 4 8m", "“Theirs” is already 8:00 long."),
        (RUNNING, "/length 4 13h", "A segment can't be longer than twelve hours."),
        (RUNNING, "/add 5m to 1", "“Opening” is over. /goto 1 goes back to it."),
        (RUNNING, "/add 12h to 4", "A segment can't be longer than twelve hours."),
        (RUNNING, "/trim 9m from 4", "Only 8:00 is left in 4. /skip 4 skips it."),
        (RUNNING, "/room none", "There is no hard stop. /room 11:30 sets one."),
    ],
)
def test_what_is_refused_and_what_to_write_instead(script: str, line: str, expected: str):
    assert answer(script, "6:00" if script != PASSED else "16:00", line) == expected


def test_a_moved_segment_comes_in_its_new_place_and_keeps_its_number():
    room = Room(PLAN, RUNNING + "\n6:00 /move 3 after 4\n15:00 /next")
    assert order(room) == "1 2 4 3 5"
    assert room.session.current is not None
    assert room.session.current.title == "Theirs"
    room.play("20:00 /goto 3")
    assert room.session.current.title == "Break"


def test_an_added_segment_is_gone_to_by_its_number():
    room = Room(PLAN, RUNNING + "\n6:00 /segment Demo 10m practice after 3\n7:00 /goto 6")
    assert room.session.current is not None
    assert room.session.current.title == "Demo"


def test_an_added_segment_makes_the_interview_longer_than_planned():
    room = Room(PLAN, RUNNING)
    before = timing.expected_end_at(room.session, room.at("6:00"))
    room.play("6:00 /segment Demo 10m")
    assert timing.expected_end_at(room.session, room.at("6:00")) == before + 600_000
    assert timing.over_seconds(room.session, room.at("6:00")) == 600


def test_the_room_is_meant_nearest_to_now_and_before_the_start_after_it():
    assert Room(PLAN, RUNNING + "\n6:00 /room 10:04").session.hard_stop_at == Room.at("4:00")
    assert Room(PLAN, RUNNING + "\n6:00 /room 9:30").session.hard_stop_at == Room.at("-30:00")
    tomorrow = Room(PLAN, "0:00 /room 9:30", planned="23:00:00")
    assert tomorrow.session.hard_stop_at == Room.at("23:30:00")


@pytest.mark.parametrize(
    "line",
    ["/question Why now?", "/segment Demo 10m", "/move 3 after 4", "/length 4 5m", "/add 5m to 4", "/room 11:00"],
)
def test_each_can_be_taken_back_without_a_trace(line: str):
    room = Room(PLAN, RUNNING)
    before = room.session
    room.conductor.submit(line)
    changed = room.session
    assert changed != before
    room.conductor.submit("/undo")
    assert apart_from_redo(room.session) == apart_from_redo(before)
    room.conductor.submit("/redo")
    assert room.session == changed


def test_a_number_that_was_given_is_not_given_again_while_its_question_stands():
    room = Room(PLAN, RUNNING + "\n5:10 /question Why?\n5:20 /question How?")
    numbers = [question.number for question in room.session.plan.questions]
    assert numbers == [1, 2, 3, 4, 5]
    room.play("5:30 /cover 5\n5:40 /drop 4 no time")
    with pytest.raises(Refusal, match="There is no question 6"):
        room.play("5:50 /ask 6")
