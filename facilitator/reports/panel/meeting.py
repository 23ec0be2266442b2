"""The panel's meeting, in an order that makes it better: first what only one has seen, then where ratings differ.

Separate from the document of record, because it follows a meeting in progress and also says what is still missing.
Figures are plain and decide nothing; what the panel decided stands beside them.
"""

from collections.abc import Iterator, Mapping

from facilitator.documents.document import Block, Bullets, Cell, Column, Heading, Run, Style, Table, paragraph
from facilitator.domain.debrief.debrief import CompetencyRow, Debrief, NoteRow, RatingRow
from facilitator.domain.debrief.panel_rows import MoveRow
from facilitator.domain.notes.evidence import names_only
from facilitator.domain.panel.disagreement import Disagreement
from facilitator.reports import words
from facilitator.reports.panel.panel_blocks import (
    apart_text,
    card_lines,
    decision_blocks,
    evidence_blocks,
    opening_lines,
    record_lines,
    vote_blocks,
)
from facilitator.reports.panel.parts import cited

HIDDEN = "Votes are hidden while you read in silence; r ends it."

CARD = {"missing": "not in yet", "sealed": "in, sealed", "open": "open"}


def meeting_blocks(report: Debrief, in_silence: bool = False) -> Iterator[Block]:
    """Yield what the panel talks about, and how far it has got; while it reads `in_silence`, no vote."""
    yield from evidence_blocks(report)
    yield from _cards(report)
    yield from _differences(report)
    yield Heading("Recommendations")
    if in_silence:
        yield paragraph(HIDDEN, Style.QUIET)
        return
    yield from _turns(report)
    yield from vote_blocks(report)
    yield from _moves(report)
    yield from decision_blocks(report)
    if report.panel.decision is None:
        yield paragraph("Nothing is decided yet.", Style.QUIET)


def in_turn(report: Debrief) -> tuple[str, ...]:
    """Return the ids of those who are asked what they think, in their turn: the first of the agenda's panel comes last.

    The agenda names the most senior first, and whoever has heard them agrees more readily.
    """
    return tuple(person.id for person in reversed(report.people) if person.present and not person.shadow)


def _turns(report: Debrief) -> Iterator[Block]:
    names = [words.panelist_name(report, who) for who in in_turn(report)]
    if len(names) > 1 and not report.cancelled:
        yield paragraph(f"Ask in this order, the most senior last: {', '.join(names)}.", Style.QUIET)


def _moves(report: Debrief) -> Iterator[Block]:
    """Yield who voted otherwise after the talk than before."""
    if report.panel.moves:
        yield Heading("Who moved after the talk", 3)
        yield Bullets(tuple((Run(_move(report, row)),) for row in report.panel.moves))


def _move(report: Debrief, row: MoveRow) -> str:
    before, after = map(words.recommendation_text, (row.before, row.after))
    at = words.moment_of(row.at, report.session)
    return f"{at} · {words.panelist_name(report, row.panelist)}: from {before} to {after}"


def _cards(report: Debrief) -> Iterator[Block]:
    """Yield whose cards are in, but nothing of what is sealed."""
    cards = report.panel.scorecards
    if not cards:
        return
    yield Heading("Scorecards")
    yield Table(
        (Column("Panelist"), Column("Scorecard")),
        tuple(
            (
                Cell(words.panelist_name(report, card.panelist)),
                Cell("removed before sealing" if card.removed else CARD[card.state], card.state),
            )
            for card in cards
        ),
    )
    lines = list(opening_lines(report))
    for card in cards:
        lines += [*card_lines(report, card), *record_lines(report, card)]
    if lines:
        yield Bullets(tuple(lines))


def _differences(report: Debrief) -> Iterator[Block]:
    """Yield each competency with its ratings and what each of them cites side by side, the most disputed first."""
    yield Heading("Where your ratings differ")
    if not report.panel.disagreements:
        yield paragraph("There are no ratings to compare.", Style.QUIET)
        return
    competencies = {row.id: row for row in report.competencies}
    notes = {note.id: note for note in report.notes}
    turns = in_turn(report)
    for row in report.panel.disagreements:
        rated = competencies[row.competency]
        yield Heading(f"{rated.name}: {_apart(row)}", 3)
        ratings = sorted(rated.ratings, key=lambda one: turns.index(one.panelist) if one.panelist in turns else -1)
        yield Table(
            (Column("Panelist"), Column("Rating"), Column("What they cite")),
            tuple(cells for rating in ratings for cells in _cited(report, rated, rating, notes)),
        )


def _apart(row: Disagreement) -> str:
    return apart_text(row.spread) if len(row.ratings) > 1 else "one rating"


def _cited(
    report: Debrief, rated: CompetencyRow, rating: RatingRow, notes: Mapping[str, NoteRow]
) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each note that a rating cites, and for words that say more; the name stands in the first."""
    named = [notes[note] for note in rating.notes if note in notes]
    said = [f"{_called(report, note, rating)} {words.untagged(note.text, report.agenda)}" for note in named]
    who, score = Cell(words.panelist_name(report, rating.panelist)), Cell(rated.told(rating.rating))
    if not names_only(in_words := cited(report, rating), named):  # they are named beside their words already
        said += filter(None, [in_words])
    for text in said or ["nothing"]:
        yield who, score, Cell(text)
        who = score = Cell("")


def _called(report: Debrief, note: NoteRow, rating: RatingRow) -> str:
    """Return the number of a note that a rating cites, with its author if that is somebody else."""
    if note.author == rating.panelist:
        return note.called
    return f"{note.called}, {words.panelist_name(report, note.author)}:"
