"""Lines of a pane: spans of text with a role each, and what a click on them means.

Separate from the widget that draws them, so that what a pane says is a plain value: two equal lines need
no redraw, and a test can read them. A role is a component class of the screen; its colour is in `styles/`.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len, get_character_cell_size, set_cell_size

from facilitator.domain.text.plain_text import clean
from facilitator.ui.toolkit.paragraphs import breaks

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
"""What a span can be: each is a component class of `InterviewScreen`, styled in `styles/interview.tcss`."""


class Span(NamedTuple):
    """`target` is what a click on it means; None leaves that to its line."""

    text: str
    role: str = ""
    target: object = None


class Line(NamedTuple):
    """Wrapped rows of a line hang `hang` cells to the right. `role` colours the whole row."""

    spans: tuple[Span, ...] = ()
    target: object = None
    hang: int = 0
    role: str = ""


def line(*spans: Span | str, target: object = None, hang: int = 0, role: str = "") -> Line:
    return Line(tuple(Span(span) if isinstance(span, str) else span for span in spans), target, hang, role)


def wrapped(whole: Line, width: int) -> Iterator[Line]:
    """The rows of a line, each at most `width` cells wide; broken at spaces if possible."""
    width = max(1, width)
    text = "".join(span.text for span in whole.spans)
    if not text.isprintable():  # The last guard: what comes here was cleaned where it came in, unless somebody forgot.
        whole = whole._replace(spans=tuple(span._replace(text=clean(span.text)) for span in whole.spans))
        text = "".join(span.text for span in whole.spans)
    if "\n" not in text and cells(text) <= width:
        yield whole
        return
    hang = whole.hang if whole.hang < width - 8 else 0
    start = 0
    first = _first_break(text, width)
    yield whole._replace(spans=_cut(whole.spans, start, first))
    rest = first + 1 if text[first : first + 1] == "\n" else first
    while text[rest : rest + 1] == " ":
        rest += 1
    if rest >= len(text):
        return
    for begin, end in breaks(text[rest:], width - hang):
        yield whole._replace(spans=(Span(" " * hang), *_cut(whole.spans, rest + begin, rest + end)))


def _first_break(text: str, width: int) -> int:
    return next(breaks(text, width))[1]


def _cut(spans: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    row = []
    at = 0
    for span in spans:
        if start < at + len(span.text) and at < end:
            row.append(span._replace(text=span.text[max(0, start - at) : end - at]))
        at += len(span.text)
    return tuple(row)


def changed_cells(before: Line, after: Line) -> range:
    """The cells from the first to the last in which two rows look different, up to the end of the longer one."""
    old, new = _characters(before), _characters(after)
    alike = 0
    while alike < min(len(old), len(new)) and old[alike] == new[alike]:
        alike += 1
    begin = _cells(new[:alike])
    end = max(_cells(old), _cells(new))
    if _cells(old) == _cells(new):
        while len(new) > alike and old[-1:] == new[-1:]:
            end -= _cells(new[-1:])
            old, new = old[:-1], new[:-1]
    return range(begin, end)


def _characters(row: Line) -> list[tuple[str, str]]:
    """Each character of a row with its role."""
    return [(character, span.role) for span in row.spans for character in span.text]


def _cells(characters: Sequence[tuple[str, str]]) -> int:
    return cells("".join(character for character, _ in characters))


def cells(text: str) -> int:
    """How many cells `text` takes: as Rich's `cell_len`, which however remembers thousands of texts.

    Those with a time in them change each second, and never come again.
    """
    if text.isascii() and text.isprintable():
        return len(text)
    if "\u200d" in text or "\ufe0f" in text:  # characters that belong together
        return cell_len(text)
    return sum(map(get_character_cell_size, text))


def fitted(text: str, width: int) -> str:
    """`text` on one line of exactly `width` cells, with an ellipsis when it is cut."""
    if cells(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(set_cell_size(text, max(0, width - 1)).rstrip() + "…" * (width > 0), width)


def shortened(text: str, width: int) -> str:
    """`text`, cut to at most `width` cells with an ellipsis."""
    return fitted(text, width).rstrip() if cells(text) > width else text


def enumerated(parts: Iterable[str], width: int) -> str:
    """The parts that aren't empty, separated by commas: as many as fit into `width` cells, and none of them cut."""
    said = ""
    for part in parts:
        more = f"{said}, {part}" if said and part else said or part
        if cells(more) > width:
            break
        said = more
    return said


def width_of(spans: Sequence[Span]) -> int:
    return sum(cells(span.text) for span in spans)
