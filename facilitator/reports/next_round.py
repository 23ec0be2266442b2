"""The report for the next round: what to ask, what they are owed, and what was covered.

It leaves out ratings, recommendations and impressions, so that those who come next judge for themselves.
"""

from collections.abc import Iterator, Sequence

from msgspec import UNSET, Struct, UnsetType
from msgspec.structs import replace

from facilitator.documents.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Facts,
    Heading,
    Paragraph,
    Run,
    Style,
    Table,
    paragraph,
)
from facilitator.domain.debrief.candidate_rows import CandidateQuestionRow
from facilitator.domain.debrief.debrief import CoverageRow, Debrief, Header
from facilitator.domain.facts.signal import Signal
from facilitator.domain.facts.status import Status
from facilitator.domain.text.dates import by_when
from facilitator.reports import words
from facilitator.reports.panel.parts import MOST_OPEN, Part, due_first, looked_on

WHAT_TO_ASK = "What to ask"
"""The heading of the part that the panel's document doesn't have."""


class OpenQuestion(Struct, frozen=True, kw_only=True):
    """A question for the next round to take up; `status` says how far it got."""

    number: int | str
    ask: str
    competency: str
    must: bool
    status: Status
    reason: str
    probes: tuple[str, ...]
    listen_for: tuple[str, ...]


class CoveredQuestion(Struct, frozen=True, kw_only=True):
    number: int | str
    ask: str
    competency: str
    by: tuple[str, ...]


class NextRound(Struct, frozen=True, kw_only=True):
    """What those who meet the candidate next should know. `follow_ups` are notes marked as such.

    `cancelled` says that the interview wasn't held or not to its end, and why; it is empty otherwise. `met` names those
    who were there; `whom` and `other_side` say what the people they met are called. With `looks_on`, it is made for
    somebody who sees neither follow-ups nor what is owed.
    """

    session: Header
    cancelled: str
    whom: str
    other_side: str
    met: tuple[str, ...]
    covered: tuple[CoveredQuestion, ...]
    open: tuple[OpenQuestion, ...]
    follow_ups: tuple[str, ...]
    owed: tuple[CandidateQuestionRow, ...]
    looks_on: bool | UnsetType = UNSET


def next_round(debrief: Debrief) -> NextRound:
    """Return what the next round gets to see of a debrief, open must-asks before other open questions."""
    still_open = [row for row in debrief.coverage if row.status is not Status.COVERED]
    return NextRound(
        session=debrief.session,
        cancelled=words.cancelled_text(debrief),
        whom=words.whom_label(debrief.agenda),
        other_side=debrief.agenda.other_side,
        met=tuple(
            words.panelist_name(debrief, person.id) for person in debrief.people if person.present or person.left
        ),
        covered=tuple(_covered(debrief, row) for row in debrief.coverage if row.status is Status.COVERED),
        open=tuple(_open(debrief, row) for row in sorted(still_open, key=lambda row: not row.must)),
        follow_ups=tuple(
            words.untagged(note.text, debrief.agenda) for note in debrief.notes if note.signal is Signal.FOLLOW_UP
        ),
        owed=tuple(
            replace(item, by=words.panelist_name(debrief, item.by))
            for item in debrief.candidate_questions
            if item.status == "owed"
        ),
        looks_on=debrief.panel.looks_on,
    )


def _competency(debrief: Debrief, row: CoverageRow) -> str:
    known = debrief.agenda.competency_by_id.get(row.competency or "")
    return known.name if known else ""


def _covered(debrief: Debrief, row: CoverageRow) -> CoveredQuestion:
    by = tuple(words.panelist_name(debrief, who) for who, status in row.by.items() if status is Status.COVERED)
    return CoveredQuestion(number=row.number, ask=row.ask, competency=_competency(debrief, row), by=by)


def _open(debrief: Debrief, row: CoverageRow) -> OpenQuestion:
    question = debrief.agenda.question_by_id.get(row.question)
    return OpenQuestion(
        number=row.number,
        ask=row.ask,
        competency=_competency(debrief, row),
        must=row.must,
        status=row.status,
        reason=row.reason,
        probes=question.probes if question else (),
        listen_for=question.listen_for if question else (),
    )


def next_round_document(report: NextRound) -> Document:
    """Return the report as a document in the form of the panel's: a page of what is open, then all about it."""
    page = tuple(_page(report))
    return Document(
        title=f"For the next round: {report.session.title}",
        subtitle=report.cancelled or " · ".join(filter(None, [report.session.candidate, _day(report)])),
        blocks=(*page, *_to_ask(report), *_follow_ups(report), *_coverage(report), *_interview(report)),
        page=len(page),
    )


