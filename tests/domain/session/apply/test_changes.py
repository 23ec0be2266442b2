"""What the changes of plan do to a session, also where they name what isn't there or come twice."""

import pytest

from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.changes import (
    HardStopSet,
    NewQuestion,
    NewSegment,
    QuestionAdded,
    QuestionReworded,
    SegmentAdded,
    SegmentLengthSet,
    SegmentMoved,
    SegmentRetitled,
)
from facilitator.domain.facts.kinds.questions import QuestionMarked
from facilitator.domain.facts.kinds.running import SegmentStarted, TimeAdded
from facilitator.domain.facts.status import Status
from facilitator.domain.plan.agenda import SegmentKind
from facilitator.domain.session.state import Session
from tests.domain.session.recorded import PLAN, minutes, session_of


def asking(words: str, segment: str = "two", **fields) -> QuestionAdded:
    return QuestionAdded(question=NewQuestion(ask=words, **fields), segment=segment)


def adding(title: str, after: str, number: int = 4, **fields) -> SegmentAdded:
    return SegmentAdded(segment=NewSegment(title=title, length_seconds=480, **fields), number=number, after=after)


def order(session: Session) -> str:
    numbers = session.plan.segment_numbers
    return " ".join(f"{numbers[segment.id]}.{segment.title}" for segment in session.plan.segments)


def test_a_question_is_added_at_the_end_of_its_segment():
    session = session_of((1, asking("Why?", competency="craft", owner="bo", must=True, length_seconds=240)))
    added = session.plan.segment("two").questions[-1]
    assert (added.id, added.number, added.ask) == ("e1", 3, "Why?")
    assert (added.competency, added.owner, added.must, added.length_seconds) == ("craft", "bo", True, 240)
    assert [event.id for event in session.changes] == ["e1"]
    assert session.agenda is PLAN


def test_it_can_be_marked_like_any_other():
    session = session_of((1, asking("Why?")), (2, QuestionMarked(question="e1", panelist="bo", status=Status.ASKED)))
    assert [mark.question for mark in session.marks] == ["e1"]


def test_names_that_nobody_knows_are_left_out():
    session = session_of((1, asking("Why?", competency="nothing", owner="nobody", backup="nobody")))
    added = session.plan.question_by_id["e1"]
    assert (added.competency, added.owner, added.backup) == (None, None, None)


def test_a_segment_is_added_where_it_was_put_and_can_be_run():
    session = session_of((1, adding("Demo", "one", kind=SegmentKind.PRACTICE)), (2, SegmentStarted(segment="e1")))
    assert order(session) == "1.One 4.Demo 2.Two 3.Three"
    assert session.current is not None
    assert (session.current.title, session.current.kind) == ("Demo", "practice")


def test_two_that_were_called_alike_at_the_same_time_get_two_numbers():
    session = session_of(
        (1, adding("Demo", "one")), (1, adding("Lunch", "one")), (2, asking("Why?")), (2, asking("How?"))
    )
    assert order(session) == "1.One 5.Lunch 4.Demo 2.Two 3.Three"
    assert list(session.plan.question_by_number) == [1, 2, 3, 4]


def test_a_length_counts_whatever_was_added_before_and_can_be_added_to():
    session = session_of(
        (1, TimeAdded(segment="two", seconds=60)),
        (2, SegmentLengthSet(segment="two", seconds=1200)),
        (3, TimeAdded(segment="two", seconds=-30)),
    )
    assert session.plan.segment("two").length_seconds + session.added_seconds["two"] == 1170


def test_the_hard_stop_is_set_and_lifted():
    session = session_of((1, HardStopSet(at=minutes(30))), (2, HardStopSet(at=minutes(40))))
    assert session.hard_stop_at == minutes(40)
    assert session_of((1, HardStopSet(at=minutes(30))), (2, HardStopSet())).hard_stop_at is None


def test_words_and_titles_are_changed():
    session = session_of(
        (1, QuestionReworded(question="slip", ask="What went wrong?")),
        (2, SegmentRetitled(segment="two", title="Deux")),
    )
    assert session.plan.question_by_id["slip"].ask == "What went wrong?"
    assert order(session) == "1.One 2.Deux 3.Three"


@pytest.mark.parametrize(
    "fact",
    [
        asking("Why?", segment="four"),
        asking("Why?", id="aims"),
        adding("Demo", "one", id="two"),
        SegmentMoved(segment="four", after="one"),
        SegmentMoved(segment="one", after="four"),
        SegmentMoved(segment="one", after="one"),
        SegmentLengthSet(segment="four", seconds=60),
        SegmentRetitled(segment="four", title="Quatre"),
        QuestionReworded(question="none", ask="What?"),
        QuestionReworded(question="aims", ask="What about aims?"),
        HardStopSet(),
    ],
)
def test_what_means_nothing_changes_nothing(fact: AnyFact):
    session, before = session_of((1, fact)), session_of()
    assert (session.plan, session.hard_stop_at, session.changes) == (before.plan, None, [])
