"""The new end is said while a length is typed."""

import pytest

from facilitator.domain.language.decisions import foreseen
from facilitator.domain.time.clock_face import clock_face
from tests.conducting.panels import Panel
from tests.domain.interviews import Room
from tests.domain.language.answers import PLAN


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("/add 30", "moves the end to 11:00, 30:00 over"),
        ("/add", "moves the end to 10:32, 2:00 over"),
        ("/ad 90s", "moves the end to 10:31, 1:30 over"),
        ("/trim 1", "moves the end to 10:29, 1:00 under"),
        ("/trim 6", ""),
        ("/add 13h", ""),
        ("/add -", ""),
    ],
)
def test_the_end_after_it(line: str, said: str):
    room = Room(PLAN, "0:00 /start")
    assert foreseen(line, room.session, room.at("1:00"), "ann") == said


def test_it_is_the_second_that_the_clock_shows():
    room = Room(PLAN, planned="0:00", hard_stop="20:00")
    room.clock.advance(90.6)
    room.conductor.submit("/start")
    at = room.at("1:50") + 200
    face = clock_face(room.session, at)
    assert (face.deviation, face.lateness) == ("on plan", "1:30 late")
    assert foreseen("/add 30", room.session, at, "ann") == (
        "moves the end to 11:01, 30:00 over, 31:30 late, room until 10:20, 41:30 past it"
    )


def test_the_end_on_another_day_has_its_name():
    room = Room(PLAN, "0:00 /start\n0:10 /add 11h to 2")
    assert foreseen("/add 3h", room.session, room.at("1:00"), "ann") == "moves the end to Wed 00:30, 14:00:00 over"


def test_nothing_happens_by_foreseeing_it():
    room = Room(PLAN, "0:00 /start\n0:10 a note\n0:20 /undo")
    before, kept = room.session, room.log.events
    foreseen("/add 30", room.session, room.at("1:00"), "ann")
    assert room.session == before == Room(PLAN, "0:00 /start\n0:10 a note\n0:20 /undo").session
    assert room.log.events == kept


def test_nothing_comes_of_it_where_somebody_else_has_the_clock():
    panel = Panel(before="/start")
    bo = panel.join("bo")
    now = bo.conductor.now()
    assert foreseen("/add 1", bo.session, now, "bo", bo.name) == ""
    assert foreseen("/add 1", panel.host.session, now, "ann", panel.host.name).startswith("moves the end to ")
