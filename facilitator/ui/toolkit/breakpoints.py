"""The classes that a screen has for its size, from its first frame on.

Separate, because Textual gives them to a screen only after that: it would be laid out for another size first, and all
its styles would be worked out once more.
"""

from typing import Any, TypeVar

from textual.geometry import Size
from textual.screen import Screen

ScreenType = TypeVar("ScreenType", bound=Screen[Any])


def fit(screen: ScreenType, size: Size) -> ScreenType:
    """Give a screen that isn't shown yet the classes of its breakpoints for this size, and return it."""
    for cells, breakpoints in (
        (size.width, screen.HORIZONTAL_BREAKPOINTS),
        (size.height, screen.VERTICAL_BREAKPOINTS),
    ):
        reached = [name for least, name in sorted(breakpoints or ()) if least <= cells]
        screen.update_classes(dict.fromkeys(reached[-1:], True), update=False)
    return screen
