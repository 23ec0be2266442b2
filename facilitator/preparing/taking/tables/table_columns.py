"""Which column of a table holds what: by the words of its head, else by what stands in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from facilitator.domain.text.plain_text import comparable, one_line
from facilitator.preparing.manuscript.manuscript import TableCell
from facilitator.preparing.words.lexicon import Field, field_of, unit_seconds
from facilitator.preparing.written_times.clocks import clock_time
from facilitator.preparing.written_times.written_time import written_time

Row = tuple[TableCell, ...]
_HEAD_AMONG = 8
"""The head stands among the first rows: what is before it is a title or a note."""
_EARLIEST = 6 * 3600
"""Nobody begins earlier: what is less is a length."""
_UNIT = re.compile(r"[(\[]([^()\[\]]{1,20})[)\]]$")
_SCORE_HEAD = re.compile(r"(?:score |level |points? )?([1-5])\b.{0,40}", re.IGNORECASE)
_MOST = 0.6


@dataclass
class Columns:
    """The columns of a table by what they hold. `head` is the number of the row of heads, -1 if there is none.

    `scores` are the columns that describe a score each, by that score. `unit` is that of bare numbers of lengths.
    """

    head: int = -1
    fields: dict[Field, int] = field(default_factory=dict)
    scores: dict[int, int] = field(default_factory=dict)
    unit: str = ""

    def text(self, row: Row, wanted: Field) -> str:
        """Return what a row has in the column of a field; empty if there is none."""
        place = self.fields.get(wanted)
        return one_line(row[place].text) if place is not None and place < len(row) else ""


def columns_of(rows: Sequence[Row]) -> Columns:
    """Return the columns of a table."""
    best = Columns()
    for number, row in enumerate(rows[:_HEAD_AMONG]):
        found = Columns() if any(_is_time(one_line(cell.text)) for cell in row) else _by_head(row)
        if len(found.fields) + len(found.scores) > len(best.fields) + len(best.scores):
            found.head = number
            best = found
    known = len(best.fields) + len(best.scores)
    is_known = known >= 2 or (known == 1 and max(map(len, rows)) == 1)
    return _with_starts(rows, best if is_known else _by_content(rows, best))


def _with_starts(rows: Sequence[Row], columns: Columns) -> Columns:
    """Return the columns, with times of day in a column called `Time` as starts instead of lengths."""
    if Field.START not in columns.fields and Field.DURATION in columns.fields:
        texts = filter(None, (columns.text(row, Field.DURATION) for row in rows[columns.head + 1 :]))
        times = [clock_time(text) for text in texts]
        starts = [time.seconds() for time in times if time]
        begins = starts[0] if starts else -1
        is_rising = all(first < second for first, second in pairwise(starts))
        if len(starts) > 1 and len(starts) == len(times) and is_rising and (begins == 0 or begins >= _EARLIEST):
            columns.fields[Field.START] = columns.fields.pop(Field.DURATION)
    return columns


def _by_head(row: Row) -> Columns:
    found = Columns()
    for place, cell in enumerate(row):
        head = one_line(cell.text)
        unit = _UNIT.search(head)
        name = field_of(head) or (field_of(head[: unit.start()]) if unit else None)
        if name is not None and name not in found.fields and name != Field.TOTAL:
            found.fields[name] = place
            if name == Field.DURATION and unit and comparable(unit[1]) in unit_seconds():
                found.unit = comparable(unit[1])
        elif match := _SCORE_HEAD.fullmatch(head):
            found.scores.setdefault(int(match[1]), place)
    return found


def _by_content(rows: Sequence[Row], headed: Columns) -> Columns:
    """Return the columns of a table whose head says too little: times by their form, the longest texts as titles."""
    width = max(map(len, rows))
    body = rows[headed.head + 1 :]
    texts = [[one_line(row[place].text) for row in body if place < len(row)] for place in range(width)]
    found = Columns(headed.head, dict(headed.fields), dict(headed.scores), headed.unit)
    taken = set(found.fields.values())
    for place, column in enumerate(texts):
        filled = [text for text in column if text]
        if place in taken or not filled:
            continue
        times = [text for text in filled if _is_time(text)]
        if len(times) >= _MOST * len(filled):
            is_start = all(clock_time(text) for text in times)
            found.fields.setdefault(Field.START if is_start else Field.DURATION, place)
        elif sum(text.endswith("?") for text in filled) >= _MOST * len(filled):
            found.fields.setdefault(Field.QUESTION, place)
    left = [place for place in range(width) if place not in found.fields.values() and any(texts[place])]
    if found.fields and left and Field.TITLE not in found.fields:
        found.fields[Field.TITLE] = left[0]
    return found


def _is_time(text: str) -> bool:
    time = written_time(text)
    return time is not None and not time.text and not time.is_cue
