"""Which column of a table holds what: by the words of its head, else by what stands in it."""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import pairwise

from facilitator.domain.text.plain_text import comparable, one_line
from facilitator.preparing.manuscript.manuscript import TableCell
from facilitator.preparing.words.lexicon import Field, HeadingRole, field_of, heading_role, unit_seconds
from facilitator.preparing.words.scores import score_of_head
from facilitator.preparing.written_times.clocks import DAY_SHARE, clock_time
from facilitator.preparing.written_times.written_time import written_time

Row = tuple[TableCell, ...]
_HEAD_AMONG = 8
"""The head stands among the first rows: what is before it is a title or a note."""
_EARLIEST = 6 * 3600
"""Nobody begins earlier: what is less is a length."""
_UNIT = re.compile(r"[(\[]([^()\[\]]{1,20})[)\]]$")
_MOST = 0.6
_SEVERAL = (Field.PROBES, Field.LISTEN_FOR, Field.NOTES)
BETWEEN = re.compile(r"\n|;\s|•|(?<=[?？])\s{0,4}(?=\S)")
"""Between several questions in a cell."""
ROW_NUMBER = re.compile(r"\W{0,2}(?:\w\W?|[A-Za-z]{0,3}\W?[\d.]{1,6}[a-z]?)\W{0,2}")
"""What counts the rows: `7`, `2.1`, `Q3`, `b)`."""
TIMES = (Field.DURATION, Field.START)
"""The columns of which a schedule has at least one."""


@dataclass
class Columns:
    """The columns of a table by what they hold. `head` is the number of the row of heads, -1 if there is none.

    `scores` are the columns that describe a score each, by that score, and `words` what it is called. `unit` is that
    of bare numbers of lengths. `heads` are the texts of the row of heads; `more` are further columns of the same sort
    (`Probe 2`).
    """

    head: int = -1
    fields: dict[Field, int] = field(default_factory=dict)
    scores: dict[int, int] = field(default_factory=dict)
    words: dict[int, str] = field(default_factory=dict)
    unit: str = ""
    heads: tuple[str, ...] = ()
    more: dict[Field, list[int]] = field(default_factory=dict)

    def of(self, wanted: Field) -> list[int]:
        """Return which columns hold a field; none if there is no such column."""
        return [self.fields[wanted], *self.more.get(wanted, ())] if wanted in self.fields else []


def columns_of(rows: Sequence[Row]) -> Columns:
    """Return the columns of a table."""
    best = Columns()
    for number, row in enumerate(rows[:_HEAD_AMONG]):
        found = Columns() if any(_is_time(one_line(cell.text)) for cell in row) else _by_head(row)
        if len(found.fields) + len(found.scores) > len(best.fields) + len(best.scores):
            found.head = number
            best = found
    _choose_title(rows, best)
    if not any(map(ROW_NUMBER.fullmatch, _texts(rows, best, Field.NUMBER))):
        best.fields.pop(Field.NUMBER, None)  # a column called `Step` or `Nr.` that counts nothing
    known = len(best.fields) + len(best.scores)
    is_known = known >= 2 or (known == 1 and max(map(len, rows)) == 1)
    return _with_starts(rows, _in_days(rows, _by_content(rows, best, only_times=is_known)))


def _choose_title(rows: Sequence[Row], columns: Columns) -> None:
    """Of several columns for the title, take the one with most in it: merged cells leave the others empty."""
    named = [place for place, head in enumerate(columns.heads) if field_of(head) == Field.TITLE]
    if len(named) > 1:
        body = rows[columns.head + 1 :]
        filled = {place: sum(place < len(row) and bool(row[place].text.strip()) for row in body) for place in named}
        columns.fields[Field.TITLE] = max(named, key=lambda place: filled[place])


def _in_days(rows: Sequence[Row], columns: Columns) -> Columns:
    """Return the columns, with `days` as the unit if all lengths are less than one, as a sheet keeps times."""
    texts = list(_texts(rows, columns, Field.DURATION))
    if texts and not columns.unit and all(map(DAY_SHARE.fullmatch, texts)):
        columns.unit = "days"
    return columns


