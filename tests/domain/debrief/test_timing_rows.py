"""What the debrief says about time: planned against actual, practice against theory, promised against given."""

import pytest

from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.debrief.timing_rows import KindSeconds, Timing
from tests.domain.interviews import Room, agenda, part

PLAN = agenda(
    part("Opening", "5m", kind="opening"),
    part("Pitch", "10m", kind="presentation"),
    part("Talk", "10m"),
    part("People", "5m"),
    part("Theirs", "15m", kind="candidate_questions"),
)


def told(script: str, at: str, **when: str) -> Timing:
    room = Room(PLAN, script, **when)
    return debrief(room.session, room.at(at)).timing


def test_practice_against_theory():
    by_kind = told("0:00 /start\n6:00 /next\n20:00 /next\n27:00 /next\n30:00 /next\n42:00 /end", "90:00").by_kind
    assert by_kind == {
        "opening": KindSeconds(300, 360),
        "presentation": KindSeconds(600, 840),
        "talk": KindSeconds(900, 600),
        "candidate_questions": KindSeconds(900, 720),
    }


def test_practice_against_theory_as_planned():
    assert PLAN.planned_seconds_by_kind == {
        "opening": 300,
        "presentation": 600,
        "talk": 900,
        "candidate_questions": 900,
    }
    assert sum(PLAN.planned_seconds_by_kind.values()) == PLAN.planned_seconds


@pytest.mark.parametrize(
    ("script", "given"),
    [
        ("0:00 /start\n1:00 /goto 5\n16:00 /end", 900),
        ("0:00 /start\n1:00 /goto 5\n20:00 /end", 1140),
        ("0:00 /start\n1:00 /goto 5\n11:00 /end", 600),
        ("0:00 /start\n1:00 /goto 5\n5:00 /pause\n9:00 /resume\n11:00 /end", 360),
        ("0:00 /start\n1:00 /goto 5\n3:00 /goto 2\n9:00 /goto 5\n10:00 /end", 180),
        ("0:00 /start\n1:00 /skip 5\n10:00 /end", 0),
        # What was promised is the plan, whatever was taken from it.
        ("0:00 /start\n9:00 /recover from 5!\n9:00 /goto 5\n20:00 /end", 660),
    ],
)
def test_promised_and_given(script: str, given: int):
    rows = told(script, "90:00").protected
    assert [(row.segment, row.promised_seconds, row.given_seconds) for row in rows] == [("Theirs", 900, given)]


@pytest.mark.parametrize(
    ("planned", "hard_stop", "script", "late", "over", "past"),
    [
        (None, None, "0:00 /start\n45:00 /end", 0, 0, None),
        ("0:00", None, "3:00 /start\n48:00 /end", 180, 0, None),
        ("0:00", "45:00", "3:00 /start\n48:00 /end", 180, 0, 180),
        ("5:00", "60:00", "3:00 /start\n50:00 /end", -120, 120, -600),
    ],
)
def test_a_late_start_is_forgiven_in_the_running_and_stated(planned, hard_stop, script, late, over, past):
    timing = told(script, "90:00", planned=planned, hard_stop=hard_stop)
    assert (timing.late_start_seconds, timing.over_seconds, timing.hard_stop_over_seconds) == (late, over, past)


def test_pauses_that_follow_each_other_at_once_are_one():
    script = "0:00 /start\n6:00 /pause\n8:00 /resume\n9:00 /pause\n9:00 /resume\n20:00 /pause 10:04-10:12"
    timing = told(script, "20:00")
    assert [(pause.start[11:16], pause.end and pause.end[11:16]) for pause in timing.pauses] == [("10:04", "10:12")]
    assert timing.paused_seconds == 480


def test_pauses_are_part_of_what_it_took_and_stated():
    timing = told("0:00 /start\n5:00 /pause\n8:00 /resume\n9:00 /pause\n10:00 /end", "90:00")
    assert (timing.planned_seconds, timing.actual_seconds, timing.paused_seconds) == (2700, 600, 240)
    assert [(pause.start[11:19], pause.end and pause.end[11:19]) for pause in timing.pauses] == [
        ("10:05:00", "10:08:00"),
        ("10:09:00", "10:10:00"),
    ]


def test_the_night_between_two_sittings_is_no_pause():
    timing = told("0:00 /start\n5:00 /pause 10:01-10:03\n6:00 /pause\n600:00 /resume\n601:00 /pause", "602:00")
    assert [(pause.start[11:16], pause.end and pause.end[11:16]) for pause in timing.pauses] == [
        ("10:01", "10:03"),
        ("20:01", None),
    ]
    assert timing.paused_seconds == 180


def test_every_visit_is_in_the_timeline():
    room = Room(PLAN, "0:00 /start\n5:00 /next\n9:00 /back\n10:00 /add 1m")
    row = debrief(room.session, room.at("11:00")).timeline[0]
    assert [(visit.start[11:19], visit.end and visit.end[11:19]) for visit in row.visits] == [
        ("10:00:00", "10:05:00"),
        ("10:09:00", None),
    ]
    assert (row.planned_seconds, row.added_seconds, row.actual_seconds) == (300, 60, 420)
