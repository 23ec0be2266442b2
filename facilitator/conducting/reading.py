"""The one way to a session: its events are verified, opened, judged and folded, in this order.

Verified: the journal checks each line before its events come here. Opened: nothing is sealed by event yet.
Judged: every event counts while a session has one device. Folded: `domain.session`. Whoever wants the state of a
session, for whatever use, asks here, so that a rule that is added later holds everywhere.
"""

from collections.abc import Iterable

from facilitator.domain.facts.event import Event
from facilitator.domain.session.history import History


def read(events: Iterable[Event]) -> History:
    """Return the history of these events, in whatever order they come and however often.

    Raises ValueError if no event opens a session.
    """
    return History.of(events)
