"""What an author may take back, and bring back again, the newest first.

Separate from the fold, which knows what was done: whose acts are whose to undo is a rule of its own.
"""

from facilitator.domain.facts.event import Event
from facilitator.domain.session.state import Session, Undone


def undoable(session: Session, author: str) -> tuple[Event, ...]:
    """Return the last acts that the panelist `author` may take back, each by its first event.

    A session that runs on one device is everybody's: whoever types there may take back what another did.
    """
    return tuple(reversed(session.acts))


def redoable(session: Session, author: str) -> tuple[Undone, ...]:
    """Return what the panelist `author` may bring back, as in `undoable`."""
    return tuple(reversed(session.undone))
