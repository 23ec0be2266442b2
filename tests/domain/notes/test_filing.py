"""Where a note belongs follows from when it was taken, to the millisecond."""

import pytest

from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.facts.kinds.questions import QuestionMarked
from facilitator.domain.facts.kinds.running import SegmentStarted
from facilitator.domain.facts.kinds.session import Revoked
from facilitator.domain.facts.status import Status
from facilitator.domain.language.decision import Decision
from facilitator.domain.notes.filing import Filing
from facilitator.domain.notes.search import search_notes
from tests.domain.interviews import Room, agenda, ask, part
from tests.domain.session.recorded import minutes, session_of

PLAN = agenda(
    part("One", "5m", questions=[ask("aims", competency="craft"), ask("why")]),
    part("Two", "10m", questions=[ask("slip", competency="people")]),
)
SCRIPT = "1:00 /start\n2:00 /ask 1\n3:00 /partly 2\n4:00 /cover 2\n5:00 /next\n6:00 /ask 3\n7:00 /drop 3\n8:00 /end"


@pytest.mark.parametrize(
    ("at", "after_ms", "segment", "question"),
    [
        ("0:30", 0, None, None),
        ("1:00", -1, None, None),
        ("1:00", 0, "one", None),
        ("2:00", -1, "one", None),
        ("2:00", 0, "one", "aims"),
        ("3:00", -1, "one", "aims"),
        ("3:00", 0, "one", "why"),
        ("4:00", -1, "one", "why"),
        ("4:00", 0, "one", None),
        ("5:00", 0, "two", None),
        ("6:00", 0, "two", "slip"),
        ("7:00", -1, "two", "slip"),
        ("7:00", 0, "two", None),
        ("8:00", 0, "two", None),
        ("8:00", 1, None, None),
    ],
)
def test_the_segment_that_ran_and_the_question_at_hand(at: str, after_ms: int, segment, question):
    room = Room(PLAN, SCRIPT)
    filing = Filing(room.session)
    assert filing.segment(room.at(at) + after_ms) == segment
    assert filing.question_at_hand(room.at(at) + after_ms) == question


@pytest.mark.parametrize(
    ("script", "at", "question"),
    [
        # Covering another question takes none from hand.
        ("0:00 /start\n1:00 /ask 1\n2:00 /cover 2", "3:00", "aims"),
        ("0:00 /start\n1:00 /ask 1\n2:00 /drop 2", "3:00", "aims"),
        # What was asked in an earlier visit is not at hand in this one.
        ("0:00 /start\n1:00 /ask 1\n2:00 /next\n3:00 /back", "4:00", None),
        # Nor what was marked at the very end of the visit before; but what was at its very start.
        ("0:00 /start\n2:00 /ask 1\n2:00 /next", "3:00", "aims"),
        ("0:00 /start\n1:59 /ask 1\n2:00 /next", "3:00", None),
        # Before the start a question can be at hand too.
        ("1:00 /ask 1", "2:00", "aims"),
    ],
)
def test_a_question_is_at_hand_in_its_visit(script: str, at: str, question: str | None):
    room = Room(PLAN, script)
    assert Filing(room.session).question_at_hand(room.at(at)) == question


@pytest.mark.parametrize(
    ("line", "place", "question", "competency"),
    [
        ("a note", "one", "aims", "craft"),
        ("a note @q3", "one", "slip", "people"),
        ("a note @q2", "one", "why", None),
        ("a note #people", "one", "aims", "people"),
        ("a note @q3 #craft", "one", "slip", "craft"),
    ],
)
def test_what_a_note_names_goes_before_what_was_at_hand(line: str, place: str, question: str, competency: str | None):
    room = Room(PLAN, f"0:00 /start\n1:00 /ask 1\n2:00 {line}")
    (note,) = room.session.notes.values()
    filing = Filing(room.session)
    assert (filing.place(note), filing.question(note), filing.competency(note)) == (place, question, competency)


