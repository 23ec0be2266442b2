"""Whose scorecards are in, and whose are missing."""

from facilitator.domain.plan.agenda import Panelist
from facilitator.domain.session.state import Session


def missing_cards(session: Session) -> tuple[Panelist, ...]:
    """Return the rating panelists who haven't submitted a card."""
    submitted = session.sealed_cards.keys() | session.cards.keys()
    return tuple(panelist for panelist in session.plan.raters if panelist.id not in submitted)


def waited_for(session: Session) -> tuple[Panelist, ...]:
    """Return the panelists whose missing cards keep the others sealed."""
    return missing_cards(session) if session.sealed_cards and session.cards_opened is None else ()
