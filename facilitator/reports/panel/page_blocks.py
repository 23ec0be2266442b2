"""The page to decide from: the decision, who rates what, what speaks for and against, and what is still open.

Separate from the rest, because it is read by people with five minutes, and alone: in a chat, a mail, an ATS.
"""

from collections.abc import Iterator

from facilitator.documents.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Paragraph,
    Run,
    Style,
    Table,
    paragraph,
)
from facilitator.domain.debrief.debrief import CoverageRow, Debrief, NoteRow
from facilitator.domain.debrief.strongest import TELLING, strongest
from facilitator.domain.panel.disagreement import WIDE_SHARE
from facilitator.domain.plan.scale import Recommendation
from facilitator.domain.text.dates import by_when
from facilitator.reports import words
from facilitator.reports.panel.note_blocks import remarks
from facilitator.reports.panel.panel_blocks import decided_blocks, has_judgement
from facilitator.reports.panel.parts import MOST_OPEN, MOST_TELLING, Part, Places, missing_blocks, nobody, owed


def page_blocks(report: Debrief, told: Places) -> Iterator[Block]:
    """Yield the page: the same blocks in the brief and at the beginning of the whole."""
    yield from _decision(report)
    yield from _strongest(report, told)
    yield from _open(report)
    yield from _rest(report, told)


def _decision(report: Debrief) -> Iterator[Block]:
    """Yield what is decided, by whom and why, who dissents, and what each thinks of what."""
    if not has_judgement(report):
        return
    yield Heading(Part.DECISION)
    if not report.panel.looks_on:
        yield from decided_blocks(report) if report.panel.decision else (_undecided(report),)
    yield from missing_blocks(report)
    if not report.panel.looks_on:
        yield from _matrix(report)


def _undecided(report: Debrief) -> Paragraph:
    panel = report.panel
    waiting = [row.panelist for row in panel.scorecards if row.is_awaited]
    names = ", ".join(words.panelist_name(report, who) for who in waiting)
    sealed = "; the scorecards are sealed" + f", {names} still to come" * bool(names) if panel.is_sealed else ""
    return paragraph(f"Nothing is decided yet{sealed}.", Style.STRONG)


def _matrix(report: Debrief) -> Iterator[Block]:
    """Yield a table of who recommends what, and rates each competency how."""
    rated = {rating.panelist for row in report.competencies for rating in row.ratings}
    judging = rated | report.recommendations.keys() | report.panel.votes.keys()
    if not judging:
        yield paragraph(f"{nobody(report)} rated or recommended anything.", Style.QUIET)
        return
    columns = [
        person
        for person in report.people
        if person.id in judging or (person.present and not person.shadow and not report.cancelled)
    ]
    apart = {row.competency: row for row in report.panel.disagreements}
    rows = [_recommendations(report, [person.id for person in columns])]
    for row in report.competencies:
        given = {rating.panelist: Cell(row.told(rating.rating)) for rating in row.ratings}
        rows.append(
            (
                Cell(row.name),
                *(given.get(person.id, Cell("")) for person in columns),
                _apart(apart[row.id].spread, apart[row.id].share, len(row.ratings)) if row.id in apart else Cell(""),
            )
        )
    yield Table(
        (
            Column("Competency"),
            *(Column(words.panelist_name(report, person.id)) for person in columns),
            Column("Apart"),
        ),
        tuple(rows),
    )


def _apart(spread: int, share: float, given: int) -> Cell:
    """Return how many points apart several are; a wide disagreement is marked by a word, which every format has."""
    if given < 2:
        return Cell("")
    return Cell(f"{spread}, wide", "apart") if share >= WIDE_SHARE else Cell(str(spread), "quiet")


def _recommendations(report: Debrief, panel: list[str]) -> tuple[Cell, ...]:
    first, votes = report.recommendations, report.panel.votes
    scores = [vote.score for who in panel if (vote := votes.get(who, first.get(who)))]
    spread = max(scores) - min(scores) if scores else 0
    cells = (_recommended(first.get(who), votes.get(who)) for who in panel)
    return (Cell("Recommendation"), *cells, _apart(spread, spread / (len(Recommendation) - 1), len(scores)))


