"""Facts about the people: who is ready, came and went, sits in for whom, and that the interview was called off."""

from facilitator.domain.facts.fact import Change, Fact
from facilitator.domain.plan.agenda import Identifier


class PanelistArrived(Change, frozen=True):
    """A panelist is in the room. One who isn't on the panel yet joins it, with this name and role."""

    panelist: Identifier
    name: str = ""
    role: str = ""


class PanelistAbsent(Change, frozen=True):
    """A panelist isn't in the room: they didn't come, or they left."""

    panelist: str


class StandInNamed(Change, frozen=True):
    """From now on, `panelist` takes the questions of `absent`."""

    panelist: str
    absent: str


class PanelistReady(Fact, frozen=True):
    """Before the interview, a panelist said that they have read their brief, and what they want from the time."""

    panelist: str
    want: str = ""


class InterviewCancelled(Fact, frozen=True):
    """The interview was called off before its start, or cut off. With `no_show`, the other side didn't come."""

    reason: str = ""
    no_show: bool = False
