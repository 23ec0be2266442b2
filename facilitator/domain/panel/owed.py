"""What is owed to the candidate after the interview: answers, by whom, until when."""

from datetime import date

from facilitator.domain.session.state import CandidateQuestion, Session
from facilitator.domain.text.dates import is_before, is_date


def owed_answers(session: Session) -> tuple[CandidateQuestion, ...]:
    """The candidate's questions that somebody promised to answer and hasn't, those due first at the front.

    Due in other words than a date comes after the dates, due at no time last.
    """
    waiting = [item for item in session.candidate_questions if item.status == "owed"]
    return tuple(sorted(waiting, key=lambda item: (not item.due, not is_date(item.due), item.due, item.number)))


def is_overdue(due: str, today: date) -> bool:
    """Whether the day `due` (ISO) has gone by; never for other words."""
    return is_before(due, today)
