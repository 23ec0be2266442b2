"""The candidate's name and questions, as the latest fact about each has them."""

from facilitator.domain.facts.kinds.candidate import (
    AnswerOwed,
    CandidateAnswered,
    CandidateAsked,
    CandidateNamed,
    CandidateQuestionStruck,
)
from facilitator.domain.facts.kinds.session import Revoked
from tests.domain.session.recorded import minutes, session_of


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


def test_every_name_they_had_is_known_once_also_one_that_was_taken_back():
    session = session_of(
        (1, CandidateNamed(name="Ilse")),
        (2, CandidateNamed(name="Elsa")),
        (3, Revoked(group="e2")),
        (4, CandidateNamed(name="Ilsa")),
        (5, CandidateNamed(name="Ilse")),
        candidate="Else",
    )
    assert (session.candidate, session.names) == ("Ilse", ("Else", "Ilse", "Elsa", "Ilsa"))


def test_a_question_is_struck_and_no_other():
    asked = [(1, CandidateAsked(text="Why?")), (2, CandidateAsked(text="When?"))]
    session = session_of(*asked, (3, CandidateQuestionStruck(item="e2")), (4, CandidateQuestionStruck(item="e9")))
    assert [item.text for item in session.candidate_questions] == ["Why?"]
    assert list(session.struck_questions) == ["e2"]


def test_a_name_is_one_line_whoever_recorded_it():
    session = session_of((1, CandidateNamed(name="Ana\nErased: 1.")), candidate="Róbin\nReyes")
    assert (session.candidate, session.names) == ("Ana Erased: 1.", ("Róbin Reyes", "Ana Erased: 1."))
