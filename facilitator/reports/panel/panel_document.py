"""What the panel reads after the interview: all of a debrief, evidence before ratings, recommendations last.

Separate from the debrief, which selects and computes, and from the formats, which only show: this module puts it
into words and order.
"""

from collections.abc import Iterator, Sequence

from facilitator.documents.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Entries,
    Heading,
    NoteEntry,
    NoteList,
    Run,
    Style,
    Table,
    paragraph,
)
from facilitator.domain.debrief.debrief import CompetencyRow, CoverageRow, Debrief, NoteRow, RatingRow
from facilitator.domain.facts.status import Status
from facilitator.domain.text.dates import by_when
from facilitator.reports import words
from facilitator.reports.panel.change_blocks import change_blocks, plan_sentences
from facilitator.reports.panel.header_blocks import document_subtitle, document_title, header_blocks
from facilitator.reports.panel.panel_blocks import disagreement_blocks, evidence_blocks, recommendation_blocks
from facilitator.reports.panel.timing_blocks import floor_table, time_chart, time_table, timing_sentences


def panel_document(report: Debrief) -> Document:
    """Return the whole debrief as a document."""
    return Document(
        title=document_title(report),
        subtitle=document_subtitle(report),
        blocks=(
            *header_blocks(report),
            *words.adjustment_blocks(report.agenda),
            *glance_blocks(report),
            *time_blocks(report),
            *coverage_blocks(report),
            *unasked_blocks(report),
            *evidence_blocks(report),
            *competency_blocks(report),
            *note_blocks(report),
            *candidate_question_blocks(report),
            *follow_up_blocks(report),
            *recommendation_blocks(report),
        ),
    )


def glance_blocks(report: Debrief) -> Iterator[Block]:
    """Yield whether time was kept, and what is missing, in a sentence each; nothing if the interview wasn't held."""
    if words.never_held(report):
        return
    covered = sum(row.status is Status.COVERED for row in report.coverage)
    unasked = [f"q{row.number}" for row in _missed(report)]
    owed = [item for item in report.candidate_questions if item.status == "owed"]
    lines = list(timing_sentences(report))
    if report.coverage:
        lines.append(f"{covered} of {words.count_text(len(report.coverage), 'question')} covered.")
    lines += plan_sentences(report)
    if unasked:
        lines.append(f"Must-asks not asked: {', '.join(unasked)}.")
    if owed:
        lines.append(f"{words.count_text(len(owed), 'answer')} owed to {report.agenda.other_side}.")
    if report.panel.decision is not None:
        lines.append(f"The panel decided: {report.panel.decision.outcome}. The reason is at the end.")
    lines.extend(f"About the clock: {mark.rstrip('.')}." for mark in report.session.clock_marks)
    yield Heading("At a glance")
    yield Bullets(tuple((Run(line),) for line in lines))


def time_blocks(report: Debrief) -> Iterator[Block]:
    """Yield planned against actual time, as bars and in numbers, what changed the plan, and who had the floor."""
    if words.never_held(report):
        return
    yield Heading("Planned and actual")
    yield time_chart(report)
    yield time_table(report)
    yield from change_blocks(report)
    if report.floor:
        yield Heading("Who had the floor", 3)
        yield floor_table(report)


def coverage_blocks(report: Debrief) -> Iterator[Block]:
    """Yield how far each question got, and with whom."""
    if not report.coverage or words.never_held(report):
        return
    seen = {panelist for row in report.coverage for panelist in row.by}
    columns = [person for person in report.people if person.id in seen]
    yield Heading("Coverage")
    yield Table(
        (
            Column("Question"),
            *(Column(words.panelist_name(report, panelist.id)) for panelist in columns),
            Column("Overall"),
        ),
        tuple(
            (
                Cell(f"q{row.number}{' (must)' if row.must else ''}", "question", row.ask),
                *(_status_cell(row.by.get(panelist.id)) for panelist in columns),
                _status_cell(row.status, row.reason),
            )
            for row in report.coverage
        ),
    )


def _status_cell(status: Status | None, reason: str = "") -> Cell:
    if status is None:
        return Cell("")
    return Cell(words.status_text(status), status.value, reason)


def unasked_blocks(report: Debrief) -> Iterator[Block]:
    """Yield the must-asks that nobody asked, if any."""
    rows = _missed(report)
    if rows:
        yield Heading("Must-asks not asked")
        yield Bullets(
            tuple(
                (
                    Run(f"q{row.number}", Style.STRONG),
                    Run(f": {row.ask}"),
                    Run(_asides(words.panelist_name(report, row.owner), row.reason), Style.QUIET),
                )
                for row in rows
            )
        )


def _missed(report: Debrief) -> list[CoverageRow]:
    """Return the must-asks that nobody asked; of an interview that was called off nothing is missed."""
    return [row for row in report.coverage if row.is_missed and report.cancelled is None]


def _asides(*parts: str) -> str:
    said = "; ".join(part for part in parts if part)
    return f" ({said})" if said else ""


def competency_blocks(report: Debrief) -> Iterator[Block]:
    """Yield each competency, with the evidence before the ratings."""
    if not report.competencies or words.never_held(report):
        return
    notes = {note.id: note for note in report.notes}
    yield Heading("Competencies")
    for row in report.competencies:
        yield from _competency(report, row, [notes[note] for note in row.notes if note in notes])