def _recommended(first: Recommendation | None, vote: Recommendation | None) -> Cell:
    """Return a recommendation; one that was changed after the discussion with what it was before."""
    last = vote or first
    if last is None:
        return Cell("not given", "quiet")
    if first is None or first is last:
        return Cell(words.recommendation_text(last), last.value)
    return Cell(f"{words.recommendation_text(first)}, then {words.recommendation_text(last)}", last.value)


def _strongest(report: Debrief, told: Places) -> Iterator[Block]:
    shown = [note for signal in TELLING for note in strongest(report, signal)[:MOST_TELLING]]
    if shown:
        names = {row.id: row.name for row in report.competencies}
        yield Heading(Part.STRONGEST)
        yield Bullets(tuple(_telling(report, note, names.get(note.competency or "", "")) for note in shown))


def _telling(report: Debrief, note: NoteRow, about: str) -> tuple[Run, ...]:
    """Return a note as it is read by who wasn't there: what it says of what, and only then who noted it."""
    kind = note.signal.word if note.signal else ""
    whose = [words.panelist_name(report, note.author), words.moment_of(note.at, report.session), note.called]
    return (
        Run(kind, Style.STRONG, kind),
        Run(f", {about}: " if about else ": "),
        Run(words.untagged(note.text, report.agenda)),
        Run(f" ({', '.join([*whose, *remarks(note, report.agenda.other_side)])})", Style.QUIET),
    )


def _open(report: Debrief) -> Iterator[Block]:
    """Yield the must-asks that nobody asked, in words, and who owes what by when.

    That nothing is left to do is told to nobody who only looks on: they don't see what is owed.
    """
    unasked = words.missed(report)
    lines = [_unasked(report, row) for row in unasked[:MOST_OPEN]]
    for note, item in owed(report)[:MOST_OPEN]:
        who = " ".join(filter(None, [words.panelist_name(report, item.by), by_when(item.due)]))
        said = words.follow_up_text(item, report.agenda)
        lines.append((Run(f"{who}: ", Style.STRONG), Run(said), Run(f" ({note.called})" if note else "", Style.QUIET)))
    if lines or not (words.never_held(report) or report.panel.looks_on):
        yield Heading(Part.OPEN)
        yield Bullets(tuple(lines)) if lines else paragraph("Nothing is left to do.", Style.QUIET)


def _unasked(report: Debrief, row: CoverageRow) -> tuple[Run, ...]:
    asides = "; ".join(filter(None, [words.panelist_name(report, row.owner), row.reason]))
    return (
        Run(f"Must-ask q{row.number} not asked: ", Style.STRONG),
        Run(row.ask),
        Run(f" ({asides})" if asides else "", Style.QUIET),
    )


def _rest(report: Debrief, told: Places) -> Iterator[Block]:
    """Yield what this page leaves out: how much, and under which heading it stands in the whole debrief."""
    counted = []
    for signal in TELLING:
        notes = [note for note in report.notes if note.signal is signal and told[note.id] is not Part.STRONGEST]
        counted.append((words.count_text(len(notes), signal.word), notes))
    others = [
        note for note in report.notes if note.signal not in TELLING and told[note.id] in (Part.EVIDENCE, Part.NOTES)
    ]
    counted.append((words.count_text(len(others), "other note"), others))
    said = [f"+{count}" for count, notes in counted if notes]
    parts = {told[note.id] for _, notes in counted for note in notes}
    left_out = [f"{', '.join(said)} ({', '.join(part for part in Part if part in parts)})"] if said else []
    if unasked := len(words.missed(report)[MOST_OPEN:]):
        left_out.append(f"+{words.count_text(unasked, 'must-ask')} not asked ({Part.COVERAGE})")
    if later := len(owed(report)[MOST_OPEN:]):
        left_out.append(f"+{words.count_text(later, 'follow-up')} ({Part.FOLLOW_UPS})")
    if not words.never_held(report):
        left_out += [f"{words.count_text(len(report.coverage), 'question')} ({Part.COVERAGE})"] * bool(report.coverage)
        left_out.append(f"the times ({Part.TIME})")
    if left_out:
        yield paragraph(f"In the whole debrief: {'; '.join(left_out)}.", Style.QUIET)
