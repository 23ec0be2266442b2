"""Whose scorecards are in, and whose are missing."""

from facilitator.domain.plan.agenda import Panelist
from facilitator.domain.session.state import Session


def missing_cards(session: Session) -> tuple[Panelist, ...]:
    """Return the rating panelists who haven't submitted a card and still can."""
    submitted = session.sealed_cards.keys() | session.cards.keys()
    raters = session.plan.raters
    return tuple(one for one in raters if one.id not in submitted and not was_removed(session, one.id))


def was_removed(session: Session, panelist: str) -> bool:
    """Return whether a panelist was taken off the panel, with every device that they had on it."""
    own = {name for name, device in session.devices.items() if device.seat == panelist}
    return bool(own) and own <= session.removed_devices


def waited_for(session: Session) -> tuple[Panelist, ...]:
    """Return the panelists whose missing cards keep the others sealed."""
    return missing_cards(session) if session.sealed_cards and session.cards_opened is None else ()
