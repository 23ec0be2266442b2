"""Who carries the interview: questions per panelist and competency, and who hasn't been heard.

Separate from the coverage matrix, which is about questions; this is about people.
"""

from collections.abc import Iterable

from msgspec import Struct

from facilitator.domain.facts.status import Status
from facilitator.domain.plan.agenda import Panelist, Question
from facilitator.domain.questions.coverage import Covered, coverage
from facilitator.domain.session.state import Session
from facilitator.domain.time import timing


class Tally(Struct, frozen=True):
    """How many questions have each status; `counts` has every status."""

    counts: dict[Status, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def covered(self) -> int:
        return self.counts[Status.COVERED]

    @property
    def open(self) -> int:
        """How many still have something to ask."""
        return self.total - self.covered - self.counts[Status.DROPPED]


class Unheard(Struct, frozen=True):
    """A panelist who hasn't spoken, and the questions that are waiting for them."""

    panelist: Panelist
    questions: tuple[Question, ...]


def tally_by_panelist(session: Session) -> dict[str, Tally]:
    """Return, by panelist id in the order of the panel, the questions that are theirs or that they have marked."""
    rows = coverage(session)
    return {
        panelist.id: _tally(row.by[panelist.id] for row in rows if panelist.id in row.by)
        for panelist in session.plan.panel
    }


def tally_by_competency(session: Session) -> dict[str, Tally]:
    """Return, by competency id in the order of the agenda, how far the panel got with its questions."""
    rows = coverage(session)
    return {
        competency.id: _tally(row.status for row in rows if row.question.competency == competency.id)
        for competency in session.plan.competencies
    }


def missing_from(session: Session, row: Covered) -> tuple[Panelist, ...]:
    """Return who has yet to cover a question that everyone has to; nobody for other or dropped questions."""
    if row.status is Status.DROPPED:
        return ()
    missing = (panelist for panelist in row.awaited if row.by[panelist] is not Status.COVERED)
    return tuple(session.plan.panelist_by_id[panelist] for panelist in missing)


def unheard(session: Session) -> tuple[Unheard, ...]:
    """Return the panelists who haven't spoken (no mark, note, answer or floor) and own questions nobody has asked."""
    spoken = _heard(session)
    rows = coverage(session)
    waiting = (
        Unheard(panelist, tuple(row.question for row in rows if row.owner == panelist.id and row.is_unasked))
        for panelist in session.plan.raters
        if panelist.id not in spoken
    )
    return tuple(panelist for panelist in waiting if panelist.questions)


def was_there(session: Session, panelist_id: str) -> bool:
    """Whether a panelist is there, or has been heard before they left."""
    return panelist_id not in session.plan.absent or has_been_heard(session, panelist_id)


def has_been_heard(session: Session, panelist_id: str) -> bool:
    """Whether a panelist has spoken: they have a mark, a note, an answer, or had the floor."""
    return panelist_id in _heard(session)


def is_past_half_time(session: Session, now: int) -> bool:
    """Whether the interview is running and half of its planned time has passed."""
    return session.is_running and timing.elapsed_seconds(session, now) * 2 >= session.agenda.planned_seconds


def unheard_at_half_time(session: Session, now: int) -> tuple[Unheard, ...]:
    """Return whom the lead should hand over to: nobody before half-time, `unheard` after it."""
    return unheard(session) if is_past_half_time(session, now) else ()


def _heard(session: Session) -> set[str]:
    """Return the ids of those who have spoken."""
    heard = {mark.panelist for mark in session.marks}
    heard |= {note.author for note in session.notes.values()}
    heard |= {item.panelist for item in session.candidate_questions if item.status == "answered" and item.panelist}
    return heard | {turn.holder for turn in session.floor}


def _tally(statuses: Iterable[Status]) -> Tally:
    counts = dict.fromkeys(Status, 0)
    for status in statuses:
        counts[status] += 1
    return Tally(counts)
