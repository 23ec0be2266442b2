"""The new end is said while a length is typed."""

import pytest

from facilitator.domain.language.decisions import foreseen
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


def test_nothing_happens_by_foreseeing_it():
    room = Room(PLAN, "0:00 /start\n0:10 a note\n0:20 /undo")
    before, kept = room.session, room.log.events
    foreseen("/add 30", room.session, room.at("1:00"), "ann")
    assert room.session == before == Room(PLAN, "0:00 /start\n0:10 a note\n0:20 /undo").session
    assert room.log.events == kept
