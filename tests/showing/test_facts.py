"""What there is to say of clock, segments and questions, in the words of every view."""

import pytest

from facilitator.domain.questions.coverage import coverage
from facilitator.domain.time.clock_face import clock_face
from facilitator.domain.time.timing import running_order
from facilitator.showing.facts import answer_words, clock_facts, order_detail, question_facts
from tests.domain.panel.looking_on import onlookers_session
from tests.ui.sessions import DANGER, ENDED, OVERTIME, STARTS, WAITING, opened, played, small_agenda
from tests.ui.shared_sessions import shared_sample


def facts(until: int) -> list[str]:
    conductor, _ = played(until)
    session, now = conductor.session, conductor.now()
    return [fact.text for fact in clock_facts(session, clock_face(session, now), running_order(session, now), now)]


@pytest.mark.parametrize(
    ("until", "first"), [(WAITING, "◇ not started"), (DANGER, "▲ left of 15:00, hand over"), (ENDED, "□ ended at ")]
)
def test_the_clock_says_first_what_its_figures_count(until: int, first: str):
    assert facts(until)[0].startswith(first)


def test_before_a_start_that_is_due_later_the_end_is_that_of_the_plan():
    """It is due at 10:00, half an hour from now, and takes 15 minutes."""
    later, _ = opened(small_agenda())
    session, now = later.session, later.now() - 30 * 60_000
    told = [fact.text for fact in clock_facts(session, clock_face(session, now), running_order(session, now), now)]
    assert "ends 10:15 if started on time" in told
    assert any(fact.endswith(" if started now") for fact in facts(WAITING))


def test_on_a_panel_it_says_who_can_start():
    """Its lead, who has the clock; nobody else is told to do what they would be refused."""
    shared = shared_sample(WAITING).conductor
    session, now = shared.session, shared.now()
    told = [fact.text for fact in clock_facts(session, clock_face(session, now), running_order(session, now), now)]
    assert "! talking already? Marit Lindqvist can /start" in told
    assert "! talking already? /start" in facts(WAITING)


def test_in_overtime_the_clock_says_over_what():
    assert facts(OVERTIME)[0] == "■ over the 15:00"


def test_a_segment_says_plan_against_actual():
    conductor, _ = opened(small_agenda())
    conductor.submit("/start")
    conductor.submit("/add 2m")
    first, second = running_order(conductor.session, conductor.now())
    assert order_detail(first) == ["takes 10:00 + 2:00", "talk"]
    assert order_detail(second) == ["takes 5:00", "protected", "their questions"]


def test_a_question_says_its_status_who_asks_it_and_its_competency():
    conductor, _ = opened(small_agenda())
    conductor.submit("/ask 1")
    assert question_facts(conductor.session, coverage(conductor.session)[0]) == "asked, Ann Lee, Craft"


def test_a_question_of_theirs_says_what_became_of_it():
    conductor, _ = opened(small_agenda())
    for line in ("/start", "/them Why?", "/them When?", "/them Who?", "/answered 2", "/owed 3 by bo by 2026-12-04"):
        conductor.submit(line)
    session = conductor.session
    words = [answer_words(session, item) for item in session.candidate_questions]
    assert words == ["open", "answered", "owed by Bo Chen by Friday, 4 December"]


def test_whoever_looks_on_is_not_told_how_to_start():
    session, now = onlookers_session(WAITING), STARTS
    told = [fact.text for fact in clock_facts(session, clock_face(session, now), running_order(session, now), now)]
    assert told[0] == "◇ not started"
    assert not [fact for fact in told if "/" in fact]
