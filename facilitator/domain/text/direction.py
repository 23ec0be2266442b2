"""Which way a text runs: Hebrew and Arabic, among others, are read from right to left.

Terminals and browsers see that from the letters (Unicode's bidirectional algorithm, UAX 9); Word has to be told.
"""

import re
from collections.abc import Iterator

_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_STRETCH = re.compile(rf"[{_RTL}](?:[{_RTL}\W\d_]*[{_RTL}])?")
_STRONG = re.compile(rf"([{_RTL}])|[^\W\d_]")


def begins_rtl(text: str) -> bool:
    """Whether the first letter of `text` is read from right to left."""
    found = None if text.isascii() else _STRONG.search(text)
    return found is not None and found[1] is not None


def stretches(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the stretches of `text` that run in one direction, and whether each runs from right to left."""
    end = 0
    for found in _STRETCH.finditer(text) if not text.isascii() else ():
        if found.start() > end:
            yield text[end : found.start()], False
        yield found[0], True
        end = found.end()
    if end < len(text):
        yield text[end:], False
