"""What still fits: each open must-ask with its minutes against the time that is left for it."""

import pytest

from facilitator.domain.pacing.fitting import fitting
from facilitator.domain.text.durations import clock_text
from tests.domain.interviews import Room, agenda, ask, part

PLAN = agenda(
    part("Opening", "5m", questions=[ask("aims", "2m", must=True)]),
    part("Talk", "10m", questions=[ask("slip", "4m", must=True), ask("cost", "3m"), ask("hire", "3m", must=True)]),
    part("Work", "20m", kind="workshop", at_least="16m", questions=[ask("map", "8m", must=True)]),
    part("Theirs", "15m", kind="candidate_questions"),
    part("Closing", "4m"),
)  # 54 minutes; Work gives 4, Closing 2


def fits(room: Room, at: str) -> list[str]:
    return [
        f"q{row.question.number} {clock_text(row.needs_seconds)} of {clock_text(row.segment_left_seconds)}"
        f" or {clock_text(row.end_left_seconds)}: {row.fit}"
        for row in fitting(room.session, room.at(at))
    ]


@pytest.mark.parametrize(
    ("script", "at", "expected"),
    [
        (
            "",
            "0:00",
            [
                "q1 2:00 of 5:00 or 16:00: fits",
                "q2 4:00 of 10:00 or 16:00: fits",
                "q4 3:00 of 6:00 or 12:00: fits",
                "q5 8:00 of 20:00 or 22:00: fits",
            ],
        ),
        # Asked and covered: no longer open.
        (
            "0:00 /start\n2:00 /cover 1",
            "3:00",
            ["q2 4:00 of 10:00 or 16:00: fits", "q4 3:00 of 6:00 or 12:00: fits", "q5 8:00 of 20:00 or 22:00: fits"],
        ),
        # Dropped: neither.
        ("0:00 /start\n1:00 /drop 1\n1:00 /drop 2\n1:00 /drop 4", "2:00", ["q5 8:00 of 20:00 or 22:00: fits"]),
        # Being asked: it still needs its minutes; partly covered, half of them.
        (
            "0:00 /start\n1:00 /cover 1\n5:00 /next\n6:00 /ask 2\n7:00 /partly 4",
            "8:00",
            ["q2 4:00 of 7:00 or 13:00: fits", "q4 1:30 of 3:00 or 9:00: fits", "q5 8:00 of 20:00 or 22:00: fits"],
        ),
        # Little to spare is tight: 4:00 of 4:30 leaves less than a fifth.
        (
            "0:00 /start\n1:00 /cover 1\n5:00 /next\n6:00 /cover 4",
            "10:30",
            ["q2 4:00 of 4:30 or 10:30: tight", "q5 8:00 of 20:00 or 22:00: fits"],
        ),
        # Exactly a fifth to spare still fits.
        (
            "0:00 /start\n1:00 /cover 1\n5:00 /next\n6:00 /cover 4",
            "10:12",
            ["q2 4:00 of 4:48 or 10:48: fits", "q5 8:00 of 20:00 or 22:00: fits"],
        ),
        # Not in its own segment, but if later ones give.
        (
            "0:00 /start\n1:00 /cover 1\n5:00 /next",
            "11:00",
            [
                "q2 4:00 of 4:00 or 10:00: tight",
                "q4 3:00 of 0:00 or 6:00: tight",
                "q5 8:00 of 20:00 or 20:00: fits",
            ],
        ),
        # What one has borrowed the next can't: first come, first served.
        (
            "0:00 /start\n1:00 /cover 1\n5:00 /next",
            "14:00",
            [
                "q2 4:00 of 1:00 or 7:00: tight",
                "q4 3:00 of 0:00 or 3:00: tight",
                "q5 8:00 of 20:00 or 20:00: fits",
            ],
        ),
        (
            "0:00 /start\n1:00 /cover 1\n5:00 /next",
            "16:00",
            [
                "q2 4:00 of 0:00 or 6:00: tight",
                "q4 3:00 of 0:00 or 2:00: at risk",
                "q5 8:00 of 20:00 or 20:00: fits",
            ],
        ),
        # Left behind: at risk until somebody goes back.
        (
            "0:00 /start\n5:00 /next\n5:00 /next",
            "6:00",
            [
                "q1 2:00 of 0:00 or 0:00: at risk",
                "q2 4:00 of 0:00 or 0:00: at risk",
                "q4 3:00 of 0:00 or 0:00: at risk",
                "q5 8:00 of 19:00 or 21:00: fits",
            ],
        ),
        # Jumped over: still to come, after what runs.
        (
            "0:00 /start\n1:00 /cover 1\n5:00 /goto 3",
            "6:00",
            ["q2 4:00 of 10:00 or 12:00: fits", "q4 3:00 of 6:00 or 8:00: fits", "q5 8:00 of 19:00 or 26:00: fits"],
        ),
        (
            "0:00 /start\n1:00 /cover 1\n5:00 /next\n5:00 /next\n10:00 /back",
            "10:00",
            ["q2 4:00 of 10:00 or 16:00: fits", "q4 3:00 of 6:00 or 12:00: fits", "q5 8:00 of 15:00 or 17:00: fits"],
        ),
        # Left out with its segment.
        (
            "0:00 /start\n1:00 /cover 1\n2:00 /skip 3",
            "2:00",
            ["q2 4:00 of 10:00 or 12:00: fits", "q4 3:00 of 6:00 or 8:00: fits", "q5 8:00 of 0:00 or 0:00: at risk"],
        ),
        ("0:00 /start\n5:00 /end", "6:00", []),
    ],
)
def test_against_the_segment_and_the_end(script: str, at: str, expected: list[str]):
    assert fits(Room(PLAN, script), at) == expected


