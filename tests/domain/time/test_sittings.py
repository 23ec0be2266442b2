"""An interview that goes on the next day: another sitting, and the night is part of no figure."""

import pytest
from msgspec.structs import replace

from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.text.durations import clock_text, over_under
from facilitator.domain.time import timing
from facilitator.domain.time.as_shown import as_shown
from facilitator.domain.time.clock_face import clock_face
from facilitator.domain.time.sittings import apart_ms, sittings, unclaimed_gap
from facilitator.domain.time.time_of_day import day_and_time
from tests.domain.interviews import Room, agenda, part

PLAN = agenda(part("Opening", "5m"), part("Talk", "12m"), part("Theirs", "8m", kind="candidate_questions"))
NEXT_DAY = "17:00:00"
PAUSED = "0:00 /start\n5:00 /next\n10:00 /pause"
CRASHED = "0:00 /start\n5:00 /next\n10:00 the last note"


def spans(room: Room) -> list[tuple[str, str]]:
    return [(room.text(sitting.started_at), room.text(sitting.ended_at)) for sitting in sittings(room.session)]


def standing(room: Room, at: str) -> str:
    face = clock_face(room.session, room.at(at))
    return f"{face.digits} {face.word}, {face.deviation}, ends {day_and_time(room.session, face.ends_at, face.ends_at)}"


@pytest.mark.parametrize("evening", [PAUSED, CRASHED])
class TestTheNextMorning:
    def test_before_anybody_says_so_nothing_is_a_night_late(self, evening):
        room = Room(PLAN, evening)
        assert standing(room, NEXT_DAY) == "7:00 left, on time, ends 03:15"
        assert clock_face(room.session, room.at(NEXT_DAY)).paused

    def test_the_rest_of_the_plan_counts_from_the_new_beginning(self, evening):
        room = Room(PLAN, f"{evening}\n{NEXT_DAY} /resume")
        assert spans(room) == [("0:00", "10:00"), ("17:00:00", "")]
        assert standing(room, "17:02:00") == "5:00 left, on time, ends 03:15"
        assert standing(room, "17:08:00") == "1:00 over, 1:00 over, ends 03:16"

    def test_to_go_on_in_the_agenda_begins_it_as_well(self, evening):
        room = Room(PLAN, f"{evening}\n{NEXT_DAY} /next")
        assert spans(room) == [("0:00", "10:00"), ("17:00:00", "")]
        assert standing(room, NEXT_DAY) == "8:00 left, 7:00 under, ends 03:08"

    def test_it_can_be_taken_back(self, evening):
        room = Room(PLAN, evening)
        before = room.session
        room.play(f"{NEXT_DAY} /resume\n{NEXT_DAY} /undo")
        assert replace(room.session, undone=before.undone) == before

    def test_the_end_without_another_sitting_is_when_everybody_left(self, evening):
        room = Room(PLAN, f"{evening}\n{NEXT_DAY} /end")
        assert spans(room) == [("0:00", "10:00")]
        told = debrief(room.session, room.at(NEXT_DAY)).timing
        assert (told.actual_seconds, told.paused_seconds) == (600, 0)

    def test_the_debrief_counts_both_and_not_the_night(self, evening):
        room = Room(PLAN, f"{evening}\n{NEXT_DAY} /resume\n17:07:00 /next\n17:15:00 /end")
        told = debrief(room.session, room.at("18:20:00"))
        assert (told.timing.actual_seconds, told.timing.paused_seconds, told.timing.over_seconds) == (1500, 0, 0)
        assert [row.actual_seconds for row in told.timeline] == [300, 720, 480]
        assert [(row.start[8:16], (row.end or "")[8:16]) for row in told.timing.sittings] == [
            ("01T10:00", "01T10:10"),
            ("02T03:00", "02T03:15"),
        ]


def test_a_note_before_anybody_resumed_belongs_to_the_new_day():
    room = Room(PLAN, f"{CRASHED}\n{NEXT_DAY} good morning")
    assert standing(room, "17:01:00") == "6:00 left, on time, ends 03:15"
    room.play("17:02:00 /resume")
    assert spans(room) == [("0:00", "10:00"), ("17:00:00", "")]


@pytest.mark.parametrize(
    ("script", "at", "since"),
    [
        ("", "900:00", None),
        ("0:00 /start", "239:00", None),
        ("0:00 /start", "240:00", "0:00"),
        ("0:00 /start\n60:00 a note", "299:00", None),
        ("0:00 /start\n60:00 a note", "300:00", "1:00:00"),
        ("0:00 /start\n60:00 /pause", "299:00", None),
        ("0:00 /start\n60:00 /pause\n61:00 a note", "300:00", "1:00:00"),
        ("0:00 /start\n60:00 /end", "900:00", None),
        (f"{PAUSED}\n{NEXT_DAY} /resume", NEXT_DAY, None),
    ],
)
def test_which_gap_may_be_one_between_sittings(script: str, at: str, since: str | None):
    room = Room(PLAN, script)
    gap = unclaimed_gap(room.session, room.at(at))
    assert (gap and room.text(gap.started_at)) == since


def test_a_pause_of_less_than_hours_is_one():
    room = Room(PLAN, "0:00 /start\n5:00 /pause\n200:00 /resume")
    assert spans(room) == [("0:00", "")]
    assert over_under(timing.over_seconds(room.session, room.at("200:00"))) == "3:15:00 over"


def test_the_promise_and_the_room_of_the_first_day_count_on_it_only():
    room = Room(PLAN, PAUSED, planned="-4:00", hard_stop="20:00")
    assert clock_face(room.session, room.at("10:00")).lateness == "4:00 late"
    assert clock_face(room.session, room.at("10:00")).room == "room until 10:20, 5:00 past it"
    for at in (NEXT_DAY, "17:01:00"):
        face = clock_face(room.session, room.at(at))
        assert (face.lateness, face.room) == ("", "")
        if at == NEXT_DAY:
            room.play(f"{NEXT_DAY} /resume")


def test_a_boundary_moved_back_over_the_night_ends_it_earlier():
    room = Room(PLAN, f"{PAUSED}\n{NEXT_DAY} /next\n17:05:00 /late 10m")
    assert spans(room) == [("0:00", "10:00"), ("16:50:00", "")]
    session, now = as_shown(room.session, room.at("17:05:00"))
    assert clock_text(timing.elapsed_seconds(session, now)) == "25:00"
    assert apart_ms(session, now) == 1000 * 60_000


def test_nothing_ends_by_itself_after_hours_in_which_nobody_did_anything():
    room = Room(agenda(part("Talk", "10m", ends="auto"), part("Closing", "5m")), "0:00 /start")
    room.clock.suspend(17 * 3600)
    assert room.conductor.advance_due() is None
