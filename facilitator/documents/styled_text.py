"""Text with roles, for a screen that is so many cells wide: spans, the lines that they make, and the rows of those.

Plain values: two equal lines need no redraw, and a test can read them. A role says what a span is; which colour
that has is the stylesheets' business.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from facilitator.documents.cells import breaks, cells
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
"""What a span can be: each is a component class of the widget or screen that shows it, styled in `styles/`."""

LEAST_WIDTH = 8
"""Rows hang only where at least so many cells, and one, are left to them."""


# Tens of thousands of these live at a time and refer to nothing that refers to them: the collector may pass them by.
class Span(Struct, frozen=True, gc=False):
    """`target` is what pointing at it means to whoever shows it; None leaves that to its line."""

    text: str
    role: str = ""
    target: object = None


class Line(Struct, frozen=True, gc=False):
    """Wrapped rows of a line hang `hang` cells to the right. `role` is that of the whole row."""

    spans: tuple[Span, ...] = ()
    target: object = None
    hang: int = 0
    role: str = ""


def line(*spans: Span | str, target: object = None, hang: int = 0, role: str = "") -> Line:
    return Line(tuple(Span(span) if isinstance(span, str) else span for span in spans), target, hang, role)


def width_of(spans: Sequence[Span]) -> int:
    return sum(cells(span.text) for span in spans)


def rows(lines: Iterable[Line], width: int) -> Iterator[Line]:
    """The rows of some lines, made one by one."""
    return (row for whole in lines for row in wrapped(whole, width))


def wrapped(whole: Line, width: int) -> Iterator[Line]:
    """The rows of a line, each at most `width` cells wide; broken at spaces if possible. An empty one is one row."""
    width = max(1, width)
    text = "".join(span.text for span in whole.spans)
    if not text.isprintable():  # The last guard: what comes here was cleaned where it came in, unless somebody forgot.
        whole = replace(whole, spans=tuple(replace(span, text=clean(span.text)) for span in whole.spans))
        text = "".join(span.text for span in whole.spans)
    if "\n" not in text and cells(text) <= width:
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
    """The part of the spans from one character of their text to another."""
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
