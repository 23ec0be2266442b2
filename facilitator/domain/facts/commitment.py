"""A commitment: a text that holds a panelist to the scorecard they have sealed, and tells nobody what is on it.

It is a SHA-256 over the card and a random salt, which is sealed together with the card. Whoever is shown both can check
that no other card has taken its place, so the fold can, which has no key.
"""

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from facilitator.domain.facts.scorecard import Scorecard


def commitment(card: "Scorecard", salt: str, session: str, panelist: str, number: int) -> str:
    """Return the commitment to the card with this number that a panelist submits, in hex.

    All that stands on a card is listed here: what a later version adds to cards needs a commitment of its own.
    """
    from hashlib import sha256  # not at the top: it loads OpenSSL, and most interviews need none

    ratings = [(given.competency, given.rating, given.evidence, given.notes) for given in card.ratings]
    whole = (salt, session, panelist, number, card.recommendation, ratings, card.strengths, card.concerns)
    return sha256(msgspec.json.encode(whole)).hexdigest()
