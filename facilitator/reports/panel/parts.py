"""The parts of the panel's document, and in which of them each note is told in full: a single one.

Separate from the parts, because each of them has to know what the others tell, to name those notes by number.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from facilitator.documents.document import Block, Style, paragraph
from facilitator.domain.debrief.candidate_rows import CandidateQuestionRow
from facilitator.domain.debrief.debrief import Debrief, NoteRow, RatingRow
from facilitator.domain.debrief.follow_ups import FollowUp
from facilitator.domain.debrief.strongest import TELLING, strongest
from facilitator.domain.facts.signal import Signal
from facilitator.domain.text.dates import due_day
from facilitator.reports import words

MOST_TELLING = 2
"""How many notes of each signal stand on the first page."""

MOST_OPEN = 3
"""How many must-asks, and how many follow-ups, stand on the first page."""


class Part(StrEnum):
    """A part by its heading, in the order of the document. The first three make the first page."""

    DECISION = "Decision"
    STRONGEST = "Strengths, concerns and flags"
    OPEN = "Still open"
    EVIDENCE = "Evidence"
    CARDS = "Scorecards and votes"
    NOTES = "Notes"
    COVERAGE = "Coverage"
    THEIRS = "Their questions"
    FOLLOW_UPS = "Follow-ups"
    INTERVIEW = "The interview"
    TIME = "Time"


Places = Mapping[str, Part]
"""The part in which each note is told in full, by the note's id."""


def places(report: Debrief) -> Places:
    """Return where each note is told."""
    told = dict.fromkeys((note.id for note in report.notes), Part.NOTES)
    if not words.never_held(report):
        told |= dict.fromkeys(
            (note for row in report.competencies for note in row.notes if note in told), Part.EVIDENCE
        )
    told |= {note.id: Part.FOLLOW_UPS for note in _noted(report)}
    told |= {note.id: Part.OPEN for note, _ in owed(report)[:MOST_OPEN] if note is not None}
    return told | {note.id: Part.STRONGEST for signal in TELLING for note in strongest(report, signal)[:MOST_TELLING]}


def missing_blocks(report: Debrief) -> Iterator[Block]:
    """Yield what of this can't be read here by now, or isn't there any more: there was more to it than stands here."""
    if report.panel.looks_on:
        yield paragraph(looked_on(report.agenda.other_side), Style.STRONG)
    erased = Counter(
        (row.called, f"erased by {words.panelist_name(report, row.by)} ({words.moment_of(row.at, report.session)}).")
        for row in report.panel.notes_erased or ()
    )
    for (called, how), count in erased.items():
        undone = f"{count} undone notes were" if count > 1 else "An undone note was"
        yield paragraph(f"{f'Note {called} was' if called else undone} {how}", Style.STRONG)
    if kept := report.panel.kept_sealed or {}:
        names = [f"{words.panelist_name(report, who)}'s {sealed_in_words(count)}" for who, count in kept.items()]
        yield paragraph(f"Still sealed, and so not in this: {'; '.join(names)}.", Style.STRONG)


def looked_on(other_side: str) -> str:
    """Return what is left out for whoever only looked on."""
    return f"You looked on: the panel's notes, ratings and decision, and what {other_side} asked, are not in this."


def cited(report: Debrief, rating: RatingRow) -> str:
    """Return the words that a rating rests on, and which of the notes that it cites were erased since."""
    erased = [
        f"{row.called or row.what} was erased" for row in report.panel.notes_erased or () if row.note in rating.notes
    ]
    return f"{rating.evidence} ({', '.join(erased)})".strip() if erased else rating.evidence


def sealed_in_words(count: int) -> str:
    """Return what somebody has sealed, of which so many are notes: `2 notes, and ratings, if any`."""
    return f"{count} note{'s' if count > 1 else ''}, and ratings, if any" if count else "ratings"


def is_partial(report: Debrief) -> bool:
    """Whether there are notes and ratings that can't be read here, or may be."""
    return bool(report.panel.kept_sealed or report.panel.looks_on)


def nobody(report: Debrief) -> str:
    """Return who has done something that isn't in the report, as the beginning of a sentence."""
    return "As far as can be read, nobody has" if is_partial(report) else "Nobody has"


def owed(report: Debrief) -> list[tuple[NoteRow | None, FollowUp]]:
    """Return what somebody is to do, with its note if there is one: answers first, those due first at the front.

    Must-asks that nobody asked are not among them: they are a part of their own.
    """
    answers = sorted((item for item in report.follow_ups if item.kind == "owed_answer"), key=due_first)
    noted = ((note, FollowUp(kind="note", text=note.text, by=note.author, due="")) for note in _noted(report))
    return [*((None, answer) for answer in answers), *noted]


def _noted(report: Debrief) -> Iterator[NoteRow]:
    return (note for note in report.notes if note.signal is Signal.FOLLOW_UP)


def due_first(item: FollowUp | CandidateQuestionRow) -> tuple[bool, bool, str]:
    """Return by what promises are sorted: those with a day first, the earliest at the front."""
    return not item.due, due_day(item.due) is None, item.due


def see_also(notes: Sequence[NoteRow], told: Places, here: Part) -> Iterator[Block]:
    """Yield the numbers of the notes that other parts tell, if there are any."""
    by_part: dict[Part, list[NoteRow]] = {}
    for note in notes:
        if told[note.id] is not here:
            by_part.setdefault(told[note.id], []).append(note)
    if by_part:
        said = "; ".join(f"{numbers(by_part[part])} under “{part}”" for part in Part if part in by_part)
        yield paragraph(f"See also {said}.", Style.QUIET)


def numbers(notes: Iterable[NoteRow]) -> str:
    """Return the numbers of notes: `n3, n7`."""
    return ", ".join(note.called for note in notes)
