"""Notes in lists, each with its number: the evidence for each competency, and the others by segment."""

from collections.abc import Iterator, Sequence

from facilitator.documents.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Entries,
    Heading,
    NoteEntry,
    NoteList,
    Run,
    Style,
    Table,
    paragraph,
)
from facilitator.domain.debrief.debrief import CompetencyRow, Debrief, NoteRow, RatingRow
from facilitator.reports import words
from facilitator.reports.panel.panel_blocks import disagreement_blocks
from facilitator.reports.panel.parts import Part, Places, cited, is_partial, missing_blocks, nobody, see_also


def competency_blocks(report: Debrief, told: Places) -> Iterator[Block]:
    """Yield each competency, with the evidence before the ratings."""
    if not report.competencies or words.never_held(report):
        return
    notes = {note.id: note for note in report.notes}
    yield Heading(Part.EVIDENCE)
    for row in report.competencies:
        yield from _competency(report, row, [notes[note] for note in row.notes if note in notes], told)


def _owner(report: Debrief, panelist_id: str) -> str:
    """Return the name of whose focus area it is, and who was there in their place."""
    instead = [person.name for person in report.people if person.present and panelist_id in person.stands_in_for]
    absent = any(person.id == panelist_id and not person.present for person in report.people)
    name = words.panelist_name(report, panelist_id)
    return f"{name} ({', '.join(instead)} in their place)" if absent and instead else name


def _competency(report: Debrief, row: CompetencyRow, notes: list[NoteRow], told: Places) -> Iterator[Block]:
    yield Heading(row.name, 3)
    if row.owners:
        yield paragraph(f"Focus area of {', '.join(_owner(report, owner) for owner in row.owners)}.")
    yield from _told(report, notes, told, Part.EVIDENCE)
    if row.anchors:
        yield paragraph("What the ratings mean:")
        yield Bullets(
            tuple((Run(row.told(score), Style.STRONG), Run(f": {text}")) for score, text in sorted(row.anchors.items()))
        )
    if not row.ratings:
        yield paragraph(f"{nobody(report)} rated it.", Style.QUIET)
        return
    yield Table(
        (Column("Panelist"), Column("Rating", is_number=True), Column("Evidence")),
        tuple(
            (
                Cell(words.panelist_name(report, rating.panelist)),
                Cell(row.told(rating.rating)),
                _evidence(report, rating),
            )
            for rating in row.ratings
        ),
    )
    yield from disagreement_blocks(report, row.id)


def _evidence(report: Debrief, rating: RatingRow) -> Cell:
    if not (said := cited(report, rating)):
        return Cell("no evidence", "quiet")
    return Cell(f"{said} (no evidence)" if rating.no_evidence else said)


def note_blocks(report: Debrief, told: Places) -> Iterator[Block]:
    """Yield the notes that no other part tells, under their segments, and the numbers of the others."""
    yield Heading(Part.NOTES)
    yield from missing_blocks(report)
    if not report.notes and not is_partial(report):
        yield paragraph("No notes were taken.", Style.QUIET)
    by_segment: dict[int | None, list[NoteRow]] = {}
    for note in report.notes:
        by_segment.setdefault(note.segment_number, []).append(note)
    started = report.session.started
    outside = by_segment.pop(None, [])
    before = [note for note in outside if started is None or note.at < started]
    after = [note for note in outside if started is not None and note.at >= started]
    yield from _section("Before the start", report, before, told)
    for row in report.timeline:
        yield from _section(f"{row.number}. {row.segment}", report, by_segment.get(row.number, []), told)
    yield from _section("After the end", report, after, told)


def _section(title: str, report: Debrief, notes: list[NoteRow], told: Places) -> Iterator[Block]:
    if notes:
        yield Heading(title, 3)
        yield from _told(report, notes, told, Part.NOTES)


def _told(report: Debrief, notes: Sequence[NoteRow], told: Places, here: Part) -> Iterator[Block]:
    """Yield the notes that are told here, and where the others are."""
    own = [note for note in notes if told[note.id] is here]
    if own:
        yield note_list(report, own, with_tags=here is Part.NOTES)
    yield from see_also(notes, told, here)


def note_list(report: Debrief, notes: Sequence[NoteRow], *, with_tags: bool = True) -> NoteList:
    """Return a list of notes, each with the time of day in the room and its number.

    Without tags, as far as they file the note.
    """

    def entry(note: NoteRow) -> NoteEntry:
        return NoteEntry(
            time=words.moment_of(note.at, report.session),
            author=words.panelist_name(report, note.author),
            text=_said(note, note.text if with_tags else words.untagged(note.text, report.agenda)),
            signal=note.signal,
            remark=", ".join([note.called, *remarks(note, report.agenda.other_side)]),
        )

    return NoteList(Entries(lambda: map(entry, notes)))


def _said(note: NoteRow, text: str) -> str:
    return note.signal.shown(text) if note.signal else text


def remarks(note: NoteRow, other_side: str) -> list[str]:
    """Return what is special about a note, in words."""
    return ["added later"] * note.late + ["edited"] * note.edited + [f"for {other_side}"] * note.shared
