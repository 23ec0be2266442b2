"""Who is ready is told before the start, with what they want, and then no more."""

from facilitator.domain.facts.kinds.people import PanelistReady
from facilitator.domain.facts.kinds.running import SegmentStarted
from facilitator.domain.time.clock_face import clock_face
from facilitator.domain.time.timing import running_order
from facilitator.showing.facts import clock_facts
from facilitator.showing.who_is_ready import readiness_fact, readiness_text
from tests.domain.session.recorded import session_of

READY = (1, PanelistReady(panelist="bo", want="the numbers"))


def test_who_is_ready_comes_first_and_who_is_not_last():
    first, *_, last = readiness_text(session_of(READY)).split("\n")
    assert first.endswith("is ready: “the numbers”")
    assert last.startswith("Not yet: ")


def test_nothing_is_said_if_nobody_is_or_once_it_has_begun():
    assert readiness_text(session_of()) == ""
    assert readiness_text(session_of(READY, (2, SegmentStarted(segment="one")))) == ""


def test_the_same_stands_by_the_clock_in_a_few_words():
    session = session_of(READY)
    now = session.opened_at
    told = [one.text for one in clock_facts(session, clock_face(session, now), running_order(session, now), now)]
    assert readiness_fact(session) in told
    assert readiness_fact(session).startswith("ready: ")
    assert readiness_fact(session_of()) == ""
    assert readiness_fact(session_of(READY, (2, SegmentStarted(segment="one")))) == ""
