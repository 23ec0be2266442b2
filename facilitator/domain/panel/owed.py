"""What is owed to the candidate after the interview: answers, by whom, by when."""

from datetime import date

from facilitator.domain.session.state import CandidateQuestion, Session
from facilitator.domain.text.dates import due_day


def owed_answers(session: Session) -> tuple[CandidateQuestion, ...]:
    """Return the candidate's questions that somebody has promised to answer, the ones due first at the front.

    Those due in other words than a date come after the dates, and those without a time last.
    """
    waiting = [item for item in session.candidate_questions if item.status == "owed"]
    return tuple(sorted(waiting, key=lambda item: (not item.due, due_day(item.due) is None, item.due, item.number)))


def is_overdue(due: str, today: date) -> bool:
    """Whether the day of `due` (an ISO date, perhaps with a time) is before `today`; never for other words."""
    day = due_day(due)
    return day is not None and day < today
