"""A countdown in the largest figures that fit a space: never clipped, if need be only the minutes."""

from rich.segment import Segment
from rich.style import Style
from textual.renderables.digits import Digits

_FONT = {
    "0": ("███", "█ █", "█ █", "█ █", "███"),
    "1": (" █ ", "██ ", " █ ", " █ ", "███"),
    "2": ("███", "  █", "███", "█  ", "███"),
    "3": ("███", "  █", " ██", "  █", "███"),
    "4": ("█ █", "█ █", "███", "  █", "  █"),
    "5": ("███", "█  ", "███", "  █", "███"),
    "6": ("███", "█  ", "███", "█ █", "███"),
    "7": ("███", "  █", "  █", "  █", "  █"),
    "8": ("███", "█ █", "███", "█ █", "███"),
    "9": ("███", "█ █", "███", "  █", "███"),
    ":": (" ", "█", " ", "█", " "),
}
_DOT_WIDTH = 2  # a cell is about half as wide as it is high
_LINE_HEIGHT = 3


def figures(text: str, width: int, height: int) -> list[str]:
    """Return the rows of `text` (digits and colons) in the largest figures that fit into `width` × `height` cells.

    If not even plain characters fit, the seconds are left out; no number is ever cut in the middle.
    """
    dots = sum(len(_FONT[character][0]) + 1 for character in text) - 1
    scale = min(width // (dots * _DOT_WIDTH), height // 5)
    if scale >= 1:
        return _block_figures(text, scale)
    if height >= _LINE_HEIGHT and Digits.get_width(text) <= width:
        return _line_figures(text)
    if len(text) <= width:
        return [text]
    minutes = _minutes(text)
    return [minutes if len(minutes) <= width else ""]


def _block_figures(text: str, scale: int) -> list[str]:
    rows = []
    for dot_row in range(5):
        dots = " ".join(_FONT[character][dot_row] for character in text)
        row = "".join(dot * (_DOT_WIDTH * scale) for dot in dots)
        rows += [row] * scale
    return rows


def _line_figures(text: str) -> list[str]:
    pieces = Digits(text).render(Style(bold=True))
    drawn = "".join(piece.text for piece in pieces if isinstance(piece, Segment))
    return drawn.split("\n")[:_LINE_HEIGHT]


def _minutes(text: str) -> str:
    parts = [int(part) for part in text.split(":")]
    return f"{parts[0] * 60 + parts[1] if len(parts) == 3 else parts[0]}m"
