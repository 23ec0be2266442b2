"""Coverage: how far each question has got, by whom, and what is still open."""

from msgspec import Struct

from facilitator.domain.facts.status import Status
from facilitator.domain.plan.agenda import Question
from facilitator.domain.session.state import Mark, Session

_RANK = {status: place for place, status in enumerate(Status)}


class Covered(Struct, frozen=True):
    """A row of the coverage matrix. `by` has the panelists who are to ask the question or have marked it."""

    question: Question
    owner: str | None
    status: Status
    by: dict[str, Status]
    reason: str = ""

    @property
    def is_open(self) -> bool:
        """Whether there is still something to ask."""
        return self.status not in (Status.COVERED, Status.DROPPED)

    @property
    def is_unasked(self) -> bool:
        return self.status is Status.PLANNED


def coverage(session: Session) -> tuple[Covered, ...]:
    """Return the coverage matrix: a row per question, in the order of the agenda."""
    marks: dict[str, list[Mark]] = {}
    for mark in session.marks:
        marks.setdefault(mark.question, []).append(mark)
    return tuple(_covered(session, question, marks.get(question.id, [])) for question in session.plan.questions)


def covered_by_others(session: Session, question: Question, panelist: str) -> Mark | None:
    """Return the latest mark by which a colleague of `panelist` covered the question, if it still stands."""
    latest = {mark.panelist: mark for mark in session.marks if mark.question == question.id}
    marks = [mark for mark in latest.values() if mark.panelist != panelist and mark.status is Status.COVERED]
    return max(marks, key=lambda mark: mark.at, default=None)


def _covered(session: Session, question: Question, marks: list[Mark]) -> Covered:
    owner = session.owner(question)
    by: dict[str, Status] = {}
    if question.each:
        by.update({panelist.id: Status.PLANNED for panelist in session.plan.raters})
    elif owner is not None:
        by[owner] = Status.PLANNED
    by.update({mark.panelist: mark.status for mark in marks})
    return Covered(question, owner, _overall(session, question, by, marks), by, marks[-1].reason if marks else "")


def _overall(session: Session, question: Question, by: dict[str, Status], marks: list[Mark]) -> Status:
    """Return how far anybody got, or dropped if that came last. An `each` question is covered once all have done it."""
    if marks and marks[-1].status is Status.DROPPED:
        return Status.DROPPED
    got = [status for status in by.values() if status is not Status.DROPPED]
    furthest = max(got, key=_RANK.__getitem__, default=Status.PLANNED)
    if question.each and furthest is Status.COVERED:
        everyone = all(by.get(panelist.id) is Status.COVERED for panelist in session.plan.raters)
        return Status.COVERED if everyone else Status.PARTLY
    return furthest
