"""What each segment to come still has, when it would begin, and what it could give."""

import pytest

from facilitator.domain.pacing.fitting import fitting
from facilitator.domain.pacing.recovery import recovery_choices, shares
from facilitator.domain.pacing.slack import remaining_segments
from facilitator.domain.session.state import Visit
from facilitator.domain.text.durations import clock_text
from tests.domain.interviews import Room, agenda, ask, part

PLAN = agenda(
    part("Opening", "5m"),
    part("Talk", "12m", questions=[ask("slip", "4m", must=True), ask("cost", "3m"), ask("guess", "3m")]),
    part("Break", "4m", kind="break", optional=True, at_least="1m"),
    part("Work", "20m", kind="workshop", at_least="16m", questions=[ask("map", "8m", must=True)]),
    part("Theirs", "15m", kind="candidate_questions"),
    part("Closing", "4m"),
)


@pytest.mark.parametrize(
    ("script", "at", "expected"),
    [
        (
            "",
            "0:00",
            [
                "1 5:00 from 0:00, room 2:30",
                "2 12:00 from 5:00, room 6:00",
                "3 4:00 from 17:00, room 3:00",
                "4 20:00 from 21:00, room 4:00",
                "5 15:00 from 41:00, room 7:30, unasked 0:00",
                "6 4:00 from 56:00, room 2:00",
            ],
        ),
        # Overtime puts off what follows, and takes nothing from it.
        (
            "0:00 /start\n1:00 /next\n1:00 /next\n1:00 /next",
            "23:00",
            ["5 15:00 from 23:00, room 7:30, unasked 0:00", "6 4:00 from 38:00, room 2:00"],
        ),
        # Skipped: not to come. Time given: more room. Used in part: no more room than what is left.
        (
            "0:00 /start\n1:00 /skip 3\n1:00 /next\n2:00 /add 5m\n3:00 /goto 1",
            "4:00",
            [
                "2 15:00 from 7:00, room 11:00",
                "4 20:00 from 22:00, room 4:00",
                "5 15:00 from 42:00, room 7:30, unasked 0:00",
                "6 4:00 from 57:00, room 2:00",
            ],
        ),
        (
            "0:00 /start\n1:00 /goto 2\n12:30 /goto 1\n12:40 /skip 3\n12:40 /skip 4\n12:40 /skip 5",
            "13:00",
            ["2 0:30 from 16:30, room 0:30", "6 4:00 from 17:00, room 2:00"],
        ),
        ("0:00 /start" + "\n1:00 /next" * 5, "2:00", []),
        # Jumped over: to come after what runs.
        (
            "0:00 /start\n1:00 /skip 2\n1:00 /goto 5",
            "2:00",
            ["3 4:00 from 16:00, room 3:00", "4 20:00 from 20:00, room 4:00", "6 4:00 from 40:00, room 2:00"],
        ),
        ("0:00 /start\n1:00 /end", "2:00", []),
    ],
)
def test_what_is_to_come(script: str, at: str, expected: list[str]):
    room = Room(PLAN, script)
    found = []
    for row in remaining_segments(room.session, room.at(at)):
        text = f"{row.number} {clock_text(row.left_ms / 1000)} from {room.text(row.starts_at)}"
        text += f", room {clock_text(row.room_seconds)}"
        found.append(text + (f", unasked {clock_text(row.spare_seconds)}" if row.segment.is_protected else ""))
        assert row.segment.is_protected or row.spare_seconds == row.room_seconds
    assert found == expected


def test_what_was_taken_below_the_shortest_length_leaves_no_room():
    room = Room(
        agenda(part("One", "5m"), part("Two", "10m", at_least="8m")), "0:00 /start\n1:00 /goto 2\n1:00 /trim 5m"
    )
    room.play("1:00 /goto 1")
    (two,) = remaining_segments(room.session, room.at("2:00"))
    assert (two.left_ms, two.room_seconds) == (300_000, 0)


def test_what_a_way_gains_and_where_it_ends_are_whole_seconds():
    room = Room(PLAN, "0:00 /start")
    ways = recovery_choices(room.session, room.at("8:01") + 700)
    figures = [(way.word, way.gained_seconds, way.ends_at - room.at("60:00"), way.over_seconds) for way in ways]
    assert figures == [
        ("trim", 181, 0, 0),
        ("skip", 240, -59_000, -59),
        ("drop", 181, 0, 0),
        ("from 2", 181, 0, 0),
        ("from 3", 180, 1000, 1),
        ("from 4", 181, 0, 0),
        ("late", 0, 181_000, 181),
        ("from 5!", 181, 0, 0),
    ]
    assert [way.word for way in ways if way.protected] == ["from 5!"]


