"""The terminal: blocks of a document as lines for a screen that scrolls through them.

Lines are made one by one, when they are asked for: ten thousand notes appear as fast as one. A state is always shown
with its glyph and its word; the role of a text only adds a colour.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from facilitator.documents.cells import cells, fitted
from facilitator.documents.columns import GAP, column_sizes, together
from facilitator.documents.document import (
    BarRow,
    Block,
    Bullets,
    Cell,
    Facts,
    Heading,
    NoteEntry,
    NoteList,
    Paragraph,
    Run,
    Style,
    Table,
    TimeChart,
)
from facilitator.documents.styled_text import Line, Span, line, rows, width_of, wrapped
from facilitator.domain.facts.signal import Signal
from facilitator.domain.facts.status import Status

MEASURE = 100
"""Text is wrapped to this width at most, in cells, not counting its indent."""

NARROW, WIDE = 64, 100
"""Widths in cells: below the first, a note stands under its time and author; from the second on, beside them."""

_TIME, _SIGNAL, _AUTHOR = 7, 13, 19
"""The columns of a list of notes, in cells, with the gap. Anything longer moves the text to the right."""

LEAST_BAR = 16
"""If its longest bar would be shorter, in cells, a chart is left out: the table beside it says as much."""

LEGEND = (
    Span("█", "accent"),
    Span(" used as planned   ", "muted"),
    Span("░", "muted"),
    Span(" left   ", "muted"),
    Span("▓", "warn"),
    Span(" over", "muted"),
)
BLANK = line()

TONES: dict[str, tuple[str, str]] = {
    **{signal.word: (signal.glyph, signal.tone) for signal in Signal},
    **{status.value: (status.glyph, status.tone) for status in Status},
    Status.PLANNED.value: (Status.PLANNED.glyph, "warn"),  # What is open when all is over is a warning.
    "apart": ("≠", "warn"),
    "owed": ("▲", "warn"),
    "answered": ("●", "good"),
    "over": ("▲", "warn"),
    "under": ("▼", "muted"),
    "current": ("▶", "accent"),
    "strong_no": ("▼▼", "bad"),
    "no": ("▼", "bad"),
    "no_decision": ("◇", "muted"),
    "undecided": ("◇", "muted"),
    "yes": ("▲", "good"),
    "strong_yes": ("▲▲", "good"),
    "missing": ("○", "warn"),
    "sealed": ("◐", "muted"),
    "open": ("●", "good"),
    "sum": ("", "strong"),
    "question": ("", "strong"),
    "quiet": ("", "muted"),
}
"""The glyph and role of each kind of thing; the glyph is put before a text that doesn't begin with it."""


def role_of(tone: str) -> str:
    """Return the role of a tone; empty if it has none."""
    return TONES.get(tone, ("", ""))[1]


STYLES = {Style.PLAIN: "", Style.STRONG: "strong", Style.QUIET: "muted"}


def terminal(blocks: Iterable[Block], width: int) -> Iterator[Line]:
    """Yield `blocks` in rows of at most `width` cells, with a blank row between blocks, but not after a heading."""
    before: Block | None = None
    for block in blocks:
        made = _rows(block, width)
        first = next(made, None)
        if first is None:
            continue
        if before is not None and not isinstance(before, Heading):
            yield BLANK
        yield first
        yield from made
        before = block


def _rows(block: Block, width: int) -> Iterator[Line]:
    lines = _lines(block, width)
    if isinstance(block, Table | TimeChart):
        return rows(lines, width)
    return (row for whole in lines for row in wrapped(whole, min(width, whole.hang + MEASURE)))


def _lines(block: Block, width: int) -> Iterator[Line]:
    match block:
        case Heading(text, level):
            yield line(Span(text, "title" if level == 2 else "strong"))
        case Paragraph(runs):
            yield Line(_spans(runs))
        case Bullets(items):
            yield from (line(Span("• ", "muted"), *_spans(runs), hang=2) for runs in items)
        case Facts(facts):
            size = max((cells(name) for name, _ in facts), default=0) + 2
            yield from (line(Span(fitted(name, size), "muted"), said, hang=size) for name, said in facts)
        case Table():
            yield from _table(block, width)
        case NoteList(notes):
            for number, note in enumerate(notes):
                if number and width < NARROW:
                    yield BLANK
                yield from _note(note, width)
        case TimeChart():
            yield from _chart(block, width)


def _spans(runs: Iterable[Run]) -> tuple[Span, ...]:
    return tuple(_toned(run.text, run.tone, STYLES[run.style]) for run in runs)


def _note(note: NoteEntry, width: int) -> Iterator[Line]:
    """Yield `09:10  + strength   Priya Raghunathan  Partner channel …  n5`, on two lines if `width` is small."""
    time, signal = Span(f"{note.time}  ", "muted"), _signal(note.signal)
    author, remark = Span(f"{note.author}  ", "strong"), Span(f"  {note.remark}" if note.remark else "", "muted")
    if width < NARROW:
        yield line(time, signal, "  " if note.signal else "", author, remark)
        yield line("  ", note.text, hang=2)
        return
    is_wide = width >= WIDE
    lead = (_padded(time, _TIME), _padded(signal, _SIGNAL), _padded(author, _AUTHOR if is_wide else 0))
    yield line(*lead, note.text, remark, hang=_TIME + _SIGNAL + (_AUTHOR if is_wide else 0))


