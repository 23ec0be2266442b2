"""The rows of a schedule: a segment each, with its time, its owner and what it is for."""

import re

from facilitator.domain.plan.agenda import SegmentKind
from facilitator.domain.text.plain_text import comparable, one_line
from facilitator.preparing.drafting.agenda_draft import DraftAgenda, DraftQuestion, DraftSegment, StatedTotal
from facilitator.preparing.taking.account import TakenAs
from facilitator.preparing.taking.tables.question_rows import read_beside
from facilitator.preparing.taking.tables.table_columns import BETWEEN
from facilitator.preparing.taking.tables.table_row import TableRow
from facilitator.preparing.words.lexicon import Field, field_of, segment_kind, words_of
from facilitator.preparing.words.sentences import is_asked, sentences_of
from facilitator.preparing.written_times.amounts import amount_in_cell
from facilitator.preparing.written_times.clocks import clock_in_cell
from facilitator.preparing.written_times.written_time import WrittenTime, written_time

_BETWEEN_WORDS = re.compile(r"[/&+,]")
A_SUM = "a sum of the rows above it"
NO_TITLE = "a row without a title"
A_ROW_OF_ITS_OWN = "a row of its own"


def take_schedule_row(row: TableRow, draft: DraftAgenda) -> tuple[TakenAs, str]:
    """Take a row as a segment; return what it was taken for, and why if it was left out."""
    title = row.look(Field.TITLE) or row.look(Field.QUESTION)
    time = _time(row)
    means = set(map(field_of, row.texts))
    if Field.SUBTOTAL in means or Field.TOTAL in means:
        return _sum(row, time, draft, is_of_all=Field.SUBTOTAL not in means)
    if draft.segments and row.look(Field.QUESTION) and not row.look(Field.TITLE):
        asked = _questions(row)
        if owner := row.read(Field.OWNER):
            asked[-1].led_by(owner)
        row.read_times()
        asked[-1].listen_for += row.read_rest()
        draft.segments[-1].questions += asked
        return TakenAs.QUESTION, ""
    if not title:
        return TakenAs.LEFT_OUT, NO_TITLE
    if time is None and len(row.texts) == 1 and row.width > 1:
        row.read_rest()
        return TakenAs.NOTE, A_ROW_OF_ITS_OWN
    draft.add(_segment(row, title, time))
    return TakenAs.SEGMENT, ""


def _segment(row: TableRow, title: str, time: WrittenTime | None) -> DraftSegment:
    """Return the segment of a row with all that its cells say."""
    inside = written_time(title) if time is None else None
    segment = DraftSegment((inside and inside.text) or title, row.place, time=time or inside)
    said_kind = row.look(Field.KIND)
    segment.kind = segment_kind(said_kind) or segment_kind(segment.title) or SegmentKind.TALK
    if comparable(said_kind) == segment.kind:
        row.read(Field.KIND)
    if owner := row.read(Field.OWNER):
        segment.led_by(owner)
    segment.purpose += filter(None, (inside.beside if inside else "", row.read(Field.NOTES)))
    if say := row.read(Field.SAY):
        segment.say.append(say)
    row.read(Field.TITLE if row.look(Field.TITLE) else Field.QUESTION)
    segment.questions += _questions(row) if row.look(Field.QUESTION) != title else []
    row.read_times()
    segment.questions += [asked for text in row.read_under(_may_ask, _only_asks) for asked in _split(text, row)]
    segment.purpose += row.read_rest()
    return segment


def _sum(row: TableRow, time: WrittenTime | None, draft: DraftAgenda, *, is_of_all: bool) -> tuple[TakenAs, str]:
    """Take a row with a total as the stated length, if there is none yet; one of a few rows is only compared."""
    seconds = time.seconds if time else _stated_among(row.texts)
    if seconds:
        draft.totals.append(StatedTotal(seconds, row.place, list(draft.segments), may_be_of_last=True))
    if draft.length_seconds is not None or not seconds or not is_of_all:
        return TakenAs.LEFT_OUT, A_SUM
    draft.length_seconds = seconds
    row.read_where(lambda text: field_of(text) == Field.TOTAL or amount_in_cell(text))
    return TakenAs.LENGTH, ""


def _questions(row: TableRow) -> list[DraftQuestion]:
    """Return what the row asks; what stands in columns of their own is said of its last question."""
    asked = _split(row.read_lines(Field.QUESTION), row)
    if asked:
        read_beside(row, asked[-1])
    return asked


def _split(text: str, row: TableRow) -> list[DraftQuestion]:
    asked = (one_line(one).strip(" /|") for one in BETWEEN.split(text))
    return [DraftQuestion(one, row.place) for one in asked if one]


def _may_ask(head: str) -> bool:
    """Whether what is below such a head may be asked: `Content`, `Questions / topics`."""
    parts = [part.strip() for part in _BETWEEN_WORDS.split(head)]
    return any(field_of(part) == Field.QUESTION or comparable(part) in words_of("content") for part in parts)


def _only_asks(text: str) -> bool:
    return all(map(is_asked, sentences_of(one_line(text).replace(" / ", " "))))


def _stated_among(texts: list[str]) -> int | None:
    return next((found.seconds for found in map(amount_in_cell, texts) if found and found.seconds), None)


def _time(row: TableRow) -> WrittenTime | None:
    """Return the time of a row: its length, else the range or the start and end that it gives."""
    duration, start, end = map(row.look, (Field.DURATION, Field.START, Field.END))
    unit = row.columns.unit
    if duration and (found := written_time(duration, is_cell=True, unit=unit) or written_time(duration)):
        return found
    if start and (found := written_time(start)) and (found.seconds or found.ends):
        return found
    starts = clock_in_cell(start)
    return WrittenTime("", True, starts=starts, ends=clock_in_cell(end)) if starts else None
