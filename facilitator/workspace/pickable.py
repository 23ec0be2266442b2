"""What there is to pick from, as the wiring hands it over, and how it is found by a few letters.

Separate from list and screen: these are values, and whoever makes them needs no screen.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from enum import StrEnum
from itertools import compress

from msgspec import Struct

from facilitator.domain.plan.agenda import Agenda


class PickableKind(StrEnum):
    """In the order in which they are shown."""

    UNFINISHED = "unfinished"
    OWN = "own"
    BUNDLED = "bundled"

    @property
    def heading(self) -> str:
        return {"unfinished": "Unfinished, to go on with", "own": "Your agendas", "bundled": "Ready to use"}[self.value]

    @property
    def rank(self) -> int:
        """Its place in that order."""
        return list(PickableKind).index(self)


class Preview(Struct, frozen=True, kw_only=True):
    """What is shown about one. `facts` are pairs of a label and a text; `complaints` are those of `check`.

    `agenda` is None where there is none to show, because its file is wrong.
    """

    agenda: Agenda | None = None
    facts: tuple[tuple[str, str], ...] = ()
    complaints: tuple[str, ...] = ()


class Pickable(Struct, frozen=True, kw_only=True):
    """An agenda or an unfinished session. `key` is for whoever made it; `last_used_at` in ms since 1970.

    `preview` is called in a thread, once, when it is first highlighted.
    """

    kind: PickableKind
    key: str
    title: str
    length_seconds: int | None = None
    panel: tuple[str, ...] = ()
    candidate: str = ""
    last_used_at: int | None = None
    warnings: tuple[str, ...] = ()
    preview: Callable[[], Preview] = Preview


class Picked(Struct, frozen=True):
    """What was picked: the `kind` and `key` of a Pickable."""

    kind: PickableKind
    key: str


class PickableIndex:
    """Finds pickables by words that occur in title, candidate or panel, in any order, whatever their case."""

    def __init__(self, pickables: Sequence[Pickable]) -> None:
        self._pickables = list(pickables)
        # Folded as one text: ten thousand short ones take ten times as long.
        lines = (" ".join((item.title, item.candidate, *item.panel)).replace("\n", " ") for item in pickables)
        self._texts = searchable("\n".join(lines)).split("\n")

    def matching(self, words: str) -> list[Pickable]:
        """Those with every one of `words`, in their order."""
        texts, found = self._texts, self._pickables
        for word in sorted(searchable(words).split(), key=len, reverse=True):
            has_it = [word in text for text in texts]
            texts, found = list(compress(texts, has_it)), list(compress(found, has_it))
        return found


_COMBINING = re.compile("[\u0300-\u036f]+")


def searchable(text: str) -> str:
    """`text` without case and accents, to compare by."""
    if text.isascii():
        return text.lower()
    return _COMBINING.sub("", unicodedata.normalize("NFKD", text)).casefold()
