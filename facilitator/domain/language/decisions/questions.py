"""Decisions about questions: asked, partly or fully covered, dropped, handed to a colleague."""

from facilitator.domain.facts.kinds.questions import QuestionHandedOff, QuestionMarked
from facilitator.domain.facts.status import Status
from facilitator.domain.language.arguments import BY, BY_WORD, PANELIST, QUESTION, WHY
from facilitator.domain.language.commands import command
from facilitator.domain.language.decision import Decision, Refusal, Situation
from facilitator.domain.plan.agenda import Panelist, Question
from facilitator.domain.questions.coverage import covered_by_others
from facilitator.domain.text.durations import clock_text

QUESTIONS = "Questions"


@command("ask", QUESTION, BY, heading=QUESTIONS, key="a", short=("a",))
def ask(here: Situation, question: Question, by: Panelist) -> Decision:
    """Mark a question as being asked; notes from now on belong to it."""
    return _mark(here, question, by, Status.ASKED, "asks")


def covered_before(here: Situation, question: Question, by: Panelist) -> str:
    """Return which colleague has already covered the question, and when; empty if none has."""
    return _covered_before(here, question, by, f"q{question.number}")


@command("cover", QUESTION, BY, heading=QUESTIONS, key="c", confirm=covered_before, short=("c",))
def cover(here: Situation, question: Question, by: Panelist) -> Decision:
    """Mark a question as covered."""
    return _mark(here, question, by, Status.COVERED, "has covered")


@command("partly", QUESTION, BY, heading=QUESTIONS, key="h")
def partly(here: Situation, question: Question, by: Panelist) -> Decision:
    """Mark a question as covered in part."""
    return _mark(here, question, by, Status.PARTLY, "has partly covered")


@command("drop", QUESTION, BY_WORD, WHY, heading=QUESTIONS, key="d")
def drop(here: Situation, question: Question, by: Panelist, why: str) -> Decision:
    """Leave a question out, with the reason if you like."""
    fact = QuestionMarked(question=question.id, panelist=by.id, status=Status.DROPPED, reason=why)
    must = " It was a must-ask." if question.must else ""
    return Decision((fact,), f"q{question.number} is dropped.{must}")


@command("handoff", QUESTION, PANELIST, heading=QUESTIONS, key="o", short=("h", "ha"))
def handoff(here: Situation, question: Question, to: Panelist) -> Decision:
    """Hand a question over to a colleague."""
    if to.shadow:
        raise Refusal(f"{here.name_of(to)} is a shadow: they watch and don't ask.")
    if here.session.owner(question) == to.id:
        raise Refusal(f"q{question.number} is {here.name_of(to)}'s already.")
    fact = QuestionHandedOff(question=question.id, panelist=to.id)
    return Decision((fact,), f"q{question.number} goes to {here.name_of(to)}.")


def _mark(here: Situation, question: Question, by: Panelist, status: Status, verb: str) -> Decision:
    said = (f"{here.name_of(by)} {verb} q{question.number}.", _covered_before(here, question, by, "it"))
    fact = QuestionMarked(question=question.id, panelist=by.id, status=status)
    return Decision((fact,), " ".join(filter(None, said)))


def _covered_before(here: Situation, question: Question, by: Panelist, named: str) -> str:
    """Return `Ann Lee covered it at 4:10.`; empty if no colleague did, or if everyone is to cover the question."""
    earlier = covered_by_others(here.session, question, by.id)
    if earlier is None or question.each:
        return ""
    at = clock_text((earlier.at - (here.session.started_at or here.session.opened_at)) / 1000)
    return f"{here.session.panelist_name(earlier.panelist)} covered {named} at {at}."
