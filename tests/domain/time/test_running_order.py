"""The running order: of every segment, where it stands, and when it was planned, happened or is to be expected."""

import pytest

from facilitator.domain.language.decision import Refusal
from facilitator.domain.pacing.fitting import Fit, fitting
from facilitator.domain.time import timing
from facilitator.domain.time.clock_face import clock_face
from tests.domain.interviews import Room, agenda, ask, part

PLAN = agenda(
    part("Opening", "5m"),
    part("Talk", "10m"),
    part("Work", "20m"),
    part("Closing", "5m"),
)


def order(script: str, at: str, **when: str) -> list[str]:
    """`Talk ahead 5:00-15:00` per segment; no times for what was left out."""
    room = Room(PLAN, script, **when)
    return [
        f"{row.segment.title} {row.state} {room.text(row.expected_start_at)}-{room.text(row.expected_end_at)}".rstrip(
            " -"
        )
        for row in room.order(at)
    ]


@pytest.mark.parametrize(
    ("script", "at", "expected"),
    [
        (
            "",
            "0:00",
            ["Opening ahead 0:00-5:00", "Talk ahead 5:00-15:00", "Work ahead 15:00-35:00", "Closing ahead 35:00-40:00"],
        ),
        (
            "",
            "2:00",
            ["Opening ahead 2:00-7:00", "Talk ahead 7:00-17:00", "Work ahead 17:00-37:00", "Closing ahead 37:00-42:00"],
        ),
        (
            "1:00 /start",
            "3:00",
            [
                "Opening current 1:00-6:00",
                "Talk ahead 6:00-16:00",
                "Work ahead 16:00-36:00",
                "Closing ahead 36:00-41:00",
            ],
        ),
        # In overtime everything moves.
        (
            "0:00 /start",
            "7:00",
            [
                "Opening current 0:00-7:00",
                "Talk ahead 7:00-17:00",
                "Work ahead 17:00-37:00",
                "Closing ahead 37:00-42:00",
            ],
        ),
        (
            "0:00 /start\n6:00 /next",
            "8:00",
            [
                "Opening done 0:00-6:00",
                "Talk current 6:00-16:00",
                "Work ahead 16:00-36:00",
                "Closing ahead 36:00-41:00",
            ],
        ),
        # Time given and taken, where it was.
        (
            "0:00 /start\n1:00 /add 2m",
            "1:00",
            [
                "Opening current 0:00-7:00",
                "Talk ahead 7:00-17:00",
                "Work ahead 17:00-37:00",
                "Closing ahead 37:00-42:00",
            ],
        ),
        # A pause moves the end of what runs.
        (
            "0:00 /start\n2:00 /pause",
            "4:00",
            [
                "Opening current 0:00-7:00",
                "Talk ahead 7:00-17:00",
                "Work ahead 17:00-37:00",
                "Closing ahead 37:00-42:00",
            ],
        ),
        # Skipped ahead of time, and while it ran.
        (
            "0:00 /start\n1:00 /skip 3",
            "1:00",
            ["Opening current 0:00-5:00", "Talk ahead 5:00-15:00", "Work skipped", "Closing ahead 15:00-20:00"],
        ),
        (
            "0:00 /start\n5:00 /next\n6:00 /skip",
            "6:00",
            ["Opening done 0:00-5:00", "Talk done 5:00-6:00", "Work current 6:00-26:00", "Closing ahead 26:00-31:00"],
        ),
        # Jumped over.
        (
            "0:00 /start\n5:00 /goto 3",
            "5:00",
            [
                "Opening done 0:00-5:00",
                "Talk ahead 25:00-35:00",
                "Work current 5:00-25:00",
                "Closing ahead 35:00-40:00",
            ],
        ),
        # And gone on to: what was left too early has what is left of its time.
        (
            "0:00 /start\n5:00 /goto 3\n11:00 /goto 2",
            "11:00",
            [
                "Opening done 0:00-5:00",
                "Talk current 11:00-21:00",
                "Work ahead 21:00-35:00",
                "Closing ahead 35:00-40:00",
            ],
        ),
        # What had its time meanwhile is over.
        (
            "0:00 /start\n5:00 /goto 3\n24:00 /next",
            "24:00",
            [
                "Opening done 0:00-5:00",
                "Talk current 24:00-34:00",
                "Work done 5:00-24:00",
                "Closing ahead 34:00-39:00",
            ],
        ),
        # Gone back to: what was begun after it has what is left of its time.
        (
            "0:00 /start\n5:00 /next\n11:00 /next\n13:00 /back",
            "13:00",
            [
                "Opening done 0:00-5:00",
                "Talk current 5:00-17:00",
                "Work ahead 17:00-35:00",
                "Closing ahead 35:00-40:00",
            ],
        ),
        # A second visit: from the first entering to the last leaving.
        (
            "0:00 /start\n3:00 /next\n6:00 /back\n7:00 /next",
            "7:00",
            [
                "Opening done 0:00-7:00",
                "Talk current 3:00-14:00",
                "Work ahead 14:00-34:00",
                "Closing ahead 34:00-39:00",
            ],
        ),
        # Over.
        (
            "0:00 /start\n5:00 /next\n9:00 /end",
            "20:00",
            ["Opening done 0:00-5:00", "Talk done 5:00-9:00", "Work passed over", "Closing passed over"],
        ),
        (
            "0:00 /start\n1:00 /skip 3\n9:00 /end",
            "20:00",
            ["Opening done 0:00-9:00", "Talk passed over", "Work skipped", "Closing passed over"],
        ),
    ],
)
def test_where_everything_stands(script: str, at: str, expected: list[str]):
    assert order(script, at) == expected


