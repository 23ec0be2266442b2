"""Who carries the interview: questions per panelist and competency, and who hasn't been heard.

Separate from the coverage matrix, which is about questions: this is about the people and what they came for.
"""

from collections.abc import Iterable

from msgspec import Struct

from facilitator.domain.facts.status import Status
from facilitator.domain.plan.agenda import Panelist, Question
from facilitator.domain.questions.coverage import Covered, coverage
from facilitator.domain.session.state import Session
from facilitator.domain.time import timing


class Tally(Struct, frozen=True):
    """How many questions stand at each status; every status is in `counts`."""

    counts: dict[Status, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def covered(self) -> int:
        return self.counts[Status.COVERED]

    @property
    def open(self) -> int:
        """Those with something left to ask."""
        return self.total - self.covered - self.counts[Status.DROPPED]


class Unheard(Struct, frozen=True):
    """A panelist who hasn't spoken, and the questions that wait for them."""

    panelist: Panelist
    questions: tuple[Question, ...]


def tally_by_panelist(session: Session) -> dict[str, Tally]:
    """Panelist id to the questions that are theirs or that they did something with; in the order of the panel."""
    rows = coverage(session)
    return {
        panelist.id: _tally(row.by[panelist.id] for row in rows if panelist.id in row.by)
        for panelist in session.agenda.panel
    }


def tally_by_competency(session: Session) -> dict[str, Tally]:
    """Competency id to its questions, each as far as the panel got with it; in the order of the agenda."""
    rows = coverage(session)
    return {
        competency.id: _tally(row.status for row in rows if row.question.competency == competency.id)
        for competency in session.agenda.competencies
    }


def missing_from(session: Session, row: Covered) -> tuple[Panelist, ...]:
    """Who has yet to cover a question that everyone has to; nobody for other questions, or once it is dropped."""
    if not row.question.each or row.status is Status.DROPPED:
        return ()
    return tuple(panelist for panelist in session.agenda.raters if row.by.get(panelist.id) is not Status.COVERED)


def unheard(session: Session) -> tuple[Unheard, ...]:
    """The panelists who own questions that nobody has asked, and haven't spoken: no mark, note or answer is theirs."""
    heard = {mark.panelist for mark in session.marks}
    heard |= {note.author for note in session.notes.values()}
    heard |= {item.panelist for item in session.candidate_questions if item.status == "answered" and item.panelist}
    heard |= {turn.holder for turn in session.floor}
    rows = coverage(session)
    waiting = (
        Unheard(panelist, tuple(row.question for row in rows if row.owner == panelist.id and row.is_unasked))
        for panelist in session.agenda.raters
        if panelist.id not in heard
    )
    return tuple(panelist for panelist in waiting if panelist.questions)


def is_past_half_time(session: Session, now: int) -> bool:
    """Whether the interview runs and half of its planned time has gone by."""
    return session.is_running and timing.elapsed_seconds(session, now) * 2 >= session.agenda.planned_seconds


def unheard_at_half_time(session: Session, now: int) -> tuple[Unheard, ...]:
    """Whom the lead should hand over to: `unheard`, once half of the time has gone by; nobody before."""
    return unheard(session) if is_past_half_time(session, now) else ()


def _tally(statuses: Iterable[Status]) -> Tally:
    counts = dict.fromkeys(Status, 0)
    for status in statuses:
        counts[status] += 1
    return Tally(counts)
