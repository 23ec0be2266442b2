"""The other side sees how much time is left, without a warning and, unless that is wished, without overtime."""

import pytest

from facilitator.domain.time.clock_face import clock_face
from facilitator.domain.time.phases import Phase
from facilitator.showing.curtain import Turn, seen_by_them, without_alarm
from tests.ui.sessions import DANGER, ENDED, NORMAL, OVERTIME, WAITING, WARNING, played


def seen(until: int, overtime: bool = False):
    conductor, _ = played(until)
    return without_alarm(clock_face(conductor.session, conductor.now()), overtime)


@pytest.mark.parametrize("until", [WARNING, DANGER])
def test_while_there_is_time_it_is_as_ever(until: int):
    face = seen(until)
    assert face.phase is Phase.NORMAL
    assert face.word == "left"
    assert face.remaining_seconds > 0


def test_when_it_is_up_it_stays_at_zero():
    assert (seen(OVERTIME).phase, seen(OVERTIME).digits) == (Phase.NORMAL, "0:00")


def test_overtime_is_shown_if_it_is_wished():
    face = seen(OVERTIME, overtime=True)
    assert face.phase is Phase.OVERTIME
    assert face.remaining_seconds < 0


@pytest.mark.parametrize(("until", "phase"), [(WAITING, Phase.WAITING), (NORMAL, Phase.NORMAL), (ENDED, Phase.ENDED)])
def test_any_other_state_is_what_it_is(until: int, phase: Phase):
    assert seen(until).phase is phase
    assert (seen(until).room, seen(until).eating) == ("", "")


def test_they_see_the_title_once_and_every_segment_that_has_a_time():
    conductor, _ = played(WAITING)
    sight = seen_by_them(conductor.session, conductor.now())
    assert (sight.heading, sight.face.title) == ("VP Sales, final round", "")
    assert [item.turn for item in sight.items] == [Turn.LATER] * len(conductor.session.plan.segments)
    assert sight.items[0].begins == "10:01"


def test_what_is_over_comes_first_then_what_runs_then_what_is_ahead():
    conductor, _ = played(NORMAL)
    sight = seen_by_them(conductor.session, conductor.now())
    turns = [item.turn for item in sight.items]
    assert turns == sorted(turns, key=list(Turn).index)
    assert [item.title for item in sight.items if item.turn is Turn.NOW] == [sight.face.title]
