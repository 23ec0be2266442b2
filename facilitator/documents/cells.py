"""Text measured in cells, the columns of a terminal or a fixed-width font: its width, cutting, and breaking into rows.

Everything that sets text in columns uses this: e-mail, Slack, and the pages and panes of the screen.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from rich.cells import cell_len, get_character_cell_size, set_cell_size

from facilitator.domain.text.plain_text import clean

_JOINER, _WIDENER = "\u200d", "\ufe0f"
"""The first joins two characters into one, the second makes one wide."""

_MAYBE_DOUBTFUL = re.compile("[\u0903-\u1cf7\u200d\u302e-\u302f\ufe0f\ua823-\uabec\U00011000-\U0001d172]")
"""Finds at once that there is nothing doubtful, which is nearly always so."""

_BLANKS = re.compile("(  +)")
_FIRST_DOUBTFUL = "\u0900"


def cells(text: str) -> int:
    """Return how many cells `text` takes.

    The result is that of Rich's `cell_len`, which remembers thousands of texts; but those with a time in them change
    every second and never come again.
    """
    if text.isascii() and text.isprintable():
        return len(text)
    if _JOINER in text or _WIDENER in text:
        return cell_len(text)
    return sum(map(get_character_cell_size, text))


def doubtful_cells(text: str) -> int:
    """Return how many cells more than `cells` says a terminal may give to `text`."""
    if _MAYBE_DOUBTFUL.search(text) is None:
        return 0
    return sum(map(_doubtful, text))


def most_cells(text: str) -> int:
    """Return how many cells a terminal gives to `text` at most: the room to leave for it.

    What stands behind blanks stays in its column if there are enough of them: they give way to what is before them.
    """
    doubtful = 0
    for piece in _BLANKS.split(text) if doubtful_cells(text) else ():
        doubtful = 0 if piece.startswith("  ") and len(piece) >= doubtful else doubtful + doubtful_cells(piece)
    return cells(text) + doubtful


def _doubtful(character: str) -> int:
    return 2 if character in (_JOINER, _WIDENER) else int(unicodedata.category(character) == "Mc")


def fitted(text: str, width: int) -> str:
    """Return `text` on one line of exactly `width` cells, with an ellipsis if it is cut."""
    return set_cell_size(shortened(text, width), width)


def shortened(text: str, width: int) -> str:
    """Return `text` on one line, cut with an ellipsis to at most `width` cells."""
    if not text.isprintable():
        text = clean(text).replace("\n", " ")
    if most_cells(text) <= width:
        return text
    if doubtful_cells(text):
        text = text[: _reach(text, 0, len(text), max(1, width - 1))]
    return set_cell_size(text, min(cells(text), max(0, width - 1))).rstrip() + "…" * (width > 0)


def enumerated(parts: Iterable[str], width: int) -> str:
    """Return the first non-empty parts, separated by commas: as many as fit into `width` cells uncut."""
    said = ""
    for part in parts:
        more = f"{said}, {part}" if said and part else said or part
        if cells(more) > width:
            break
        said = more
    return said


def folded(text: str, width: int) -> list[str]:
    """Return `text` in rows of at most `width` cells, with all white space reduced to single spaces."""
    line = " ".join(text.split())
    return [line[start:end] for start, end in breaks(line, width)] if line else []


def breaks(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield where each row of `text`, at most `width` cells wide, begins and ends; rows break at spaces if possible."""
    width = max(1, width)
    start = 0
    for line in text.split("\n"):
        stop = start + len(line)
        narrow = line.isascii()
        if narrow and len(line) <= width:
            yield start, stop
        else:
            yield from _breaks_of_line(text, start, stop, width, narrow)
        start = stop + 1


def _breaks_of_line(text: str, start: int, stop: int, width: int, narrow: bool) -> Iterator[tuple[int, int]]:
    while True:
        end = min(stop, start + width) if narrow else _reach(text, start, stop, width)
        if end < stop and (space := text.rfind(" ", start + 1, end + 1)) > 0:
            end = space
        yield start, end
        start = end
        while start < stop and text[start] == " ":
            start += 1
        if start >= stop:
            return


def _reach(text: str, start: int, stop: int, width: int) -> int:
    """Return the end of the text that fits into `width` cells from `start` on; it is at least one character."""
    taken = 0
    for index in range(start, stop):
        taken += get_character_cell_size(text[index])
        taken += _doubtful(text[index]) if text[index] > _FIRST_DOUBTFUL else 0
        if taken > width:
            return max(index, start + 1)
    return stop
