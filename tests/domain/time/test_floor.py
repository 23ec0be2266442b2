"""The speaker clock: off until used, fair about pauses, and a fact in the debrief."""

import pytest

from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.facts.kinds.running import CANDIDATE
from facilitator.domain.plan.agenda import Panelist
from facilitator.domain.time.floor import floor_holder, floor_seconds, holder_name
from tests.domain.interviews import Room, agenda, part

PLAN = agenda(part("Talk", "20m"), part("Closing", "5m"))


@pytest.mark.parametrize(
    ("script", "at", "expected"),
    [
        ("0:00 /start", "9:00", {}),
        ("0:00 /start\n1:00 /floor bo", "1:00", {"bo": 0}),
        ("0:00 /start\n1:00 /floor bo", "4:00", {"bo": 180}),
        ("0:00 /start\n1:00 /floor bo\n3:00 /floor them", "4:00", {"bo": 120, "@candidate": 60}),
        ("0:00 /start\n1:00 /floor bo\n3:00 /floor them\n4:00 /floor bo", "9:00", {"bo": 420, "@candidate": 60}),
        # Off: nobody is tallied.
        ("0:00 /start\n1:00 /floor bo\n3:00 /floor off", "9:00", {"bo": 120}),
        ("0:00 /start\n1:00 /floor bo\n3:00 /floor off\n5:00 /floor ann", "9:00", {"bo": 120, "ann": 240}),
        # Pauses and the end stop it; the next segment doesn't.
        ("0:00 /start\n1:00 /floor bo\n3:00 /pause", "9:00", {"bo": 120}),
        ("0:00 /start\n1:00 /floor bo\n3:00 /pause\n5:00 /resume", "9:00", {"bo": 360}),
        ("0:00 /start\n1:00 /floor bo\n3:00 /next", "9:00", {"bo": 480}),
        ("0:00 /start\n1:00 /floor bo\n3:00 /end", "9:00", {"bo": 120}),
        ("0:00 /start\n1:00 /floor bo\n3:00 /floor ann\n4:00 /undo", "9:00", {"bo": 480}),
        # A shadow may speak, too.
        ("0:00 /start\n1:00 /floor cy", "2:00", {"cy": 60}),
    ],
)
def test_seconds_by_holder(script: str, at: str, expected: dict[str, float]):
    room = Room(PLAN, script)
    assert floor_seconds(room.session, room.at(at)) == expected


@pytest.mark.parametrize(
    ("script", "holder"),
    [
        ("0:00 /start", None),
        ("0:00 /start\n1:00 /floor bo", "bo"),
        ("0:00 /start\n1:00 /floor candidate", "@candidate"),
        ("0:00 /start\n1:00 /floor @ann", "ann"),
        ("0:00 /start\n1:00 /floor bo\n2:00 /floor off", None),
        ("0:00 /start\n1:00 /floor bo\n2:00 /end", None),
    ],
)
def test_who_has_it(script: str, holder: str | None):
    assert floor_holder(Room(PLAN, script).session) == holder


def test_the_debrief_states_the_shares():
    room = Room(PLAN, "0:00 /start\n1:00 /floor bo\n3:00 /floor them\n9:00 /floor off\n11:00 /end")
    rows = [(row.holder, row.name, row.seconds, row.share) for row in debrief(room.session, room.at("20:00")).floor]
    assert rows == [("bo", "Bo Ek", 120, 0.25), ("candidate", "the candidate", 360, 0.75)]


def test_the_debrief_says_nothing_where_it_was_not_used():
    assert debrief(Room(PLAN, "0:00 /start\n11:00 /end").session, Room.at("20:00")).floor == ()


def test_whoever_has_it_is_called_by_name_whatever_the_id():
    plan = agenda(part("Talk", "10m"), panel=(Panelist(id="1a", name="Ann Lee"), Panelist(id="zoe", name="Zoe Ek")))
    session = Room(plan).session
    assert [holder_name(session, holder) for holder in ("1a", "zoe", CANDIDATE)] == [
        "Ann Lee",
        "Zoe Ek",
        "the candidate",
    ]
