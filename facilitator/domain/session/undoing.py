"""What an author may take back, and bring back again, the newest first.

Separate from the fold, which knows what was done: whose acts are whose to undo is a rule of its own.
"""

from itertools import islice

from facilitator.domain.facts.event import Event
from facilitator.domain.session.rights import RIGHTS, Right
from facilitator.domain.session.state import MOST_ACTS, Session, Undone


def undoable(session: Session, author: str) -> tuple[Event, ...]:
    """Return the last acts that the panelist `author` may take back, each by its first event.

    A session that runs on one device is everybody's: whoever types there may take back what another did. On a panel it
    is one's own acts, and what ran the clock for its owner, whoever did it.
    """
    return tuple(islice((act for act in reversed(session.acts) if _may_undo(session, author, act)), MOST_ACTS))


def redoable(session: Session, author: str) -> tuple[Undone, ...]:
    """Return what the panelist `author` may bring back, as in `undoable`."""
    mine = [undone for undone in session.undone if not session.devices or undone.author == author]
    return tuple(reversed(mine))


def _may_undo(session: Session, author: str, act: Event) -> bool:
    if not session.devices:
        return True
    if RIGHTS[type(act.fact)] is Right.CLOCK:
        return session.clock_owner == author
    return act.author.panelist == author
