"""What each row of a table was taken for: a schedule, a table of questions, or one of criteria."""

import re
from collections.abc import Iterator, Sequence

from facilitator.domain.text.plain_text import first_few, one_line
from facilitator.preparing.drafting.agenda_draft import DraftAgenda
from facilitator.preparing.manuscript.manuscript import FilePlace, TextBlock
from facilitator.preparing.taking.account import Taken, TakenAs
from facilitator.preparing.taking.tables.question_rows import take_question_row
from facilitator.preparing.taking.tables.rubric_rows import take_rubric_row
from facilitator.preparing.taking.tables.schedule_rows import take_schedule_row
from facilitator.preparing.taking.tables.table_columns import TIMES, Columns, Row, columns_of
from facilitator.preparing.words.lexicon import Field, HeadingRole, heading_role

NEITHER = "a row of a table with neither times nor questions"
A_ROW_OF_ITS_OWN = "a row of its own"
_RULE = re.compile(r"[-|:=+\s]{1,400}")
"""The line below the head of a table, or between its rows."""


def take_table(block: TextBlock, heading: str, draft: DraftAgenda) -> tuple[Taken, ...]:
    """Take a table that stands under a heading into the draft; return what each of its pieces was taken for."""
    columns = columns_of(block.rows)
    asks = _asks(block.rows[columns.head + 1 :], columns)
    verdicts: dict[int, tuple[TakenAs, str]] = {}
    for number, row in enumerate(block.rows):
        where = _row_key(row[0].place) if row else 0
        if number <= columns.head:
            is_head = number == columns.head
            verdicts[where] = (TakenAs.MARKUP, "") if is_head else (TakenAs.NOTE, A_ROW_OF_ITS_OWN)
        elif row and any(cell.text.strip() for cell in row):
            verdicts[where] = _take_row(row, columns, heading, draft, asks=asks)
    return tuple(_taken(block, verdicts))


def is_schedule(block: TextBlock) -> bool:
    """Whether a table is a schedule: parts with their times."""
    fields = columns_of(block.rows).fields
    return Field.TITLE in fields and any(time in fields for time in TIMES)


def has_questions(block: TextBlock) -> bool:
    """Whether a table has a column of questions."""
    return Field.QUESTION in columns_of(block.rows).fields


def _take_row(row: Row, columns: Columns, heading: str, draft: DraftAgenda, *, asks: bool) -> tuple[TakenAs, str]:
    place = next(cell.place for cell in row if cell.text.strip())
    fields = columns.fields
    is_rubric = bool(columns.scores) or (Field.SCORE in fields and Field.NOTES in fields)
    if is_rubric and Field.QUESTION not in fields:
        return take_rubric_row(row, columns, place, draft)
    is_timed = any(time in fields for time in TIMES)
    if asks:
        return take_question_row(row, columns, place, draft, heading)
    if Field.TITLE in fields and (is_timed or heading_role(heading) == HeadingRole.AGENDA):
        return take_schedule_row(row, columns, place, draft)
    known = first_few([one_line(cell.text) for cell in row if cell.text.strip()])
    return TakenAs.LEFT_OUT, f"{NEITHER}: {known}"


def _asks(rows: Sequence[Row], columns: Columns) -> bool:
    """Whether a table is one of questions, and not one of parts that have a question each."""
    fields = columns.fields
    if Field.QUESTION not in fields:
        return False
    titles = list(filter(None, (columns.text(row, Field.TITLE) for row in rows)))
    is_timed = any(time in fields for time in TIMES)
    has_parts = is_timed and len(titles) == len(set(titles)) > 0 and fields[Field.TITLE] < fields[Field.QUESTION]
    return not has_parts or any(field in fields for field in (Field.PROBES, Field.LISTEN_FOR, Field.COMPETENCY))


def _taken(block: TextBlock, verdicts: dict[int, tuple[TakenAs, str]]) -> Iterator[Taken]:
    """Yield what each piece was taken for; a row that goes on for several lines counts for all of them."""
    role, why = TakenAs.MARKUP, ""
    for piece in block.pieces:
        key = _row_key(piece.place)
        if key in verdicts:
            role, why = verdicts[key]
        if _RULE.fullmatch(piece.text):
            yield Taken(piece, TakenAs.MARKUP)
        else:
            is_left_out = role == TakenAs.LEFT_OUT
            yield Taken(piece, role, why if is_left_out else "", "" if is_left_out else why)


def _row_key(place: FilePlace) -> int:
    return place.row or place.line or place.paragraph
