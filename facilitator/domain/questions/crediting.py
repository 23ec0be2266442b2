"""Whom a mark on a question belongs to."""

from facilitator.domain.facts.status import Status
from facilitator.domain.plan.agenda import Question
from facilitator.domain.session.state import Session


def credited_with(session: Session, question: Question, author: str) -> str:
    """Return the id of the panelist to whom a mark belongs that names nobody.

    It is who was last marked as asking the question, if they are still there, else its owner, else the author.
    """
    asked = (mark for mark in reversed(session.marks) if mark.question == question.id and mark.status is Status.ASKED)
    asker = next((mark.panelist for mark in asked), None)
    if asker is not None and asker not in session.plan.absent:
        return asker
    return session.owner(question) or author
