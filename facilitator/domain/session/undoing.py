"""What an author may take back, and bring back again, the newest first.

Separate from the fold, which knows what was done: whose acts are whose to undo is a rule of its own.
"""

from collections.abc import Iterator
from itertools import groupby, islice
from operator import attrgetter

from facilitator.domain.facts.event import Event
from facilitator.domain.session.rights import RIGHTS, Right
from facilitator.domain.session.state import Act, Session, Undone

MOST_ACTS = 10
"""How many of the last acts can be taken back by name."""


def undoable(session: Session, author: str) -> tuple[Act, ...]:
    """Return the last acts that the panelist `author` may take back.

    A session that runs on one device is everybody's: whoever types there may take back what another did. On a panel it
    is one's own acts, and what ran the clock for its owner, whoever did it.
    """
    return tuple(islice((act for act in _newest_first(session) if _may_undo(session, author, act[0])), MOST_ACTS))


def redoable(session: Session, author: str) -> tuple[Undone, ...]:
    """Return what the panelist `author` may bring back, as in `undoable`."""
    mine = [undone for undone in session.undone if not session.devices or undone.author == author]
    return tuple(reversed(mine))


def _newest_first(session: Session) -> Iterator[Act]:
    """Yield every act once. If another device recorded something between two of its events, only the later counts."""
    seen: set[str] = set()
    for group, events in groupby(reversed(session.acts), key=attrgetter("group")):
        act = tuple(events)[::-1]
        if group not in seen:
            seen.add(group)
            yield act


def _may_undo(session: Session, author: str, event: Event) -> bool:
    if not session.devices:
        return True
    if RIGHTS[type(event.fact)] is Right.CLOCK:
        return session.clock_owner == author
    return event.author.panelist == author
