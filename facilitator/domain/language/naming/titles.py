"""Titles: a segment or a question is named by the beginning of its title wherever its number would do.

Separate from the arguments, because nothing is refused here. A title may have several words, and other words may
follow it on the line; so as many words as possible are read as the title.
"""

from collections.abc import Mapping

from msgspec import Struct

from facilitator.domain.text.plain_text import comparable

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘´`", "'"))


class BegunTitles(Struct, frozen=True):
    """What the words at the beginning of a text could name: the ids, and how many words that takes (0 if none).

    `is_whole` means that these words are all of the title.
    """

    ids: tuple[str, ...]
    words: int
    is_whole: bool = False


def folded_title(title: str) -> str:
    """Return a title as it is compared: without case, accents and width, on one line, with plain apostrophes."""
    return comparable(" ".join(title.split())).translate(_APOSTROPHES)


def begun_titles(text: str, titles: Mapping[str, str]) -> BegunTitles:
    """Return which of `titles` (by id) begin with the words at the beginning of `text`: with as many as possible.

    A title that consists of these words alone is meant before longer ones.
    """
    known = {name: folded_title(title) for name, title in titles.items()}
    words = text.split()
    found, taken, begun = list(known), 0, ""
    for count in range(1, len(words) + 1):
        longer = folded_title(" ".join(words[:count]))
        if not (begins := [name for name in found if known[name].startswith(longer)]):
            break
        found, taken, begun = begins, count, longer
    if not taken:
        return BegunTitles((), 0)
    whole = [name for name in found if known[name] == begun]
    return BegunTitles(tuple(whole), taken, True) if len(whole) == 1 else BegunTitles(tuple(found), taken)