def _signal(signal: Signal | None) -> Span:
    return _toned(signal.word, signal.word) if signal else Span("")


def _padded(span: Span, width: int) -> Span:
    return Span(span.text + " " * (width - cells(span.text)), span.role)


def _toned(text: str, tone: str, role: str = "") -> Span:
    """Return a text with the glyph and the role of its tone, if it has one; an empty text stays empty."""
    glyph, role = TONES.get(tone, ("", role))
    return Span(f"{glyph} {text}" if glyph and text and not text.startswith(glyph) else text, role)


def _table(table: Table, width: int) -> Iterator[Line]:
    texts = [[width_of(text.spans) for text in _texts(row)] for row in table.rows]
    sizes = column_sizes([column.title for column in table.columns], texts, width)
    if sizes is None:
        yield from _row_by_row(table, width)
        return
    titles = [line(Span(column.title, "muted")) for column in table.columns]
    numbers = [column.is_number for column in table.columns]
    yield from _set(titles, sizes, numbers)
    for row in table.rows:
        yield from _set(_texts(row), sizes, numbers)
        for cell in row[1:]:
            if cell.aside:
                yield line("    ", Span("".join(span.text for span in _whole(cell)), "muted"), hang=4)


def _texts(row: Sequence[Cell]) -> list[Line]:
    """Return the texts of the columns; only the first has room for its aside."""
    first, *others = row
    return [Line(_whole(first), hang=2), *(line(_toned(cell.text, cell.tone)) for cell in others)]


def _whole(cell: Cell) -> tuple[Span, ...]:
    """Return a text with its aside."""
    said = _toned(cell.text, cell.tone)
    return (said, Span(f": {cell.aside}")) if cell.aside else (said,)


def _set(texts: Sequence[Line], sizes: Sequence[int], numbers: Sequence[bool]) -> Iterator[Line]:
    """Yield a row of a table in as many lines as its texts need."""
    folded = (list(wrapped(text, size)) for text, size in zip(texts, sizes, strict=True))
    for parts in zip_longest(*folded, fillvalue=BLANK):
        spans: list[Span] = []
        for part, size, is_number in zip(parts, sizes, numbers, strict=True):
            space = Span(" " * (size - width_of(part.spans)))
            spans += [space, *part.spans] if is_number else [*part.spans, space]
            spans.append(Span(GAP))
        yield Line(tuple(spans[:-1]))


def _row_by_row(table: Table, width: int) -> Iterator[Line]:
    """Yield a table that is too wide: each row as its first text, with the others by name below it."""
    lead = next((place for place, column in enumerate(table.columns) if not column.is_number), 0)
    for number, row in enumerate(table.rows):
        if number:
            yield BLANK
        numbers = (Span(f"{cell.whole} ", "strong") for cell in row[:lead] if cell.text)
        yield line(*numbers, *_whole(row[lead]), hang=2)
        yield from _packed(together(table.columns[lead + 1 :], row[lead + 1 :]), width)


def _packed(items: Iterable[tuple[str, Cell]], width: int) -> Iterator[Line]:
    """Yield lines of as many items as fit into `width` cells; a longer item has its text on a line of its own."""
    row: list[Span] = []
    for title, cell in items:
        item = (Span(f"{title} ", "muted"), *_whole(cell))
        gap = "   " if row else "  "
        if row and width_of(row) + len(gap) + width_of(item) > width:
            yield Line(tuple(row))
            row, gap = [], "  "
        if len(gap) + width_of(item) <= width:
            row += [Span(gap), *item]
        else:
            yield line("  ", item[0], hang=2)
            yield line("    ", *item[1:], hang=4)
    if row:
        yield Line(tuple(row))


def _chart(chart: TimeChart, width: int) -> Iterator[Line]:
    """Yield a bar per segment: time used as planned, planned time left, and time used beyond the plan."""
    digits = max((len(str(row.number)) for row in chart.rows), default=0)
    titles = [f"{row.number:>{digits}}  {row.title}" for row in chart.rows]
    says = [_toned(row.says, row.tone) for row in chart.rows]
    names = min(max(map(cells, titles), default=0), width * 2 // 5) + len(GAP)
    longest = max((max(row.planned.seconds, row.used_seconds) for row in chart.rows), default=0)
    room = width - names - max((width_of((said,)) for said in says), default=0) - len(GAP)
    if room < LEAST_BAR or not longest:
        return
    for title, row, said in zip(titles, chart.rows, says, strict=True):
        bar = _bar(row, room / longest)
        yield line(fitted(title, names - len(GAP)), GAP, *bar, GAP, said)
    yield BLANK
    yield line(" " * max(0, min(names, width - width_of(LEGEND))), *LEGEND)


def _bar(row: BarRow, cells_per_second: float) -> tuple[Span, ...]:
    planned, used = round(row.planned.seconds * cells_per_second), round(row.used_seconds * cells_per_second)
    return (
        Span("█" * min(planned, used), "accent"),
        Span("░" * (planned - used), "muted"),
        Span("▓" * (used - planned), "warn"),
    )
