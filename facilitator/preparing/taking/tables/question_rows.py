"""The rows of a table of questions: a question each, under the part that the row or the heading names."""

from facilitator.domain.plan.agenda import SegmentKind
from facilitator.domain.text.plain_text import comparable
from facilitator.preparing.drafting.agenda_draft import DraftAgenda, DraftQuestion, DraftSegment
from facilitator.preparing.manuscript.manuscript import FilePlace
from facilitator.preparing.taking.account import TakenAs
from facilitator.preparing.taking.tables.table_columns import BETWEEN
from facilitator.preparing.taking.tables.table_row import TableRow
from facilitator.preparing.words.lexicon import Field, field_of, is_task, segment_kind
from facilitator.preparing.words.sentences import is_asked
from facilitator.preparing.written_times.written_time import WrittenTime, written_time

NO_QUESTION = "a row without a question"


def take_question_row(row: TableRow, draft: DraftAgenda, heading: str) -> tuple[TakenAs, str]:
    """Take a row as a question; return what it was taken for, and why if it was left out."""
    asked, texts = row.look(Field.QUESTION), row.texts
    is_alone = len(texts) == 1 and row.width > 1 and not (is_asked(texts[0]) or is_task(texts[0]))
    is_alone = is_alone and bool(asked or row.has_first)
    if not asked or is_alone:
        if is_alone and field_of(texts[0]) is None:
            _segment_called(texts[0], row.place, draft)
            row.read_rest()
            return TakenAs.SEGMENT, ""
        return _part_alone(row, draft) if not asked else (TakenAs.LEFT_OUT, NO_QUESTION)
    question = DraftQuestion(row.read(Field.QUESTION), row.place)
    if owner := row.read(Field.OWNER):
        question.led_by(owner)
    read_beside(row, question)
    if notes := row.read(Field.NOTES):
        question.listen_for.append(notes)
    time = _time(row)
    question.seconds = time.seconds if time else None
    title = row.read(Field.TITLE) or heading
    row.read_times()
    question.listen_for += row.read_rest()
    _segment_called(title, row.place, draft).questions.append(question)
    return TakenAs.QUESTION, ""


def _part_alone(row: TableRow, draft: DraftAgenda) -> tuple[TakenAs, str]:
    """Take a row with a title and a length, but no question, as a part with that time; else leave it out."""
    title, time = row.look(Field.TITLE), _time(row)
    if not title or time is None or {Field.TOTAL, Field.SUBTOTAL} & set(map(field_of, row.texts)):
        return TakenAs.LEFT_OUT, NO_QUESTION
    part = _segment_called(row.read(Field.TITLE), row.place, draft)
    part.time = part.time or time
    if owner := row.read(Field.OWNER):
        part.led_by(owner)
    row.read_times()
    part.purpose += row.read_rest()
    return TakenAs.SEGMENT, ""


def _time(row: TableRow) -> WrittenTime | None:
    return written_time(row.look(Field.DURATION), is_cell=True, unit=row.columns.unit)


def read_beside(row: TableRow, question: DraftQuestion) -> None:
    """Read what columns of their own say of the question of a row: its competency, follow-ups, what to listen for."""
    question.competency = row.read(Field.COMPETENCY)
    for wanted, into in ((Field.PROBES, question.probes), (Field.LISTEN_FOR, question.listen_for)):
        into += filter(None, (part.strip(" -*|/\n") for part in BETWEEN.split(row.read_lines(wanted))))


def _segment_called(title: str, place: FilePlace, draft: DraftAgenda) -> DraftSegment:
    """Return the last segment with this title, or the last one if there is none to look for; else a new one."""
    known = draft.called.get(comparable(title)) if title else draft.segments[-1] if draft.segments else None
    if known is not None:
        return known
    segment = DraftSegment(title or draft.title or "Questions", place)
    segment.kind = segment_kind(segment.title) or SegmentKind.TALK
    draft.add(segment)
    return segment
