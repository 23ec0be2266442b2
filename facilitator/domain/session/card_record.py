"""What the state of a session holds of what panelists keep to themselves at first: their scorecards, when they were
opened, what became of each, changed minds; and other facts that are sealed.

Separate from the session, because these values are about that alone.
"""

from msgspec import Struct

from facilitator.domain.facts.scorecard import Scorecard
from facilitator.domain.plan.scale import Recommendation


class Opening(Struct, frozen=True):
    """When and by whom the scorecards were opened; `reason` is empty if all were in."""

    at: int
    panelist: str
    reason: str


class SealedCard(Struct, frozen=True):
    """A card as it was submitted: nobody here can read it. See `ScorecardSealed`."""

    sealed: str
    at: int
    number: int = 0
    commitment: str = ""


class CardRecord(Struct, frozen=True):
    """What became of a panelist's card: all that they submitted `sealed`, and the `original`, once that is open.

    `changed_at` says when they wrote one openly, after the opening. `refused_at` says when something was recorded as
    theirs that counts for nothing: a card that isn't the one they had sealed, one before the opening, an old one again.
    """

    sealed: tuple[SealedCard, ...] = ()
    original: Scorecard | None = None
    changed_at: tuple[int, ...] = ()
    refused_at: tuple[int, ...] = ()


class SealedFact(Struct, frozen=True):
    """Something that a panelist keeps to themselves for now. `label` is what it will be called, if it is a note."""

    at: int
    panelist: str
    device: str
    label: str


class NotesOpening(Struct, frozen=True):
    """When and by whom a device's notes were opened; with a `reason`, it was somebody else, by the key it had left."""

    at: int
    panelist: str
    reason: str


class ChangeOfMind(Struct, frozen=True):
    """A rating (of `competency`) or recommendation (None) that a panelist changed after the opening of the cards.

    `before` is None if there was none, or if it `is_sealed`: on a card that could not be opened.
    """

    panelist: str
    competency: str | None
    before: int | Recommendation | None
    after: int | Recommendation
    at: int
    is_sealed: bool = False
