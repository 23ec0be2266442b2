"""Decisions about questions: asked, partly or fully covered, dropped, handed to a colleague.

A mark is credited to the panelist that the line names, else as `crediting` says; a key does the same as a line.
"""

from facilitator.domain.facts.kinds.questions import QuestionHandedOff, QuestionMarked
from facilitator.domain.facts.status import Status
from facilitator.domain.language.arguments import QUESTION, WHY
from facilitator.domain.language.commands import command
from facilitator.domain.language.decision import Decision, Refusal, Situation
from facilitator.domain.language.who_is_meant import ASKER, AT_HAND, MARKED_BY, MARKED_BY_WORD, who_is_there
from facilitator.domain.plan.agenda import Panelist, Question
from facilitator.domain.questions.coverage import covered_by_others
from facilitator.domain.questions.crediting import credited_with
from facilitator.domain.text.durations import clock_text

QUESTIONS = "Questions"


@command("ask", QUESTION, MARKED_BY, heading=QUESTIONS, key="a", short=("a",))
def ask(here: Situation, question: Question, by: Panelist | None) -> Decision:
    """Mark a question as being asked; notes from now on belong to it."""
    return _mark(here, question, by, Status.ASKED, "is asking")


def covered_before(here: Situation, question: Question, by: Panelist | None) -> str:
    """Return which colleague has already covered the question, and when; empty if none has."""
    return _covered_before(here, question, _credited(here, question, by), here.plan.called(question))


@command("cover", AT_HAND, MARKED_BY, heading=QUESTIONS, key="c", confirm=covered_before, short=("c",))
def cover(here: Situation, question: Question, by: Panelist | None) -> Decision:
    """Mark a question as covered; without a number, the one at hand."""
    return _mark(here, question, by, Status.COVERED, "has covered")


@command("partly", AT_HAND, MARKED_BY, heading=QUESTIONS, key="h")
def partly(here: Situation, question: Question, by: Panelist | None) -> Decision:
    """Mark a question as covered in part."""
    return _mark(here, question, by, Status.PARTLY, "has partly covered")


@command("drop", QUESTION, MARKED_BY_WORD, WHY, heading=QUESTIONS, key="d")
def drop(here: Situation, question: Question, by: Panelist | None, why: str) -> Decision:
    """Drop a question, with a reason if you like."""
    whose = _credited(here, question, by)
    fact = QuestionMarked(question=question.id, panelist=whose.id, status=Status.DROPPED, reason=why)
    must = " It was a must-ask." if question.must else ""
    return Decision((fact,), f"{here.plan.called(question)} is dropped ({here.name_of(whose)}).{must}")


@command("handoff", QUESTION, ASKER, heading=QUESTIONS, key="o", short=("h", "ha"))
def handoff(here: Situation, question: Question, to: Panelist) -> Decision:
    """Hand a question over to a colleague."""
    if to.shadow:
        raise Refusal(f"{here.name_of(to)} is a shadow, who only watches.")
    who_is_there(to, here)
    if here.session.owner(question) == to.id:
        raise Refusal(f"{here.plan.called(question)} is already {here.name_of(to)}'s.")
    fact = QuestionHandedOff(question=question.id, panelist=to.id)
    return Decision((fact,), f"{here.plan.called(question)} goes to {here.name_of(to)}.")


def _mark(here: Situation, question: Question, by: Panelist | None, status: Status, verb: str) -> Decision:
    whose = _credited(here, question, by)
    said = f"{here.name_of(whose)} {verb} {here.plan.called(question)}."
    besides = _covered_before(here, question, whose, "it") or _taken_back(here, question, whose, status)
    fact = QuestionMarked(question=question.id, panelist=whose.id, status=status)
    return Decision((fact,), " ".join(filter(None, (said, besides))))


def _taken_back(here: Situation, question: Question, by: Panelist, status: Status) -> str:
    """Return that a question was covered until now, if the mark that says so is replaced by one that says less."""
    marks = [mark.status for mark in here.session.marks if (mark.question, mark.panelist) == (question.id, by.id)]
    is_less = marks[-1:] == [Status.COVERED] and status is not Status.COVERED
    return "It no longer counts as covered." if is_less else ""


def _credited(here: Situation, question: Question, by: Panelist | None) -> Panelist:
    return by or here.plan.panelist_by_id[credited_with(here.session, question, here.author)]


def _covered_before(here: Situation, question: Question, by: Panelist, named: str) -> str:
    """Return `Ann Lee covered it at 4:10.`; empty if no colleague did, or if everyone is to cover the question."""
    earlier = covered_by_others(here.session, question, by.id)
    if earlier is None or question.each:
        return ""
    at = clock_text((earlier.at - (here.session.started_at or here.session.opened_at)) / 1000)
    return f"{here.session.panelist_name(earlier.panelist)} covered {named} at {at}."
