"""The one way to a session: its events are verified, opened, judged and folded, in this order.

Verified: the journal checks each line before its events come here. Opened: no event is sealed yet. Judged: see
`domain.session.authority`. Folded: see `domain.session.fold`. Whoever wants the state of a session,
for whatever use, gets it here, so that a rule that is added later holds everywhere.
"""

from collections.abc import Iterable

from facilitator.domain.facts.event import Event
from facilitator.domain.session.history import History


def read(events: Iterable[Event]) -> History:
    """Return the history of these events, which may come in any order and more than once.

    Raises ValueError if no event opens a session.
    """
    history = History.of(events)
    if not history.is_open:
        raise ValueError("no event opens the session")
    return history