def test_what_was_planned_stays_beside_what_is_allotted_now():
    room = Room(PLAN, "3:00 /start\n9:00 /next\n10:00 /add 5m\n10:00 /length 3 10m\n10:00 /segment Demo 8m after 4")
    rows = room.order("12:00")
    assert [row.planned_seconds for row in rows] == [300, 600, 1200, 300, 0]
    assert [row.allotted_seconds for row in rows] == [300, 900, 600, 300, 480]


def test_two_segments_can_be_swapped():
    """After `/goto 4` at minute 5, the parts jumped over are in every forecast, and `/next` leads to them."""
    plan = agenda(
        part("Hello", "4m"),
        part("Case", "14m", questions=[ask("map", "6m", must=True)]),
        part("Depth", "7m"),
        part("Theirs", "5m", kind="candidate_questions"),
    )
    room = Room(plan, "0:00 /start\n4:00 /goto 4")
    for line, running in (
        ("5:00 a note", "Theirs"),
        ("9:00 /next", "Case"),
        ("20:00 /cover 1", "Case"),
        ("23:00 /next", "Depth"),
    ):
        room.play(line)
        session, now = room.session, room.conductor.now()
        assert session.current is not None
        assert session.current.title == running
        assert clock_face(session, now).deviation == "on time"
        assert room.text(timing.expected_end_at(session, now)) == "30:00"
        assert all(item.fit is Fit.FITS for item in fitting(session, now))
    with pytest.raises(Refusal, match="last segment"):
        room.conductor.submit("/next")


def test_before_the_start_it_is_expected_as_planned():
    assert order("", "0:00", planned="10:00")[0] == "Opening ahead 10:00-15:00"
    assert order("", "12:00", planned="10:00")[0] == "Opening ahead 12:00-17:00"


def test_what_was_allotted_and_used():
    room = Room(PLAN, "0:00 /start\n1:00 /add 90s\n8:00 /next\n9:00 /trim 1m\n10:00 /back")
    rows = room.order("11:00")
    assert [row.allotted_seconds for row in rows] == [390, 540, 1200, 300]
    assert [row.used_seconds for row in rows] == [540, 120, 0, 0]


def test_every_visit_is_kept():
    room = Room(PLAN, "0:00 /start\n3:00 /next\n6:00 /back\n7:00 /goto 3\n9:00 /goto 2\n12:00 /end")
    visits = [(visit.segment, room.text(visit.started_at), room.text(visit.ended_at)) for visit in room.session.visits]
    assert visits == [
        ("opening", "0:00", "3:00"),
        ("talk", "3:00", "6:00"),
        ("opening", "6:00", "7:00"),
        ("work", "7:00", "9:00"),
        ("talk", "9:00", "12:00"),
    ]


@pytest.mark.parametrize(
    ("script", "line", "current"),
    [
        ("0:00 /start", "/next", "talk"),
        ("0:00 /start\n1:00 /next", "/back", "opening"),
        ("0:00 /start\n1:00 /skip 2", "/next", "work"),
        ("0:00 /start\n1:00 /skip 2\n2:00 /skip 3", "/next", "closing"),
        ("0:00 /start\n1:00 /goto 4", "/back", "opening"),
        ("0:00 /start\n1:00 /goto 4", "/next", "talk"),
        ("0:00 /start\n1:00 /goto 4\n4:00 /next", "/next", "work"),
        ("0:00 /start\n1:00 /goto 4\n2:00 /next", "/back", "closing"),
        ("0:00 /start\n1:00 /next\n2:00 /next\n3:00 /back", "/back", "opening"),
        ("0:00 /start\n1:00 /next\n2:00 /next\n3:00 /back", "/next", "work"),
        ("0:00 /start\n1:00 /goto 4", "/goto 1", "opening"),
        ("0:00 /start\n1:00 /goto clo", "/goto ta", "talk"),
        ("0:00 /start\n1:00 /skip 2\n2:00 /next", "/back", "opening"),
        ("0:00 /start\n1:00 /move 2 after 4", "/next", "work"),
    ],
)
def test_where_a_command_leads(script: str, line: str, current: str):
    room = Room(PLAN, script).wait_until("5:00")
    room.conductor.submit(line)
    assert room.session.current is not None
    assert room.session.current.id == current