def _page(report: NextRound) -> Iterator[Block]:
    """Yield what to ask, must-asks first, who owes them what by when, and what else came up; how much there is more."""
    lines = [
        *map(_asked, report.open[:MOST_OPEN]),
        *_promises(report)[:MOST_OPEN],
        *((Run("Follow up: ", Style.STRONG), Run(text)) for text in report.follow_ups[:MOST_OPEN]),
    ]
    if report.looks_on:
        yield paragraph(looked_on(report.other_side), Style.STRONG)
    if lines or not report.looks_on:
        yield Heading(Part.OPEN)
        yield Bullets(tuple(lines)) if lines else paragraph("Nothing is left to do.", Style.QUIET)
    left_out = [
        _more(report.open, "question", WHAT_TO_ASK),
        _more(report.owed, "answer", Part.THEIRS),
        _more(report.follow_ups, "follow-up", Part.FOLLOW_UPS),
        f"what to listen for ({WHAT_TO_ASK})" if any(map(_is_told_more_of, report.open[:MOST_OPEN])) else "",
        f"{words.count_text(len(report.covered), 'covered question')} ({Part.COVERAGE})" if report.covered else "",
    ]
    if said := "; ".join(filter(None, left_out)):
        yield paragraph(f"In the whole document: {said}.", Style.QUIET)


def _more(rows: Sequence[object], one: str, part: str) -> str:
    left = len(rows[MOST_OPEN:])
    return f"+{words.count_text(left, one)} ({part})" if left else ""


def _asked(item: OpenQuestion) -> tuple[Run, ...]:
    called = f"{'Must-ask ' * item.must}q{item.number} {item.status.outcome}: "
    asides = "; ".join(filter(None, [item.competency, item.reason]))
    return Run(called, Style.STRONG), Run(item.ask), Run(f" ({asides})" if asides else "", Style.QUIET)


def _promises(report: NextRound) -> list[tuple[Run, ...]]:
    """Return who is to answer what by when, as the panel's page says it."""
    lines: list[tuple[Run, ...]] = []
    for item in sorted(report.owed, key=due_first):
        who = " ".join(filter(None, [item.by or "Nobody yet", by_when(item.due)]))
        lines.append((Run(f"{who}: ", Style.STRONG), Run(f"Answer {report.other_side}: {item.text}")))
    return lines


def _is_told_more_of(item: OpenQuestion) -> bool:
    return bool(item.probes or item.listen_for)


def _to_ask(report: NextRound) -> Iterator[Block]:
    """Yield the questions that the page leaves out, and what to follow up and listen for in each."""
    told = [item for number, item in enumerate(report.open) if number >= MOST_OPEN or _is_told_more_of(item)]
    if told:
        yield Heading(WHAT_TO_ASK)
    for item in told:
        yield Heading(f"q{item.number}", 3)
        if item not in report.open[:MOST_OPEN]:
            yield Paragraph(_asked(item))
        further = [("Follow up: ", text) for text in item.probes] + [("Listen for: ", text) for text in item.listen_for]
        if further:
            yield Bullets(tuple((Run(name, Style.QUIET), Run(text)) for name, text in further))


def _follow_ups(report: NextRound) -> Iterator[Block]:
    if more := _promises(report)[MOST_OPEN:]:
        yield Heading(Part.THEIRS)
        yield Bullets(tuple(more))
    if further := report.follow_ups[MOST_OPEN:]:
        yield Heading(Part.FOLLOW_UPS)
        yield Bullets(tuple((Run(text),) for text in further))


def _coverage(report: NextRound) -> Iterator[Block]:
    asked = len(report.covered) + len(report.open)
    if not asked:
        return
    yield Heading(Part.COVERAGE)
    yield paragraph(words.coverage_text(len(report.covered), asked))
    if report.covered:
        rows = tuple(
            (Cell(f"q{row.number}", "question", row.ask), Cell(row.competency), Cell(", ".join(row.by)))
            for row in report.covered
        )
        yield Table((Column("Question"), Column("Competency"), Column("Covered by")), rows)


def _interview(report: NextRound) -> Iterator[Block]:
    rows = [
        ("Purpose", report.session.purpose),
        (report.whom, report.session.candidate),
        ("When", _day(report)),
        ("Panel", "; ".join(report.met)),
    ]
    yield Heading(Part.INTERVIEW)
    yield Facts(tuple((name, said) for name, said in rows if said))


def _day(report: NextRound) -> str:
    header = report.session
    day = words.date_of(header.started or header.opened, header.timezone)
    return day if header.started or not report.cancelled else f"{day}, not held"
