"""Finding a person in what others said: the full name in any order and spelling, or the family name alone.

Separate from comparing names, because a text has other words around them. It is for listing what somebody should
look at: when in doubt, too much is found.
"""

import re
from collections.abc import Callable

from facilitator.domain.text.person_name import PersonName, is_near_word
from facilitator.domain.text.plain_text import comparable

_WORD = re.compile(r"\w+")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"})
_BETWEEN = 2
"""How many other words may stand within a full name: “Robin, that is, Reyes”."""


def mentioned(name: PersonName) -> Callable[[str], bool]:
    """Return a function that says whether a text mentions this person."""
    whole = "".join(name.words)
    if whole.lower() == whole.upper():  # such scripts have no spaces between words either
        return lambda text: whole in comparable(text).replace(" ", "")
    family = name.words[-1]

    def is_in(text: str) -> bool:
        words = _words(comparable(text))
        if len(name.words) == 1:
            return family in words
        if family in words and any(word[0].isupper() and comparable(word) == family for word in _words(text)):
            return True
        return any(_stands_in(words, spelling) for spelling in name.spellings)

    return is_in


def _words(text: str) -> list[str]:
    return _WORD.findall(text.translate(_APOSTROPHES).replace("'s ", " ").replace("'", ""))


def _stands_in(words: list[str], spelling: tuple[str, ...]) -> bool:
    """Return whether all words of a name stand close together."""
    different = {word for word in words if word.isalpha()}  # an id is nearly many a name
    if not all(any(is_near_word(word, part) for word in different) for part in spelling):
        return False
    places = [[place for place, word in enumerate(words) if is_near_word(word, part)] for part in spelling]
    width = len(spelling) + _BETWEEN
    return any(all(any(abs(place - other) < width for other in others) for others in places[1:]) for place in places[0])
