"""Text in cells, the columns of a terminal or a fixed-width font: how wide it is, cut to fit, broken into rows.

Whatever sets text in columns asks here: the e-mail and Slack, the pages and the panes of the screen.
"""

from collections.abc import Iterable, Iterator

from rich.cells import cell_len, get_character_cell_size, set_cell_size

from facilitator.domain.text.plain_text import clean

_JOINER, _WIDENER = "\u200d", "\ufe0f"
"""The one makes one character of two, the other makes one wide."""


def cells(text: str) -> int:
    """How many cells `text` takes: as Rich's `cell_len`, which however remembers thousands of texts.

    Those with a time in them change each second, and never come again.
    """
    if text.isascii() and text.isprintable():
        return len(text)
    if _JOINER in text or _WIDENER in text:
        return cell_len(text)
    return sum(map(get_character_cell_size, text))


def fitted(text: str, width: int) -> str:
    """`text` on one line of exactly `width` cells, with an ellipsis when it is cut."""
    return set_cell_size(shortened(text, width), width)


def shortened(text: str, width: int) -> str:
    """`text` on one line, cut to at most `width` cells with an ellipsis."""
    if not text.isprintable():
        text = clean(text).replace("\n", " ")
    if cells(text) <= width:
        return text
    return set_cell_size(text, max(0, width - 1)).rstrip() + "…" * (width > 0)


def enumerated(parts: Iterable[str], width: int) -> str:
    """The parts that aren't empty, separated by commas: as many as fit into `width` cells, and none of them cut."""
    said = ""
    for part in parts:
        more = f"{said}, {part}" if said and part else said or part
        if cells(more) > width:
            break
        said = more
    return said


def folded(text: str, width: int) -> list[str]:
    """`text` in rows of at most `width` cells, all white space in it a single space."""
    line = " ".join(text.split())
    return [line[start:end] for start, end in breaks(line, width)] if line else []


def breaks(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where the rows of `text` begin and end, each at most `width` cells wide; broken at spaces if possible."""
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
    """How far at most `width` cells reach from `start`; at least one character."""
    taken = 0
    for index in range(start, stop):
        taken += 1 if text[index] == _WIDENER else get_character_cell_size(text[index])
        if taken > width:
            return max(index, start + 1)
    return stop
