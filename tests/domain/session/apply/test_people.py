"""Who is there follows from who came and went; what makes no sense changes nothing."""

import pytest

from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.notes import NoteCredited, NoteTaken
from facilitator.domain.facts.kinds.people import (
    InterviewCancelled,
    PanelistAbsent,
    PanelistArrived,
    PanelistReady,
    StandInNamed,
)
from facilitator.domain.facts.kinds.running import InterviewEnded, SegmentStarted
from tests.domain.session.recorded import minutes, session_of

DANA = PanelistArrived(panelist="dana", name="Dana Roth", role="CFO")


def absent(panelist: str) -> PanelistAbsent:
    return PanelistAbsent(panelist=panelist)


def test_whoever_came_is_on_the_panel_and_stays_on_it():
    plan = session_of((1, DANA), (2, absent("dana"))).plan
    assert [panelist.id for panelist in plan.panel] == ["ann", "bo", "cy", "dana"]
    assert [panelist.id for panelist in plan.present] == ["ann", "bo", "cy"]
    assert [panelist.id for panelist in plan.raters] == ["ann", "bo"]


def test_the_agenda_stays_as_it_was():
    session = session_of((1, DANA), (2, absent("bo")))
    assert [panelist.id for panelist in session.agenda.panel] == ["ann", "bo", "cy"]


def test_what_took_effect_is_a_change_of_plan():
    facts: list[AnyFact] = [DANA, absent("bo"), StandInNamed(panelist="dana", absent="bo")]
    session = session_of(*((place, fact) for place, fact in enumerate(facts)))
    assert [event.fact for event in session.changes] == facts


@pytest.mark.parametrize(
    "facts",
    [
        [PanelistArrived(panelist="bo")],
        [PanelistArrived(panelist="bo", name="Another Bo")],
        [PanelistArrived(panelist="dana")],
        [PanelistArrived(panelist="", name="Nobody")],
        [absent("zed")],
        [StandInNamed(panelist="bo", absent="ann")],
        [StandInNamed(panelist="zed", absent="bo")],
    ],
)
def test_what_makes_no_sense_changes_nothing(facts):
    session = session_of(*((place, fact) for place, fact in enumerate(facts)))
    assert (session.plan, session.changes) == (session_of().plan, [])


def test_the_last_one_who_asks_stays():
    session = session_of((1, absent("bo")), (2, absent("ann")))
    assert [panelist.id for panelist in session.plan.raters] == ["ann"]


def test_a_shadow_sits_in_for_nobody():
    session = session_of((1, absent("bo")), (2, StandInNamed(panelist="cy", absent="bo")))
    assert session.plan.stand_ins == {}


def test_two_who_sit_in_for_each_other_act_for_nobody_while_both_are_absent():
    facts: list[AnyFact] = [
        DANA,
        absent("bo"),
        StandInNamed(panelist="dana", absent="bo"),
        absent("dana"),
        PanelistArrived(panelist="bo"),
        StandInNamed(panelist="bo", absent="dana"),
        absent("bo"),
    ]
    plan = session_of(*((place, fact) for place, fact in enumerate(facts))).plan
    assert (plan.acting("bo"), plan.acting("dana"), plan.acting("ann"), plan.acting(None)) == (None, None, "ann", None)


def test_an_interview_that_is_called_off_ends():
    session = session_of((2, InterviewCancelled(reason="flu")))
    assert (session.started_at, session.ended_at) == (None, minutes(2))


def test_one_that_is_cut_off_ends_in_its_segment():
    session = session_of((1, SegmentStarted(segment="one")), (4, InterviewCancelled(reason="fire")))
    assert (session.visits[0].ended_at, session.ended_at) == (minutes(4), minutes(4))
    assert session.cancelled is not None
    assert (session.cancelled.reason, session.cancelled.no_show) == ("fire", False)


def test_what_has_ended_is_called_off_no_more():
    session = session_of(
        (1, SegmentStarted(segment="one")), (4, InterviewEnded()), (5, InterviewCancelled(reason="late"))
    )
    assert session.cancelled is None


def test_a_note_is_whose_it_is_credited_to():
    taken, own = NoteTaken(text="one", credited="bo"), NoteTaken(text="two")
    session = session_of((1, taken), (2, own), (3, NoteCredited(note="e2", panelist="cy")))
    assert [note.author for note in session.notes.values()] == ["bo", "cy"]
    assert session_of((1, taken), (2, NoteCredited(note="e1", panelist="zed"))).notes["e1"].author == "bo"


def test_whoever_is_ready_says_what_they_want_until_it_begins():
    ready = PanelistReady(panelist="bo", want="the numbers")
    again = PanelistReady(panelist="bo", want="the map")
    late = PanelistReady(panelist="ann", want="nothing")
    session = session_of((1, ready), (2, again), (3, SegmentStarted(segment="one")), (4, late))
    assert session.ready == {"bo": "the map"}
    assert session_of((1, PanelistReady(panelist="nobody"))).ready == {}


def test_nobody_takes_back_that_somebody_is_ready():
    assert not session_of((1, PanelistReady(panelist="bo"))).acts
