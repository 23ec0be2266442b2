"""What there is to pick from, as the wiring hands it over, and how it is found by a few letters.

Separate from list and screen: these are values, and whoever makes them needs no screen.
"""

import unicodedata
from collections.abc import Callable, Sequence
from enum import StrEnum

from msgspec import Struct

from facilitator.domain.agenda import Agenda


class PickableKind(StrEnum):
    """In the order in which they are shown."""

    UNFINISHED = "unfinished"
    OWN = "own"
    BUNDLED = "bundled"

    @property
    def heading(self) -> str:
        return {"unfinished": "Unfinished, to go on with", "own": "Your agendas", "bundled": "Ready to use"}[self.value]

    @property
    def act(self) -> str:
        """What picking one does."""
        return "resume" if self is PickableKind.UNFINISHED else "run"


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
        self._texts = [
            (folded(" ".join((pickable.title, pickable.candidate, *pickable.panel))), pickable)
            for pickable in pickables
        ]

    def matching(self, words: str) -> list[Pickable]:
        """Those with every one of `words`, in their order."""
        wanted = folded(words).split()
        if not wanted:
            return [pickable for _, pickable in self._texts]
        longest = max(wanted, key=len)
        found = [pair for pair in self._texts if longest in pair[0]]
        return [pickable for text, pickable in found if all(word in text for word in wanted)]


def folded(text: str) -> str:
    """`text` without case and accents, to compare by."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text)
    return "".join(character for character in apart if not unicodedata.combining(character)).casefold()