@pytest.mark.parametrize(
    ("filed", "place", "question", "competency"),
    [
        ("2", "two", None, None),
        ("1", "one", "aims", "craft"),
        ("q3", "two", "slip", "people"),
        ("q2", "one", "why", None),
    ],
)
def test_where_a_note_was_filed_goes_before_when_it_was_taken(filed: str, place: str, question, competency):
    room = Room(PLAN, f"0:00 /start\n1:00 /ask 1\n2:00 a note\n3:00 /file 1 {filed}")
    (note,) = room.session.notes.values()
    filing = Filing(room.session)
    assert (filing.place(note), filing.question(note), filing.competency(note)) == (place, question, competency)


def test_a_note_is_late_once_the_interview_has_ended():
    room = Room(PLAN, "0:00 /start\n1:00 in time\n2:00 /end\n2:00 at the end\n3:00 late")
    filing = Filing(room.session)
    assert [filing.is_late(note) for note in room.session.notes.values()] == [False, False, True]
    running = Room(PLAN, "0:00 /start\n1:00 in time").session
    assert not any(Filing(running).is_late(note) for note in running.notes.values())


ROUND = agenda(part("Talk", "20m", questions=[ask("aims"), ask("slip")]), part("Closing", "5m"))


@pytest.mark.parametrize(
    ("script", "question"),
    [
        ("", None),
        ("1:00 /ask 1", "aims"),
        ("1:00 /ask 1\n2:00 /partly 1", "aims"),
        ("1:00 /ask 1\n2:00 /ask 2", "slip"),
        ("1:00 /ask 1\n2:00 /cover 1", None),
        ("1:00 /ask 1\n2:00 /drop 1", None),
        # What becomes of another question meanwhile takes nothing from hand.
        ("1:00 /ask 1\n2:00 /cover 2", "aims"),
        ("1:00 /ask 1\n2:00 /drop 2", "aims"),
        # Another segment begins without one.
        ("1:00 /ask 1\n2:00 /next", None),
    ],
)
def test_the_question_that_a_note_belongs_to(script: str, question: str | None):
    room = Room(ROUND, f"0:00 /start\n{script}\n3:00 a note")
    (note,) = room.session.notes.values()
    assert Filing(room.session).question(note) == question


def test_a_note_filed_under_an_earlier_segment_has_none_of_the_later_ones_questions():
    room = Room(PLAN, "0:00 /start\n1:00 /next\n2:00 /ask 3\n3:00 a note\n4:00 /file 1 1")
    (note,) = room.session.notes.values()
    filing = Filing(room.session)
    assert (filing.place(note), filing.question(note), filing.competency(note)) == ("one", None, None)


def test_a_question_that_was_asked_a_millisecond_before_the_visit_is_not_at_hand_in_it():
    asked = QuestionMarked(question="aims", panelist="ann", status=Status.ASKED)
    started = SegmentStarted(segment="one")
    for early, question in ((1, None), (0, "aims")):
        session = session_of((2 - early / 60_000, asked), (2, started))
        assert Filing(session).question_at_hand(minutes(3)) == question


def test_a_note_belongs_to_an_added_question_until_its_adding_is_taken_back():
    room = Room(PLAN, "0:00 /start\n1:00 /question Why now? #craft\n2:00 /ask 4\n3:00 + said why\n4:00 about q4 again")
    (added,) = [question for question in room.session.plan.questions if question.number == 4]
    notes = list(room.session.notes.values())
    filing = Filing(room.session)
    assert [(filing.question(note), filing.competency(note)) for note in notes] == [(added.id, "craft")] * 2
    assert search_notes(room.session, "q4") == tuple(notes)
    room.conductor.carry_out(Decision((Revoked(group=added.id),)))
    filing, notes = Filing(room.session), list(room.session.notes.values())
    assert [(filing.question(note), filing.competency(note)) for note in notes] == [(None, None)] * 2
    told = debrief(room.session, room.at("5:00"))
    assert ([row.question for row in told.notes], told.changes) == ([None, None], ())
