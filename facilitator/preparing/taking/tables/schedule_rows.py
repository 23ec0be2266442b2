"""The rows of a schedule: a segment each, with its time, its owner and what it is for."""

from facilitator.domain.plan.agenda import SegmentKind
from facilitator.domain.text.plain_text import one_line
from facilitator.preparing.drafting.agenda_draft import DraftAgenda, DraftQuestion, DraftSegment
from facilitator.preparing.manuscript.manuscript import FilePlace
from facilitator.preparing.taking.account import TakenAs
from facilitator.preparing.taking.tables.table_columns import BETWEEN, Columns, Row
from facilitator.preparing.words.lexicon import Field, field_of, segment_kind
from facilitator.preparing.written_times.amounts import amount_in_cell
from facilitator.preparing.written_times.clocks import clock_in_cell
from facilitator.preparing.written_times.written_time import WrittenTime, written_time

_TAKEN = (Field.TITLE, Field.OWNER, Field.NOTES, Field.SAY, Field.KIND, Field.QUESTION)
A_SUM = "a sum of the rows above it"
NO_TITLE = "a row without a title"


def take_schedule_row(row: Row, columns: Columns, place: FilePlace, draft: DraftAgenda) -> tuple[TakenAs, str]:
    """Take a row as a segment; return what it was taken for, and why if it was left out."""
    title = columns.text(row, Field.TITLE) or columns.text(row, Field.QUESTION)
    time = _time(row, columns)
    texts = [cell.text.strip() for cell in row if cell.text.strip()]
    if any(field_of(text) == Field.SUBTOTAL for text in texts):
        return TakenAs.LEFT_OUT, A_SUM
    if any(field_of(text) == Field.TOTAL for text in texts):
        seconds = time.seconds if time else _stated_among(texts)
        if draft.length_seconds is None and seconds:
            draft.length_seconds = seconds
            return TakenAs.LENGTH, ""
        return TakenAs.LEFT_OUT, A_SUM
    if draft.segments and columns.cell(row, Field.QUESTION) and not columns.text(row, Field.TITLE):
        draft.segments[-1].questions += _questions(row, columns, place)
        return TakenAs.QUESTION, ""
    if not title:
        return TakenAs.LEFT_OUT, NO_TITLE
    if time is None and len(texts) == 1 and len(row) > 1:
        return TakenAs.NOTE, "a row of its own"
    inside = written_time(title) if time is None else None
    segment = DraftSegment((inside and inside.text) or title, place, time=time or inside)
    kind = segment_kind(columns.text(row, Field.KIND)) or segment_kind(segment.title)
    segment.kind = kind or SegmentKind.TALK
    if owner := columns.text(row, Field.OWNER):
        segment.led_by(owner)
    if notes := columns.text(row, Field.NOTES):
        segment.purpose.append(notes)
    if say := columns.text(row, Field.SAY):
        segment.say.append(say)
    segment.purpose += columns.beside(row, *_TAKEN)
    if columns.text(row, Field.QUESTION) != title:
        segment.questions += _questions(row, columns, place)
    draft.add(segment)
    return TakenAs.SEGMENT, ""


def _questions(row: Row, columns: Columns, place: FilePlace) -> list[DraftQuestion]:
    asked = BETWEEN.split(columns.cell(row, Field.QUESTION))
    return [DraftQuestion(one_line(text), place) for text in asked if text.strip()]


def _stated_among(texts: list[str]) -> int | None:
    return next((found.seconds for found in map(amount_in_cell, texts) if found and found.seconds), None)


def _time(row: Row, columns: Columns) -> WrittenTime | None:
    """Return the time of a row: its length, else the range or the start and end that it gives."""
    duration, start, end = (columns.text(row, wanted) for wanted in (Field.DURATION, Field.START, Field.END))
    if duration and (found := written_time(duration, is_cell=True, unit=columns.unit) or written_time(duration)):
        return found
    if start and (found := written_time(start)) and (found.seconds or found.ends):
        return found
    starts = clock_in_cell(start)
    return WrittenTime("", True, starts=starts, ends=clock_in_cell(end)) if starts else None
