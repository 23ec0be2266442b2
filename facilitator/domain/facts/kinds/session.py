"""Facts about the session itself: its opening, and what was taken back.

The fold handles them itself; they have no applier in `session/apply`.
"""

from typing import Annotated

from msgspec import Meta

from facilitator.domain.facts.fact import Fact
from facilitator.domain.facts.timeline import Instant
from facilitator.domain.plan.agenda import Agenda

CardRules = Annotated[int, Meta(ge=1, le=1_000)]

STRICT = 2
"""From these rules of cards on, a card counts only if it is the one that was sealed."""


class SessionOpened(Fact, frozen=True):
    """The first fact: the session was opened with this agenda.

    `source` is the path or the name that the agenda was loaded from. The planned start and the hard stop are on the
    wall clock, not on the timeline. `start_time` is the start as a time of any day (`10:00`), if it had no date: which
    day it means is decided anew when the interview begins (see `DayChosen`). `card_rules` says which scorecards count:
    under the first rules, any; under the second, those that were sealed before the opening, or changed after it.
    """

    agenda: Agenda
    source: str = ""
    candidate: str = ""
    timezone: str = "UTC"
    planned_start_at: Instant | None = None
    hard_stop_at: Instant | None = None
    start_time: str = ""
    card_rules: CardRules = 1


class Revoked(Fact, frozen=True):
    """The facts in `group` were taken back."""

    group: str
