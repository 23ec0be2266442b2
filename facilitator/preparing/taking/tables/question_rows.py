"""The rows of a table of questions: a question each, under the part that the row or the heading names."""

from facilitator.domain.plan.agenda import SegmentKind
from facilitator.preparing.drafting.agenda_draft import DraftAgenda, DraftQuestion, DraftSegment
from facilitator.preparing.manuscript.manuscript import FilePlace
from facilitator.preparing.taking.account import TakenAs
from facilitator.preparing.taking.tables.table_columns import BETWEEN, Columns, Row
from facilitator.preparing.words.lexicon import Field, field_of, is_task, segment_kind
from facilitator.preparing.words.sentences import is_asked
from facilitator.preparing.written_times.written_time import written_time

NO_QUESTION = "a row without a question"
_TAKEN = (Field.QUESTION, Field.OWNER, Field.COMPETENCY, Field.PROBES, Field.LISTEN_FOR, Field.NOTES, Field.TITLE)


def take_question_row(
    row: Row, columns: Columns, place: FilePlace, draft: DraftAgenda, heading: str
) -> tuple[TakenAs, str]:
    """Take a row as a question; return what it was taken for, and why if it was left out."""
    asked = columns.text(row, Field.QUESTION)
    texts = [cell.text.strip() for cell in row if cell.text.strip()]
    is_alone = len(texts) == 1 and len(row) > 1 and not (is_asked(texts[0]) or is_task(texts[0]))
    is_alone = is_alone and bool(asked or row[0].text.strip())
    if not asked or is_alone:
        if is_alone and field_of(texts[0]) is None:
            _segment_called(texts[0], place, draft)
            return TakenAs.SEGMENT, ""
        return TakenAs.LEFT_OUT, NO_QUESTION
    question = DraftQuestion(asked, place)
    if owner := columns.text(row, Field.OWNER):
        question.led_by(owner)
    question.competency = columns.text(row, Field.COMPETENCY)
    for wanted, texts in ((Field.PROBES, question.probes), (Field.LISTEN_FOR, question.listen_for)):
        parts = (part.strip(" -*\n") for part in BETWEEN.split(columns.cell(row, wanted)))
        texts += filter(None, parts)
    if notes := columns.text(row, Field.NOTES):
        question.listen_for.append(notes)
    question.listen_for += columns.beside(row, *_TAKEN)
    time = written_time(columns.text(row, Field.DURATION), is_cell=True, unit=columns.unit)
    question.seconds = time.seconds if time else None
    title = columns.text(row, Field.TITLE) or heading
    _segment_called(title, place, draft).questions.append(question)
    return TakenAs.QUESTION, ""


def _segment_called(title: str, place: FilePlace, draft: DraftAgenda) -> DraftSegment:
    """Return the last segment if it has this title or there is none to look for, else a new one."""
    last = draft.segments[-1] if draft.segments else None
    if last is not None and title in ("", last.title):
        return last
    segment = DraftSegment(title or draft.title or "Questions", place)
    segment.kind = segment_kind(segment.title) or SegmentKind.TALK
    draft.add(segment)
    return segment
