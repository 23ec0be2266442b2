"""What is owed to the candidate after the interview: answers, by whom, until when."""

from datetime import date

from facilitator.domain.session.state import CandidateQuestion, Session


def owed_answers(session: Session) -> tuple[CandidateQuestion, ...]:
    """The candidate's questions that somebody promised to answer and hasn't, those due first at the front.

    Due in other words than a date comes after the dates, due at no time last.
    """
    waiting = [item for item in session.candidate_questions if item.status == "owed"]
    return tuple(sorted(waiting, key=lambda item: (not item.due, not _is_date(item.due), item.due, item.number)))


def is_overdue(due: str, today: date) -> bool:
    """Whether the day `due` (ISO) has gone by; never for other words."""
    return _is_date(due) and date.fromisoformat(due) < today


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
