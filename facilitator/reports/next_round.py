"""The report for the next round: what was covered, what was not, and what to ask.

It leaves out ratings, recommendations and impressions, so that those who come next judge for themselves.
"""

from msgspec import Struct
from msgspec.structs import replace

from facilitator.documents.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Facts,
    Heading,
    Run,
    Style,
    Table,
    paragraph,
)
from facilitator.domain.debrief.debrief import CandidateQuestionRow, CoverageRow, Debrief, Header
from facilitator.domain.facts.signal import Signal
from facilitator.domain.facts.status import Status
from facilitator.domain.text.dates import by_when
from facilitator.reports import words


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
    who were there; `whom` and `other_side` say what the people they met are called.
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
    """Return the report as a document: what to ask first, then what need not be asked again."""
    header = report.session
    facts = [
        (report.whom, header.candidate),
        (
            "Met on" if header.started or not report.cancelled else "Was to be met on",
            words.date_of(header.started or header.opened, header.timezone),
        ),
        ("Met with", ", ".join(report.met)),
    ]
    return Document(
        title=f"For the next round: {header.title}",
        subtitle=report.cancelled or header.purpose,
        blocks=(
            Facts(tuple((name, said) for name, said in facts if said)),
            *_to_ask(report),
            *_follow_ups(report),
            *_covered_already(report),
            *_owed(report),
        ),
    )


def _to_ask(report: NextRound) -> tuple[Block, ...]:
    blocks: list[Block] = [Heading("What to ask")]
    if not report.open:
        return (*blocks, paragraph("Every question was covered.", Style.QUIET))
    for item in report.open:
        blocks.append(Heading(f"q{item.number}{' (must)' if item.must else ''}: {item.ask}", 3))
        so_far = words.status_text(item.status) + (f": {item.reason}" if item.reason else "")
        blocks.append(paragraph(" · ".join(filter(None, [so_far, item.competency]))))
        further = [("Follow up: ", text) for text in item.probes] + [("Listen for: ", text) for text in item.listen_for]
        if further:
            blocks.append(Bullets(tuple((Run(name, Style.QUIET), Run(text)) for name, text in further)))
    return tuple(blocks)


def _follow_ups(report: NextRound) -> tuple[Block, ...]:
    if not report.follow_ups:
        return ()
    return (Heading("What came up to follow up"), Bullets(tuple((Run(text),) for text in report.follow_ups)))


def _covered_already(report: NextRound) -> tuple[Block, ...]:
    if not report.covered:
        return ()
    rows = tuple(
        (Cell(f"q{row.number}", "question", row.ask), Cell(row.competency), Cell(", ".join(row.by)))
        for row in report.covered
    )
    return (
        Heading("What was covered"),
        Table((Column("Question"), Column("Competency"), Column("Covered by")), rows),
    )


def _owed(report: NextRound) -> tuple[Block, ...]:
    if not report.owed:
        return ()
    items = tuple((Run(item.text), Run(f" ({_promise(item)})", Style.QUIET)) for item in report.owed)
    return (Heading(f"What {report.other_side} is owed"), Bullets(items))


def _promise(item: CandidateQuestionRow) -> str:
    return ", ".join(filter(None, [item.by or "nobody yet", by_when(item.due) or "no date"]))
