"""What the facts of the debrief meeting, about questions and about the candidate do; strangers change nothing."""

from facilitator.domain.facts.kinds.candidate import AnswerOwed, CandidateAnswered, CandidateAsked, CandidateNamed
from facilitator.domain.facts.kinds.meeting import DecisionMade, DissentVoiced, Outcome, VoteCast
from facilitator.domain.facts.kinds.questions import QuestionHandedOff, QuestionMarked
from facilitator.domain.facts.status import Status
from facilitator.domain.plan.scale import Recommendation
from tests.domain.session.recorded import PLAN, minutes, session_of


def test_a_vote_and_a_dissent_are_kept_of_the_panel_and_of_nobody_else():
    session = session_of(
        (1, VoteCast(panelist="bo", recommendation=Recommendation.YES)),
        (2, VoteCast(panelist="zed", recommendation=Recommendation.NO)),
        (3, VoteCast(panelist="bo", recommendation=Recommendation.NO)),
        (4, DissentVoiced(panelist="bo", text="Not for me.")),
        (5, DissentVoiced(panelist="zed", text="Nor for me.")),
    )
    assert session.votes == {"bo": Recommendation.NO}
    assert [(dissent.panelist, dissent.text, dissent.at) for dissent in session.dissents] == [
        ("bo", "Not for me.", minutes(4))
    ]


def test_the_latest_decision_stands_with_who_recorded_it():
    session = session_of(
        (1, DecisionMade(outcome=Outcome.NO)), (2, DecisionMade(outcome=Outcome.YES, reason="after all")), by="bo"
    )
    assert session.decision is not None
    decision = session.decision
    assert (decision.outcome, decision.reason, decision.panelist, decision.at) == (
        Outcome.YES,
        "after all",
        "bo",
        minutes(2),
    )


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


def test_the_questions_of_the_candidate_are_numbered_and_each_has_its_own_fate():
    session = session_of(
        (1, CandidateAsked(text="Why?")),
        (2, CandidateAsked(text="When?")),
        (3, CandidateAsked(text="Who?")),
        (4, AnswerOwed(item="e1", panelist="bo", due="2026-12-04")),
        (5, CandidateAnswered(item="e1", panelist="ann")),
        (6, AnswerOwed(item="e2", panelist="bo", due="soon")),
        (7, CandidateAnswered(item="e9", panelist="ann")),
    )
    rows = [(item.number, item.text, item.status, item.panelist, item.due) for item in session.candidate_questions]
    assert rows == [
        (1, "Why?", "answered", "ann", ""),
        (2, "When?", "owed", "bo", "soon"),
        (3, "Who?", "asked", None, ""),
    ]
    assert [item.at for item in session.candidate_questions] == [minutes(1), minutes(2), minutes(3)]


def test_the_latest_name_counts():
    assert session_of((1, CandidateNamed(name="Ilse")), (2, CandidateNamed(name="Ilsa"))).candidate == "Ilsa"
