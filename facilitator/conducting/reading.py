"""The one way to a session: its events are verified, opened, judged and folded, in this order.

Verified: the journal checks each line before its events come here. Opened: no event is sealed yet. Judged: every
event counts as long as a session has one device. Folded: see `domain.session`. Whoever wants the state of a session,
for whatever use, gets it here, so that a rule that is added later holds everywhere.
"""

from collections.abc import Iterable

from facilitator.domain.facts.event import Event
from facilitator.domain.session.history import History


def read(events: Iterable[Event]) -> History:
    """Return the history of these events, which may come in any order and more than once.

    Raises ValueError if no event opens a session.
    """
    return History.of(events)