@pytest.mark.parametrize(
    ("hard_stop", "at", "last"),
    [
        ("54:00", "1:00", "q5 8:00 of 20:00 or 22:00: fits"),
        ("25:00", "1:00", "q5 8:00 of 20:00 or 10:00: fits"),
        ("24:00", "1:00", "q5 8:00 of 20:00 or 9:00: tight"),
        ("22:00", "1:00", "q5 8:00 of 20:00 or 7:00: at risk"),
        ("10:00", "1:00", "q5 8:00 of 20:00 or 0:00: at risk"),
        ("25:00", "8:00", "q5 8:00 of 20:00 or 7:00: at risk"),
    ],
)
def test_a_hard_stop_ends_it_all(hard_stop: str, at: str, last: str):
    room = Room(PLAN, "0:00 /start", hard_stop=hard_stop)
    assert fits(room, at)[-1] == last


@pytest.mark.parametrize(
    ("questions", "expected"),
    [
        # No length: an equal share of what the others leave.
        ([ask("one", must=True)], ["10:00"]),
        ([ask("one", must=True), ask("two", must=True)], ["5:00", "5:00"]),
        ([ask("one", "4m", must=True), ask("two", must=True), ask("three")], ["4:00", "3:00"]),
        # At least a minute, even where nothing is left.
        ([ask("one", "10m", must=True), ask("two", must=True)], ["10:00", "1:00"]),
        # Once for each who rates and has yet to ask it.
        ([ask("one", "90s", must=True, each=True)], ["3:00"]),
        ([ask("one", "2m")], []),
    ],
)
def test_what_a_question_needs(questions, expected: list[str]):
    room = Room(agenda(part("Talk", "10m", questions=questions)))
    assert [clock_text(row.needs_seconds) for row in fitting(room.session, room.at("0:00"))] == expected


@pytest.mark.parametrize(
    ("script", "needs"),
    [
        ("0:00 /start", ["3:00"]),
        ("0:00 /start\n1:00 /cover 1 bo", ["1:30"]),
        ("0:00 /start\n1:00 /partly 1 bo", ["2:15"]),
        ("0:00 /start\n1:00 /cover 1 bo\n2:00 /partly 1 ann", ["0:45"]),
        ("0:00 /start\n1:00 /cover 1 bo\n2:00 /cover 1 ann", []),
    ],
)
def test_a_question_for_everyone_needs_less_with_each_who_covered_it(script: str, needs: list[str]):
    room = Room(agenda(part("Talk", "10m", questions=[ask("one", "90s", must=True, each=True)])), script)
    assert [clock_text(row.needs_seconds) for row in fitting(room.session, room.at("3:00"))] == needs
