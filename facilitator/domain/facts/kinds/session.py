"""Facts about the session itself: its opening, and what was taken back.

The fold treats them itself; nothing in `session/apply` does.
"""

from facilitator.domain.facts.fact import Fact
from facilitator.domain.plan.agenda import Agenda


class SessionOpened(Fact, frozen=True):
    """The first fact: the agenda as it was, and the wall-clock times that it set.

    `source` is the path or the name that the agenda was read from.
    """

    agenda: Agenda
    source: str = ""
    candidate: str = ""
    timezone: str = "UTC"
    planned_start_at: int | None = None
    hard_stop_at: int | None = None


class Revoked(Fact, frozen=True):
    """The facts recorded in `group` are taken back."""

    group: str