def _with_starts(rows: Sequence[Row], columns: Columns) -> Columns:
    """Return the columns, with times of day in a column called `Time` as starts instead of lengths."""
    if Field.START not in columns.fields and Field.DURATION in columns.fields:
        times = [clock_time(text) for text in _texts(rows, columns, Field.DURATION)]
        starts = [time.seconds() for time in times if time]
        begins = starts[0] if starts else -1
        is_rising = all(first < second for first, second in pairwise(starts))
        if len(starts) > 1 and len(starts) == len(times) and is_rising and (begins == 0 or begins >= _EARLIEST):
            columns.fields[Field.START] = start = columns.fields.pop(Field.DURATION)
            lengths = [n for n, head in enumerate(columns.heads) if n != start and _field_of(head) == Field.DURATION]
            columns.fields |= {Field.DURATION: lengths[0]} if lengths else {}
    return columns


def _texts(rows: Sequence[Row], columns: Columns, wanted: Field) -> Iterator[str]:
    """Yield what the rows below the head have in the column of a field, without empty cells."""
    place = columns.fields.get(wanted)
    texts = (one_line(row[place].text) for row in rows[columns.head + 1 :] if place is not None and place < len(row))
    return filter(None, texts)


def _by_head(row: Row) -> Columns:
    found = Columns(heads=tuple(one_line(cell.text) for cell in row))
    for place, cell in enumerate(row):
        head = one_line(cell.text)
        unit = _UNIT.search(head)
        name = _field_of(head)
        if name is not None and name not in found.fields and name != Field.TOTAL:
            found.fields[name] = place
            if name == Field.DURATION and unit and comparable(unit[1]) in unit_seconds():
                found.unit = comparable(unit[1])
        elif name in _SEVERAL:
            found.more.setdefault(name, []).append(place)
        elif described := score_of_head(head):
            score, word = described
            found.scores.setdefault(score, place)
            found.words.setdefault(score, word)
    return found


def _field_of(head: str) -> Field | None:
    """Return what the column with this head holds, whatever number or unit stands in the head."""
    unit = _UNIT.search(head)
    name = field_of(head) or field_of(head.rstrip(" 0123456789#")) or (field_of(head[: unit.start()]) if unit else None)
    return name or (Field.LISTEN_FOR if heading_role(head) == HeadingRole.OBSERVE else None)


def _by_content(rows: Sequence[Row], headed: Columns, *, only_times: bool) -> Columns:
    """Return the columns of a table whose head says too little: times by their form, the longest texts as titles.

    If it says what it needs to, only times are looked for.
    """
    is_timed = any(time in headed.fields for time in TIMES)
    if only_times and is_timed and {Field.TITLE, Field.QUESTION, Field.COMPETENCY} & headed.fields.keys():
        return headed
    width = max(map(len, rows))
    body = rows[headed.head + 1 :]
    texts = [[one_line(row[place].text) for row in body if place < len(row)] for place in range(width)]
    found = deepcopy(headed)
    taken = set(found.fields.values())
    for place, column in enumerate(texts):
        filled = [text for text in column if text]
        if place in taken or not filled:
            continue
        times = [text for text in filled if _is_time(text)]
        if len(times) >= _MOST * len(filled):
            is_start = all(clock_time(text) for text in times)
            found.fields.setdefault(Field.START if is_start else Field.DURATION, place)
        elif not only_times and sum(text.endswith("?") for text in filled) >= _MOST * len(filled):
            found.fields.setdefault(Field.QUESTION, place)
    left = [place for place in range(width) if place not in found.fields.values() and any(texts[place])]
    if found.fields and left and Field.TITLE not in found.fields and (is_timed or not only_times):
        found.fields[Field.TITLE] = left[0]
    return found


def _is_time(text: str) -> bool:
    time = written_time(text)
    return time is not None and not time.text and not time.is_cue
