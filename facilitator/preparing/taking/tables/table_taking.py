"""What each row of a table was taken for: a schedule, a table of questions, or one of criteria."""

import re
from collections.abc import Iterator, Sequence

from facilitator.domain.text.plain_text import first_few, one_line
from facilitator.preparing.drafting.agenda_draft import DraftAgenda
from facilitator.preparing.drafting.rubric_scale import give_scale
from facilitator.preparing.manuscript.manuscript import FilePlace, TextBlock
from facilitator.preparing.taking.account import Taken, TakenAs
from facilitator.preparing.taking.tables.question_rows import take_question_row
from facilitator.preparing.taking.tables.rubric_rows import take_rubric_row
from facilitator.preparing.taking.tables.schedule_rows import A_ROW_OF_ITS_OWN, take_schedule_row
from facilitator.preparing.taking.tables.table_columns import TIMES, Columns, Row, columns_of
from facilitator.preparing.taking.tables.table_row import TableRow
from facilitator.preparing.words.lexicon import Field, HeadingRole, heading_role
from facilitator.preparing.written_times.clocks import lengths_of

NEITHER = "a row of a table with neither times nor questions"
LEFT_OUT_OF_IT = "left out of it"
_RULE = re.compile(r"[-|:=+\s]{1,400}")
"""The line below the head of a table, or between its rows."""
Verdicts = dict[FilePlace | int, tuple[TakenAs, str]]
"""What was taken for what, and why, by the place of a cell and by the number of its row."""


def take_table(block: TextBlock, heading: str, draft: DraftAgenda) -> tuple[Taken, ...]:
    """Take a table that stands under a heading into the draft; return what each of its pieces was taken for."""
    columns = columns_of(block.rows)
    known = len(draft.competencies)
    asks = _asks(block.rows[columns.head + 1 :], columns)
    verdicts: Verdicts = {}
    for number, (cells, place) in enumerate(zip(block.rows, block.row_places(), strict=True)):
        row = TableRow(cells, columns, place)
        if not row.texts:
            continue
        if number > columns.head:
            verdicts |= _verdicts(row, cells, _take_row(row, heading, draft, asks=asks))
        else:
            verdict = (TakenAs.MARKUP, "") if number == columns.head else _take_above(row, draft)
            verdicts |= dict.fromkeys((place.number, *(cell.place for cell in cells)), verdict)
    give_scale(draft.competencies[known:], draft, columns.words)
    return tuple(_taken(block, verdicts))


def is_schedule(block: TextBlock) -> bool:
    """Whether a table is a schedule: parts with their times."""
    fields = columns_of(block.rows).fields
    return Field.TITLE in fields and any(time in fields for time in TIMES)


def lengths_in(block: TextBlock, heading: str) -> list[int | None]:
    """Return the lengths in seconds of the parts of a schedule under a heading; None for what isn't known."""
    draft = DraftAgenda()
    take_table(block, heading, draft)
    times = [part.time for part in draft.segments]
    between = lengths_of([(time.starts, time.ends) if time else (None, None) for time in times])
    return [time.seconds or length if time else None for time, length in zip(times, between, strict=True)]


def is_rubric(block: TextBlock) -> bool:
    """Whether a table is one of criteria, with what earns which score or what to look for."""
    return _is_of_criteria(columns_of(block.rows))


def has_questions(block: TextBlock) -> bool:
    """Whether a table has a column of questions."""
    return Field.QUESTION in columns_of(block.rows).fields


def _take_row(row: TableRow, heading: str, draft: DraftAgenda, *, asks: bool) -> tuple[TakenAs, str]:
    fields = row.columns.fields
    is_timed = any(time in fields for time in TIMES)
    if _is_of_criteria(row.columns):
        return take_rubric_row(row, draft)
    if asks:
        return take_question_row(row, draft, heading)
    if Field.TITLE in fields and (is_timed or heading_role(heading) == HeadingRole.AGENDA):
        return take_schedule_row(row, draft)
    return TakenAs.LEFT_OUT, f"{NEITHER}: {first_few(list(map(one_line, row.texts)))}"


def _is_of_criteria(columns: Columns) -> bool:
    fields = columns.fields
    is_timed = any(time in fields for time in TIMES)
    is_scored = bool(columns.scores) or (Field.SCORE in fields and Field.NOTES in fields)
    is_looked_for = Field.COMPETENCY in fields and Field.LISTEN_FOR in fields and not is_timed
    return (is_scored or is_looked_for) and Field.QUESTION not in fields


def _take_above(row: TableRow, draft: DraftAgenda) -> tuple[TakenAs, str]:
    """Take a row above the heads as the title of the whole, if it has none yet, else as what it is for."""
    if len(row.texts) > 1:
        return TakenAs.NOTE, A_ROW_OF_ITS_OWN
    said = one_line(row.texts[0])
    if draft.title or draft.segments or draft.purpose:
        draft.purpose.append(said)
        return TakenAs.PURPOSE, ""
    draft.title = said
    return TakenAs.TITLE, ""


def _verdicts(row: TableRow, cells: Row, verdict: tuple[TakenAs, str]) -> Verdicts:
    """Return the verdict on a row for it and its cells; what nobody has read of it is left out, and said to be.

    In a sheet a cell is a piece of its own, else it is said with the row.
    """
    role, why = verdict
    unread = set() if role == TakenAs.LEFT_OUT else row.unread
    is_by_cell = bool(row.place.row)
    if unread and not is_by_cell:
        told = f"{LEFT_OUT_OF_IT}: {', '.join(row.read_rest())}"
        verdict = (role, f"{why}; {told}" if why else told)
    found: Verdicts = {row.place.number: verdict} | dict.fromkeys((cell.place for cell in cells), verdict)
    return found | dict.fromkeys(unread if is_by_cell else (), (TakenAs.LEFT_OUT, f"no part of the {role}"))


def _asks(rows: Sequence[Row], columns: Columns) -> bool:
    """Whether a table is one of questions, and not one of parts that have a question each."""
    fields = columns.fields
    if Field.QUESTION not in fields:
        return False
    place = fields.get(Field.TITLE, -1)
    titles = list(filter(None, (_text_in(row, place) for row in rows)))
    is_timed = any(time in fields for time in TIMES)
    has_parts = is_timed and len(titles) == len(set(titles)) > 0 and place < fields[Field.QUESTION]
    asked = fields[Field.QUESTION]
    if not has_parts or not any(field in fields for field in (Field.PROBES, Field.LISTEN_FOR, Field.COMPETENCY)):
        return not has_parts
    return not any(_text_in(row, place) and _is_timed(row, columns) and not _text_in(row, asked) for row in rows)


def _is_timed(row: Row, columns: Columns) -> bool:
    return any(_text_in(row, columns.fields.get(time, -1)) for time in TIMES)


def _text_in(row: Row, place: int) -> str:
    return one_line(row[place].text) if 0 <= place < len(row) else ""


def _taken(block: TextBlock, verdicts: Verdicts) -> Iterator[Taken]:
    """Yield what each piece was taken for; a row that goes on for several lines counts for all of them."""
    role, why = TakenAs.MARKUP, ""
    for piece in block.pieces:
        role, why = verdicts.get(piece.place) or verdicts.get(piece.place.number) or (role, why)
        if _RULE.fullmatch(piece.text):
            yield Taken(piece, TakenAs.MARKUP)
        else:
            is_left_out = role == TakenAs.LEFT_OUT
            yield Taken(piece, role, why if is_left_out else "", "" if is_left_out else why)
