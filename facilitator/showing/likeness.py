"""How well words that somebody looks for fit a name and its explanation: by how words begin, as people look for them.

Separate from the palette because it knows no screen. Letters that stand anywhere in the right order fit nothing here:
in explanations of some length they are found nearly always.
"""

import re

from facilitator.domain.text.plain_text import comparable

_SHORT = 2
"""Words of up to so many letters are only looked for where a word begins."""

_WORD = re.compile(r"\w+")


def likeness(wanted: str, name: str, about: str) -> float:
    """Return how well the words fit, from above 0 to 4; 0 if one of them fits neither the name nor what it is about."""
    words = _words(wanted)
    fits = [_fit(word, _words(name), _words(about)) for word in words]
    return sum(fits) / len(fits) if fits and all(fits) else 0


def _fit(word: str, name: list[str], about: list[str]) -> float:
    if word in name:
        return 4
    if any(one.startswith(word) for one in name):
        return 3
    if len(word) > _SHORT and any(word in one for one in name):
        return 2
    return float(any(one.startswith(word) for one in about))


def _words(text: str) -> list[str]:
    return _WORD.findall(comparable(text))
