"""The things that can be picked, as values, and finding them by a few letters.

Separate from the list and the screen, so that making these values needs no screen.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from itertools import compress

from msgspec import Struct

from facilitator.domain.plan.agenda import Agenda
from facilitator.domain.text.plain_text import comparable


class PickableKind(StrEnum):
    """The kinds, in the order in which they are shown."""

    UNFINISHED = "unfinished"
    PLANNED = "planned"
    OWN = "own"
    BUNDLED = "bundled"

    @property
    def heading(self) -> str:
        return {
            "unfinished": "Unfinished, to resume",
            "planned": "Planned, to start",
            "own": "Your agendas",
            "bundled": "Ready to use",
        }[self.value]

    @property
    def is_session(self) -> bool:
        """Whether it is an interview that goes on or begins, and not an agenda for another one."""
        return self in (PickableKind.UNFINISHED, PickableKind.PLANNED)

    @property
    def rank(self) -> int:
        """The position of the kind in that order."""
        return list(PickableKind).index(self)


class Preview(Struct, frozen=True, kw_only=True):
    """Details of one thing to pick. `facts` are pairs of label and text; `complaints` are those of `check`.

    `facts` is called every second while they are shown, since some of them change. `agenda` is None if its file is
    wrong and there is none to show.
    """

    agenda: Agenda | None = None
    facts: Callable[[], tuple[tuple[str, str], ...]] = tuple
    complaints: tuple[str, ...] = ()


class Pickable(Struct, frozen=True, kw_only=True):
    """An agenda or a session that hasn't ended. `key` identifies it to its maker.

    `last_used_at` is in ms since 1970, and so is `planned_at`, when one that hasn't begun is to take place.
    `preview` is called once, in a thread, when the item is first highlighted.
    """

    kind: PickableKind
    key: str
    title: str
    length_seconds: int | None = None
    panel: tuple[str, ...] = ()
    candidate: str = ""
    last_used_at: int | None = None
    planned_at: int | None = None
    warnings: tuple[str, ...] = ()
    preview: Callable[[], Preview] = Preview


class Picked(Struct, frozen=True):
    """The `kind` and `key` of the Pickable that was picked."""

    kind: PickableKind
    key: str


class PickableIndex:
    """An index that finds pickables by words in title, candidate, panel or file name, in any order and case."""

    def __init__(self, pickables: Sequence[Pickable]) -> None:
        self._pickables = list(pickables)
        # Made comparable as one text: ten thousand short ones take ten times as long.
        told = ((item.title, item.candidate, *item.panel, item.key.rpartition("/")[2]) for item in pickables)
        lines = (" ".join(words).replace("\n", " ") for words in told)
        self._texts = comparable("\n".join(lines)).split("\n")

    def matching(self, words: str) -> list[Pickable]:
        """Return the pickables that contain each of `words`, in their order."""
        texts, found = self._texts, self._pickables
        for word in sorted(comparable(words).split(), key=len, reverse=True):
            has_it = [word in text for text in texts]
            texts, found = list(compress(texts, has_it)), list(compress(found, has_it))
        return found
