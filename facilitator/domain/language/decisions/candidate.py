"""Decisions about the candidate: their name, and their own questions (asked, answered, owed)."""

from msgspec.structs import replace

from facilitator.domain.facts.kinds.candidate import (
    AnswerOwed,
    CandidateAnswered,
    CandidateAsked,
    CandidateNamed,
    CandidateQuestionReworded,
    CandidateQuestionStruck,
)
from facilitator.domain.language.arguments import BY, DEBTOR, ITEM, TEXT, UNTIL
from facilitator.domain.language.commands import command
from facilitator.domain.language.decision import Decision, Situation
from facilitator.domain.plan.agenda import Panelist
from facilitator.domain.session.numbering import next_number
from facilitator.domain.session.state import CandidateQuestion
from facilitator.domain.text.dates import by_when, due_day
from facilitator.domain.text.plain_text import one_line

THEIRS = "Their questions"
NAME = replace(TEXT, shown="NAME")


@command("with", NAME, heading="The session")
def with_whom(here: Situation, name: str) -> Decision:
    """Say who the interview is with."""
    return Decision((CandidateNamed(name=one_line(name)),), f"With {one_line(name)}.")


@command("them", TEXT, heading=THEIRS, key="t")
def them(here: Situation, text: str) -> Decision:
    """Note a question that they ask you."""
    number = next_number(here.session, "t", here.device)
    counted = len(here.session.candidate_questions) + len(here.session.struck_questions)
    label = f"{here.letter}{number or counted + 1}"
    fact = CandidateAsked(text=text, number=number)
    return Decision((fact,), f"Their question is kept as t{label}.", at=here.typed_at)


def reword(item: CandidateQuestion, text: str) -> Decision:
    """Put a question of theirs in other words."""
    fact = CandidateQuestionReworded(item=item.id, text=text)
    return Decision((fact,), f"Their question {item.called} is changed.")


def strike(item: CandidateQuestion) -> Decision:
    """Strike one of their questions. Removes it from the debrief."""
    fact = CandidateQuestionStruck(item=item.id)
    return Decision((fact,), f"Their question {item.called} is struck. /undo brings it back.")


@command("answered", ITEM, BY, heading=THEIRS, key="y")
def answered(here: Situation, item: CandidateQuestion, by: Panelist) -> Decision:
    """Mark one of their questions as answered."""
    fact = CandidateAnswered(item=item.id, panelist=by.id)
    return Decision((fact,), f"{here.name_of(by)} answered their question {item.called}.")


@command("owed", ITEM, DEBTOR, UNTIL, heading=THEIRS, key="w")
def owed(here: Situation, item: CandidateQuestion, by: Panelist, due: str) -> Decision:
    """Promise an answer: who owes it, by when."""
    when = f" {by_when(due)}" if due else ""
    words = "" if not due or due_day(due) else " (not a date, so no reminder)"
    fact = AnswerOwed(item=item.id, panelist=by.id, due=due)
    return Decision((fact,), f"{here.name_of(by)} owes an answer to their question {item.called}{when}{words}.")
