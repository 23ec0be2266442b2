"""Marks and hand-offs count for questions and people that the agenda has."""

from facilitator.domain.facts.kinds.questions import QuestionHandedOff, QuestionMarked
from facilitator.domain.facts.status import Status
from tests.domain.session.recorded import PLAN, minutes, session_of


def marked(question: str, panelist: str, status: Status = Status.ASKED) -> QuestionMarked:
    return QuestionMarked(question=question, panelist=panelist, status=status, reason="why")


def test_a_mark_names_a_question_and_somebody_of_the_panel():
    session = session_of((1, marked("aims", "bo")), (2, marked("what", "bo")), (3, marked("aims", "zed")))
    assert [(mark.question, mark.panelist, mark.status, mark.at, mark.reason) for mark in session.marks] == [
        ("aims", "bo", Status.ASKED, minutes(1), "why")
    ]


def test_a_question_is_handed_to_somebody_of_the_panel():
    session = session_of(
        (1, QuestionHandedOff(question="aims", panelist="bo")),
        (2, QuestionHandedOff(question="what", panelist="bo")),
        (3, QuestionHandedOff(question="slip", panelist="zed")),
    )
    assert session.owners == {"aims": "bo"}
    assert [session.owner(question) for question in PLAN.questions] == ["bo", None]
