"""The debrief: everything about an interview, as one frozen value that every export renders.

Its field names are the keys of the JSON export. Instants are ISO 8601 texts in UTC, durations are whole
seconds; a deviation from the plan is positive when behind it.
"""

from msgspec import UNSET, Struct, UnsetType

from facilitator.domain.debrief.candidate_rows import CandidateQuestionRow, candidate_question_rows, other_names
from facilitator.domain.debrief.change_rows import ChangeRow, change_rows
from facilitator.domain.debrief.follow_ups import FollowUp, follow_ups
from facilitator.domain.debrief.panel_rows import PanelRows, panel_rows
from facilitator.domain.debrief.people_rows import CancelledRow, PersonRow, cancelled_row, people_rows
from facilitator.domain.debrief.timing_rows import (
    FloorRow,
    TimelineRow,
    Timing,
    floor_rows,
    timeline_rows,
    timing_facts,
)
from facilitator.domain.facts.signal import Signal
from facilitator.domain.facts.status import Status
from facilitator.domain.notes.filing import Filing
from facilitator.domain.plan.adjusting import without_adjustments
from facilitator.domain.plan.agenda import Agenda, Competency, name_among
from facilitator.domain.plan.scale import FIVE_POINTS, Recommendation, Scale
from facilitator.domain.questions.coverage import Covered, coverage
from facilitator.domain.session.state import Note, Session
from facilitator.domain.text.dates import iso_text
from facilitator.domain.time.as_shown import whole


class Header(Struct, frozen=True, kw_only=True):
    """Which session it is, and when it ran."""

    id: str
    title: str
    purpose: str
    candidate: str
    timezone: str
    opened: str
    started: str | None
    ended: str | None
    planned_start: str | None
    hard_stop: str | None
    clock_marks: tuple[str, ...]


class CoverageRow(Struct, frozen=True, kw_only=True):
    """How far a question got; `by` maps panelist ids to statuses."""

    question: str
    number: int | str
    ask: str
    segment: str
    segment_number: int
    competency: str | None
    owner: str | None
    must: bool
    status: Status
    by: dict[str, Status]
    reason: str

    @property
    def is_missed(self) -> bool:
        """Whether it is a must-ask that was dropped or that nobody asked."""
        return self.must and self.status in (Status.PLANNED, Status.DROPPED)


class NoteRow(Struct, frozen=True, kw_only=True):
    """A note and where it belongs; `at_seconds` counts from the start of the interview and is negative before it.

    `number` is its number on the screen; on a panel of several devices it has a letter and is text: `b7`. `panelists`
    are those it names; `shared` means that the candidate may read it, `edited` that it was reworded later, `late` that
    it was added after the end.
    """

    id: str
    at: str
    at_seconds: int
    author: str
    text: str
    signal: Signal | None
    competency: str | None
    question: str | None
    segment: str | None
    segment_number: int | None
    panelists: tuple[str, ...]
    shared: bool
    number: int | str = 0
    edited: bool = False
    late: bool = False

    @property
    def called(self) -> str:
        """Its name in a text: `n7`, or `b7` if it has a letter."""
        return self.number if isinstance(self.number, str) else f"n{self.number}"


class RatingRow(Struct, frozen=True, kw_only=True):
    """A rating; `word` is that of its scale, and `notes` are the ids of the notes that its evidence names.

    `no_evidence`: neither notes nor words.
    """

    panelist: str
    rating: int
    anchor: str
    evidence: str
    notes: tuple[str, ...] = ()
    no_evidence: bool = False
    word: str = ""


class CompetencyRow(Struct, frozen=True, kw_only=True):
    """A competency with its ratings and the ids of the notes that are evidence for it; `scale` has the words from 1."""

    id: str
    name: str
    owners: tuple[str, ...]
    anchors: dict[int, str]
    ratings: tuple[RatingRow, ...]
    notes: tuple[str, ...]
    scale: tuple[str, ...] = FIVE_POINTS.words

    def told(self, score: int) -> str:
        """Return a score on its scale as it is told: `4 strong`."""
        return Scale(words=self.scale).text(score)


