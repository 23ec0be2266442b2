"""The scales on which a panel says what it thinks of somebody: a score, and a recommendation."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct, UnsetType

from facilitator.domain.text.plain_text import comparable

FEWEST_POINTS, MOST_POINTS = 2, 10

Score = Annotated[int, Meta(ge=1, le=MOST_POINTS)]
"""A rating of a competency: the number of a point on its scale."""

ScaleWords = Annotated[
    tuple[Annotated[str, Meta(min_length=1, max_length=40, extra={"one_line": True})], ...],
    Meta(min_length=FEWEST_POINTS, max_length=MOST_POINTS),
]
"""The words for the points of a scale, from 1 up, as an agenda gives them."""


class Scale(Struct, frozen=True, kw_only=True):
    """A rating scale: a word for each of its points, which are counted from 1, the lowest."""

    words: tuple[str, ...]

    @property
    def points(self) -> range:
        """The scores on it."""
        return range(1, len(self.words) + 1)

    @property
    def in_words(self) -> str:
        """All points, for a message: `1 poor, 2 weak, 3 solid, 4 strong, 5 outstanding`."""
        return ", ".join(map(self.text, self.points))

    def word(self, score: int) -> str:
        """Return the word for a score; empty if it is off the scale."""
        return self.words[score - 1] if score in self.points else ""

    def text(self, score: int) -> str:
        """Return a score as it is told: `4 strong`; only the number if it is off the scale."""
        return f"{score} {self.word(score)}".rstrip()

    def score(self, said: str) -> int | None:
        """Return the score that `said` means, its number or its word (see `folded_word`); None if it means none."""
        by_name = {str(score): score for score in self.points}
        by_name |= {folded_word(word): score for score, word in enumerate(self.words, 1)}
        return by_name.get(folded_word(said))

    def leaning(self, score: int) -> int:
        """Return which side of the middle a score is on: 1 above, -1 below, 0 right in it (none, if they are even)."""
        middle = len(self.words) + 1
        return (2 * score > middle) - (2 * score < middle)

    def share(self, distance: float) -> float:
        """Return a distance between scores as a share (0 to 1) of that from the lowest point to the highest."""
        return distance / (len(self.words) - 1)


FIVE_POINTS = Scale(words=("poor", "weak", "solid", "strong", "outstanding"))
"""The scale of a competency for which an agenda gives none."""


def first_scale(*given: ScaleWords | UnsetType) -> Scale:
    """Return the scale of the first words that are given, else five points."""
    return next((Scale(words=words) for words in given if words), FIVE_POINTS)


def folded_word(text: str) -> str:
    """Return a word of a scale for comparing: `Strong_Yes` and `strong-yes` are `strong yes`."""
    return " ".join(comparable(text).replace("_", " ").replace("-", " ").split())


class Recommendation(StrEnum):
    """What a panelist recommends. People decide; nothing is computed from it."""

    STRONG_NO = "strong_no"
    NO = "no"
    NO_DECISION = "no_decision"
    YES = "yes"
    STRONG_YES = "strong_yes"

    @property
    def score(self) -> int:
        """Its place on the scale from 1 to 5, for the plain mean of a panel; `no_decision` is the middle."""
        return list(Recommendation).index(self) + 1