def _owner(report: Debrief, panelist_id: str) -> str:
    """Return the name of whose focus area it is, and who was there in their place."""
    instead = [person.name for person in report.people if person.present and panelist_id in person.stands_in_for]
    absent = any(person.id == panelist_id and not person.present for person in report.people)
    name = words.panelist_name(report, panelist_id)
    return f"{name} ({', '.join(instead)} in their place)" if absent and instead else name


def _competency(report: Debrief, row: CompetencyRow, notes: list[NoteRow]) -> Iterator[Block]:
    yield Heading(row.name, 3)
    if row.owners:
        yield paragraph(f"Focus area of {', '.join(_owner(report, owner) for owner in row.owners)}.")
    if notes:
        yield note_list(report, notes, with_tags=False)
    if row.anchors:
        yield paragraph("What the ratings mean:")
        yield Bullets(
            tuple((Run(row.told(score), Style.STRONG), Run(f": {text}")) for score, text in sorted(row.anchors.items()))
        )
    if not row.ratings:
        yield paragraph("Nobody has rated it.", Style.QUIET)
        return
    yield Table(
        (Column("Panelist"), Column("Rating", is_number=True), Column("Evidence")),
        tuple(
            (
                Cell(words.panelist_name(report, rating.panelist)),
                Cell(row.told(rating.rating)),
                _evidence(rating),
            )
            for rating in row.ratings
        ),
    )
    yield from disagreement_blocks(report, row.id)


def _evidence(rating: RatingRow) -> Cell:
    if not rating.evidence:
        return Cell("no evidence", "quiet")
    return Cell(f"{rating.evidence} (no evidence)" if rating.no_evidence else rating.evidence)


def note_blocks(report: Debrief) -> Iterator[Block]:
    """Yield all notes, under the segments that they belong to."""
    yield Heading("Notes")
    if not report.notes:
        yield paragraph("No notes were taken.", Style.QUIET)
    by_segment: dict[int | None, list[NoteRow]] = {}
    for note in report.notes:
        by_segment.setdefault(note.segment_number, []).append(note)
    started = report.session.started
    outside = by_segment.pop(None, [])
    before = [note for note in outside if started is None or note.at < started]
    after = [note for note in outside if started is not None and note.at >= started]
    yield from _section("Before the start", report, before)
    for row in report.timeline:
        yield from _section(f"{row.number}. {row.segment}", report, by_segment.get(row.number, []))
    yield from _section("After the end", report, after)


def _section(title: str, report: Debrief, notes: list[NoteRow]) -> Iterator[Block]:
    if notes:
        yield Heading(title, 3)
        yield note_list(report, notes)


def note_list(report: Debrief, notes: Sequence[NoteRow], *, with_tags: bool = True) -> NoteList:
    """Return a list of notes, with the time of day in the room and, if a rating names the note, its number."""
    named = {note for row in report.competencies for rating in row.ratings for note in rating.notes}

    def entry(note: NoteRow) -> NoteEntry:
        return NoteEntry(
            time=words.moment_of(note.at, report.session),
            author=words.panelist_name(report, note.author),
            text=_said(note, note.text if with_tags else words.untagged(note.text, report.agenda)),
            signal=note.signal,
            remark=", ".join(_remarks(note, report.agenda.other_side, is_named=note.id in named)),
        )

    return NoteList(Entries(lambda: map(entry, notes)))


def _said(note: NoteRow, text: str) -> str:
    return note.signal.shown(text) if note.signal else text


def _remarks(note: NoteRow, other_side: str, *, is_named: bool) -> list[str]:
    later, edited, shared = ["added later"] * note.late, ["edited"] * note.edited, [f"for {other_side}"] * note.shared
    return [note.called] * is_named + later + edited + shared


def candidate_question_blocks(report: Debrief) -> Iterator[Block]:
    """Yield what the other side asked, and what it is owed."""
    if not report.candidate_questions:
        return
    yield Heading(f"T{report.agenda.other_side[1:]}'s questions")
    rows = []
    for item in report.candidate_questions:
        by = words.panelist_name(report, item.by)
        said = {
            "answered": f"answered by {by}",
            "owed": f"owed by {by} {by_when(item.due)}".rstrip(),
        }.get(item.status, "no answer noted")
        rows.append((Cell(str(item.number)), Cell(item.text), Cell(said, item.status)))
    yield Table((Column("", is_number=True), Column("Question"), Column("Answer")), tuple(rows))


def follow_up_blocks(report: Debrief) -> Iterator[Block]:
    """Yield what is to be done now, and by whom."""
    yield Heading("Follow-ups")
    if not report.follow_ups:
        yield paragraph("Nothing is left to do.", Style.QUIET)
        return
    yield Table(
        (Column("What"), Column("Who"), Column("When")),
        tuple(
            (
                Cell(words.follow_up_text(item, report.agenda)),
                Cell(words.panelist_name(report, item.by)),
                Cell(by_when(item.due)),
            )
            for item in report.follow_ups
        ),
    )
