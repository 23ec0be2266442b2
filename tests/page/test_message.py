"""What the page is told stays the same while nothing happens: it counts down by itself."""

import json
from typing import Any

import pytest

from facilitator.page.message import message
from facilitator.showing.curtain import seen_by_them
from tests.ui.sessions import DANGER, ENDED, NORMAL, OVERTIME, WAITING, played


def told(conductor: Any, overtime: bool = False) -> Any:
    now = conductor.now()
    return json.loads(message(seen_by_them(conductor.session, now, overtime), now))


def test_while_time_runs_it_says_when_that_is_up_and_nothing_changes_with_the_seconds():
    conductor, clock = played(NORMAL)
    before = told(conductor)
    left = seen_by_them(conductor.session, conductor.now()).face.remaining_seconds
    assert before["zero_at"] == conductor.now() // 1000 * 1000 + left * 1000
    clock.advance(7.3)
    assert told(conductor) == before


def test_all_that_it_says_is_on_the_curtain():
    conductor, _ = played(DANGER)
    sight = seen_by_them(conductor.session, conductor.now())
    said = told(conductor)
    assert set(said) == {"heading", "title", "glyph", "words", "over", "left", "zero_at", "lines"}
    assert (said["heading"], said["title"]) == (sight.heading, sight.face.title)
    assert (said["glyph"], said["words"]) == ("▶", "left")
    assert said["lines"] == [{"turn": i.turn, "begins": i.begins, "title": i.title} for i in sight.items]


@pytest.mark.parametrize(("until", "words", "left"), [(WAITING, "not started", 5400), (ENDED, "ended", 0)])
def test_before_and_after_nothing_counts(until: int, words: str, left: int):
    said = told(played(until)[0])
    assert (said["words"], said["left"], said["zero_at"], said["title"]) == (words, left, None, "")


def test_a_pause_stands_still_and_says_so():
    conductor, clock = played(NORMAL)
    conductor.submit("/pause")
    before = told(conductor)
    clock.advance(30)
    assert told(conductor)["left"] == before["left"] > 0
    assert (before["words"], before["zero_at"]) == ("left, paused", None)


def test_overtime_stays_at_zero_unless_it_is_wished():
    conductor, _ = played(OVERTIME)
    plain, wished = told(conductor), told(conductor, overtime=True)
    assert (plain["left"], plain["zero_at"], plain["over"]) == (0, None, [])
    assert wished["zero_at"] < conductor.now()
    assert (wished["words"], wished["over"]) == ("left", ["■", "over"])


def test_where_it_is_wished_time_that_is_up_changes_nothing_that_is_told():
    conductor, clock = played(DANGER)
    before = told(conductor, overtime=True)
    clock.advance((before["zero_at"] - conductor.now()) / 1000 + 5)
    after = told(conductor, overtime=True)
    assert after | {"lines": before["lines"]} == before


def test_it_is_one_line():
    conductor, _ = played(NORMAL)
    assert b"\n" not in message(seen_by_them(conductor.session, conductor.now()), conductor.now())