def test_every_way_has_a_title():
    room = Room(PLAN, "0:00 /start")
    assert [way.title for way in recovery_choices(room.session, room.at("8:00"))] == [
        "Trim the rest",
        "Skip what is optional",
        "Drop questions",
        "Borrow from “Talk”",
        "Borrow from “Break”",
        "Borrow from “Work”",
        "Run late",
        "Borrow from “Theirs”",
    ]


TIGHT = agenda(
    part("Talk", "10m", questions=[ask("a", "2m", must=True), ask("b", "3m", must=True), ask("c", "1m", must=True)]),
    part("More", "4m", at_least="3m", questions=[ask("d", "4m", must=True)]),
)


@pytest.mark.parametrize(
    ("hard_stop", "at", "after_ms", "ends", "fits"),
    [
        (None, "0:00", 0, "11:00 9:00 6:00 4:00", "fits fits fits tight"),
        (None, "0:00", 700, "10:59 8:59 5:59 4:00", "fits fits fits tight"),
        (None, "6:00", 0, "5:00 3:00 0:00 4:00", "fits tight at_risk tight"),
        # A hard stop: each question begins where those before it are through.
        ("6:00", "0:00", 0, "6:00 4:00 1:00 0:00", "fits fits tight at_risk"),
        ("6:00", "0:00", 700, "5:59 3:59 0:59 0:00", "fits fits at_risk at_risk"),
        ("5:30", "0:00", 0, "5:30 3:30 0:30 0:00", "fits tight at_risk at_risk"),
        ("3:00", "1:00", 0, "2:00 0:00 0:00 0:00", "tight at_risk at_risk at_risk"),
        ("20:00", "9:00", 0, "2:00 0:00 0:00 4:00", "tight at_risk at_risk tight"),
    ],
)
def test_each_question_is_asked_after_those_before_it(hard_stop, at: str, after_ms: int, ends: str, fits: str):
    room = Room(TIGHT, "0:00 /start", hard_stop=hard_stop)
    rows = fitting(room.session, room.at(at) + after_ms)
    assert " ".join(clock_text(row.end_left_seconds) for row in rows) == ends
    assert " ".join(row.fit.replace(" ", "_") for row in rows) == fits
    assert [row.segment.id for row in rows] == ["talk", "talk", "talk", "more"]
    assert {type(row.end_left_seconds) for row in rows} == {int}


@pytest.mark.parametrize(
    ("need", "rooms", "expected"),
    [
        # What is left over goes to those who came off worst, not to those with the most room;
        # among equals to the first.
        (3, [1, 4], [1, 2]),
        (2, [1, 1, 4], [1, 0, 1]),
        (4, [1, 2, 5], [1, 1, 2]),
        (5, [7, 2, 2], [3, 1, 1]),
    ],
)
def test_what_is_left_over_of_a_split(need: int, rooms: list[int], expected: list[int]):
    assert shares(need, rooms) == expected


def test_two_who_can_give_are_offered_each():
    room = Room(agenda(part("One", "5m"), part("Two", "10m"), part("Three", "10m")), "0:00 /start")
    words = [way.word for way in recovery_choices(room.session, room.at("8:00"))]
    assert words == ["trim", "from 2", "from 3", "late"]
    alone = Room(agenda(part("One", "5m"), part("Two", "10m")), "0:00 /start")
    assert [way.word for way in recovery_choices(alone.session, alone.at("8:00"))] == ["trim", "late"]


def test_what_is_left_is_told_in_whole_seconds():
    room = Room(TIGHT, "0:00 /start\n1:00 /next\n2:00 /back")
    room.session.visits[1] = Visit("more", room.at("1:00"), room.at("2:00") + 250)
    left = [row.segment_left_seconds for row in fitting(room.session, room.at("3:00"))]
    assert left[-1] == 179
    assert {type(seconds) for seconds in left} == {int}


def test_leaving_out_a_segment_gains_what_is_left_of_it_to_the_second():
    room = Room(PLAN, "0:00 /start\n1:00 /goto 3\n2:00 /goto 1")
    room.session.visits[1] = Visit("break", room.at("1:00"), room.at("2:00") - 250)
    (skip,) = (way for way in recovery_choices(room.session, room.at("10:00")) if way.word == "skip")
    assert skip.cost == "without “Break” (3:01)"
    assert (skip.gained_seconds, skip.over_seconds) == (181, 60)
