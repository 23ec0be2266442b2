"""Text with roles for the screen: spans, lines made of spans, and the rows that lines are wrapped into.

These are plain values: equal lines need no redraw, and a test can read them. A role says what a span is; the
stylesheets give it a colour.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from facilitator.documents.cells import breaks, cells, most_cells
from facilitator.domain.text.plain_text import clean

ROLES = (
    "muted",
    "strong",
    "title",
    "good",
    "busy",
    "warn",
    "bad",
    "accent",
    "quiet",
    "cursor",
)
"""The roles of spans: each is a component class of the widget or screen that shows it, styled in `styles/`."""

LEAST_WIDTH = 8
"""Rows are indented only if more than this many cells are left to them."""


# There are tens of thousands of these, in no reference cycles: the garbage collector needn't track them.
class Span(Struct, frozen=True, gc=False):
    """A piece of a line. `target` is what clicking it means to whoever shows it; None leaves that to the line."""

    text: str
    role: str = ""
    target: object = None


class Line(Struct, frozen=True, gc=False):
    """A line of spans. Its wrapped rows are indented by `hang` cells; `role` is that of the whole row."""

    spans: tuple[Span, ...] = ()
    target: object = None
    hang: int = 0
    role: str = ""


def line(*spans: Span | str, target: object = None, hang: int = 0, role: str = "") -> Line:
    return Line(tuple(Span(span) if isinstance(span, str) else span for span in spans), target, hang, role)


def width_of(spans: Sequence[Span]) -> int:
    return sum(cells(span.text) for span in spans)


def rows(lines: Iterable[Line], width: int) -> Iterator[Line]:
    """Return the rows of `lines`, made one by one."""
    return (row for whole in lines for row in wrapped(whole, width))


def wrapped(whole: Line, width: int) -> Iterator[Line]:
    """Yield the rows of a line, at most `width` cells wide, broken at spaces if possible; an empty line is one row."""
    width = max(1, width)
    text = "".join(span.text for span in whole.spans)
    if not text.isprintable():  # A last guard: text is cleaned where it comes in, unless somebody forgot.
        whole = replace(whole, spans=tuple(replace(span, text=clean(span.text)) for span in whole.spans))
        text = "".join(span.text for span in whole.spans)
    if "\n" not in text and most_cells(text) <= width:
        yield whole
        return
    hang = whole.hang if whole.hang < width - LEAST_WIDTH else 0
    start = 0
    first = _first_break(text, width)
    yield replace(whole, spans=_cut(whole.spans, start, first))
    rest = first + 1 if text[first : first + 1] == "\n" else first
    while text[rest : rest + 1] == " ":
        rest += 1
    if rest >= len(text):
        return
    pad = (Span(" " * hang),)
    for begin, end in breaks(text[rest:], width - hang):
        yield replace(whole, spans=pad + _cut(whole.spans, rest + begin, rest + end))


def _first_break(text: str, width: int) -> int:
    return next(breaks(text, width))[1]


def _cut(spans: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    """Return the part of the spans from the character `start` of their text to before `end`."""
    row = []
    at = 0
    for span in spans:
        if at >= end:
            break
        after = at + len(span.text)
        if start < after:
            is_whole = start <= at and after <= end
            row.append(span if is_whole else Span(span.text[max(0, start - at) : end - at], span.role, span.target))
        at = after
    return tuple(row)
