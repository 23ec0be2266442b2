"""Coverage: how far each question has got, by whom, and what is still open."""

from msgspec import Struct

from facilitator.domain.facts.kinds.people import PanelistArrived
from facilitator.domain.facts.status import Status
from facilitator.domain.plan.agenda import Question
from facilitator.domain.session.state import Mark, Session

NONE_PLANNED = "No questions were planned."
"""What is said instead of “everything was asked” where there was nothing to ask."""

_RANK = {status: place for place, status in enumerate(Status)}


class Covered(Struct, frozen=True):
    """A row of the coverage matrix. `by` has the panelists who are to ask the question or have marked it.

    `awaited` are those who each have to cover it, by id; nobody, unless everyone has to.
    """

    question: Question
    owner: str | None
    status: Status
    by: dict[str, Status]
    reason: str = ""
    awaited: tuple[str, ...] = ()

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
    came = {event.fact.panelist: event.at for event in session.changes if isinstance(event.fact, PanelistArrived)}
    return tuple(_covered(session, question, marks.get(question.id, []), came) for question in session.plan.questions)


def covered_by_others(session: Session, question: Question, panelist: str) -> Mark | None:
    """Return the latest mark by which a colleague of `panelist` covered the question, if it still stands."""
    latest = {mark.panelist: mark for mark in session.marks if mark.question == question.id}
    marks = [mark for mark in latest.values() if mark.panelist != panelist and mark.status is Status.COVERED]
    return max(marks, key=lambda mark: mark.at, default=None)


def _covered(session: Session, question: Question, marks: list[Mark], came: dict[str, int]) -> Covered:
    owner = session.owner(question)
    awaited = _awaited(session, marks, came) if question.each else ()
    marked = {mark.panelist: mark.status for mark in marks}
    by = dict.fromkeys(awaited or filter(None, [owner]), Status.PLANNED) | marked
    status = _overall(question, by, marks, awaited)
    is_settled = status in (Status.COVERED, Status.DROPPED)
    if is_settled and not awaited and owner != session.owners.get(question.id, question.owner):
        by = marked  # nothing is left for whoever would act for the absent owner
    return Covered(question, owner, status, by, marks[-1].reason if marks else "", awaited)


def _awaited(session: Session, marks: list[Mark], came: dict[str, int]) -> tuple[str, ...]:
    """Return who has to cover a question that everyone has to: all who are there.

    Whoever came when all who were there before had covered it needn't: it isn't asked again for them.
    """
    latest = {mark.panelist: mark for mark in marks}
    covered = {mark.panelist: mark.at for mark in latest.values() if mark.status is Status.COVERED}
    first = [panelist.id for panelist in session.plan.raters if panelist.id not in came]
    later = [panelist.id for panelist in session.plan.raters if panelist.id in came]
    awaited = first
    for panelist in sorted(later, key=came.__getitem__):
        if not awaited or not all(one in covered and covered[one] <= came[panelist] for one in awaited):
            awaited = [*awaited, panelist]
    order = [panelist.id for panelist in session.plan.raters]
    return tuple(sorted(awaited, key=order.index))


def _overall(question: Question, by: dict[str, Status], marks: list[Mark], awaited: tuple[str, ...]) -> Status:
    """Return how far anybody got, or dropped if that came last. One for everyone is covered once all have done it."""
    if marks and marks[-1].status is Status.DROPPED:
        return Status.DROPPED
    got = [status for status in by.values() if status is not Status.DROPPED]
    furthest = max(got, key=_RANK.__getitem__, default=Status.PLANNED)
    if question.each and furthest is Status.COVERED:
        return Status.COVERED if all(by[panelist] is Status.COVERED for panelist in awaited) else Status.PARTLY
    return furthest