class Debrief(Struct, frozen=True, kw_only=True):
    """Everything that the panel needs to know afterwards.

    `agenda` is what was planned, and `people` who was there. `cancelled` is None if the interview took its course.
    `other_names` are what else the candidate was ever called: for redaction alone, no report tells them.
    """

    session: Header
    agenda: Agenda
    timing: Timing
    timeline: tuple[TimelineRow, ...]
    floor: tuple[FloorRow, ...]
    coverage: tuple[CoverageRow, ...]
    competencies: tuple[CompetencyRow, ...]
    notes: tuple[NoteRow, ...]
    candidate_questions: tuple[CandidateQuestionRow, ...]
    follow_ups: tuple[FollowUp, ...]
    recommendations: dict[str, Recommendation]
    panel: PanelRows
    people: tuple[PersonRow, ...]
    cancelled: CancelledRow | None
    changes: tuple[ChangeRow, ...] = ()
    other_names: tuple[str, ...] | UnsetType = UNSET

    @property
    def lead(self) -> PersonRow:
        return next((person for person in self.people if person.lead), self.people[0])

    def name_of(self, panelist_id: str | None) -> str:
        """Return a panelist's name so that namesakes can be told apart (see `name_among`)."""
        return name_among(self.people, panelist_id, self.session.candidate)


def debrief(session: Session, now: int, with_adjustments: bool = False) -> Debrief:
    """Return the debrief of a session as it stands at `now`; what was adjusted for the candidate only if asked for."""
    rows = coverage(session)
    notes = _notes(session)
    return Debrief(
        session=_header(session),
        agenda=session.agenda if with_adjustments else without_adjustments(session.agenda),
        timing=timing_facts(session, now),
        timeline=timeline_rows(session, now),
        floor=floor_rows(session, now),
        coverage=tuple(_coverage_row(session, row) for row in rows),
        competencies=tuple(_competency(session, competency, notes) for competency in session.plan.competencies),
        notes=notes,
        candidate_questions=candidate_question_rows(session),
        follow_ups=follow_ups(session, rows),
        recommendations=dict(sorted(session.recommendations.items())),
        panel=panel_rows(session),
        people=people_rows(session),
        cancelled=cancelled_row(session),
        changes=change_rows(session),
        other_names=other_names(session) or UNSET,
    )


def _header(session: Session) -> Header:
    return Header(
        id=session.id,
        title=session.agenda.title,
        purpose=session.agenda.purpose,
        candidate=session.candidate,
        timezone=session.timezone,
        opened=iso_text(session.wall_time(session.opened_at)),
        started=_at(session, session.started_at),
        ended=_at(session, session.ended_at),
        planned_start=None if session.planned_start_at is None else iso_text(session.planned_start_at),
        hard_stop=None if session.hard_stop_at is None else iso_text(session.hard_stop_at),
        clock_marks=tuple(session.clock_marks),
    )


def _coverage_row(session: Session, row: Covered) -> CoverageRow:
    segment = session.plan.segment_by_question[row.question.id]
    return CoverageRow(
        question=row.question.id,
        number=session.plan.question_labels.get(row.question.id, row.question.number),
        ask=row.question.ask,
        segment=segment.title,
        segment_number=session.plan.segment_numbers[segment.id],
        competency=row.question.competency,
        owner=row.owner,
        must=row.question.must,
        status=row.status,
        by=row.by,
        reason=row.reason,
    )


def _competency(session: Session, competency: Competency, notes: tuple[NoteRow, ...]) -> CompetencyRow:
    scale = session.plan.scale_of(competency.id)
    return CompetencyRow(
        id=competency.id,
        name=competency.name,
        owners=competency.owners,
        anchors=competency.anchors,
        ratings=tuple(
            RatingRow(
                panelist=rating.panelist,
                rating=rating.rating,
                anchor=competency.anchors.get(rating.rating, ""),
                evidence=rating.evidence,
                notes=rating.notes,
                no_evidence=rating.is_without_evidence,
                word=scale.word(rating.rating),
            )
            for panelist in session.plan.panel
            if (rating := session.ratings.get((panelist.id, competency.id)))
        ),
        notes=tuple(note.id for note in notes if note.competency == competency.id),
        scale=scale.words,
    )


def _notes(session: Session) -> tuple[NoteRow, ...]:
    filing = Filing(session)
    rows = (_note_row(session, filing, note) for note in sorted(session.notes.values(), key=lambda note: note.at))
    return tuple(rows)


def _note_row(session: Session, filing: Filing, note: Note) -> NoteRow:
    segment = filing.place(note)
    began_at = session.started_at if session.started_at is not None else session.opened_at
    return NoteRow(
        id=note.id,
        at=iso_text(session.wall_time(note.at)),
        at_seconds=(whole(note.at) - whole(began_at)) // 1000,
        author=note.author,
        text=note.text,
        signal=note.signal,
        competency=filing.competency(note),
        question=filing.question(note),
        segment=session.plan.segment(segment).title if segment else None,
        segment_number=session.plan.segment_numbers[segment] if segment else None,
        panelists=note.panelists,
        shared=note.shared,
        number=note.label if session.devices else note.number,
        edited=note.edited,
        late=filing.is_late(note),
    )


def _at(session: Session, at: int | None) -> str | None:
    return None if at is None else iso_text(session.wall_time(at))
