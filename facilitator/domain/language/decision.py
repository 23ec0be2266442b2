"""What comes of a command: facts and a message to the user, or a refusal with its reason."""

from msgspec import Struct

from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.plan.agenda import Panelist
from facilitator.domain.plan.plan import Plan
from facilitator.domain.session.state import Session


class Refusal(Exception):
    """A command can't be carried out now. The message is for a person, and says what to do instead."""


class Situation(Struct, frozen=True):
    """What a decision may know: the session, the moment, the author of the line, and when it was begun.

    `author` is whom the line is credited to. `recorder` is who typed it, if that is somebody else; `named` means that
    the line names its author (`cfo> …`).
    """

    session: Session
    now: int
    author: str
    typed_at: int
    recorder: str = ""
    named: bool = False

    @property
    def plan(self) -> Plan:
        return self.session.plan

    @property
    def credited(self) -> str:
        """The author, for a fact that has to say so; empty if it is who recorded it."""
        return self.author if self.recorder and self.recorder != self.author else ""

    def name_of(self, panelist: Panelist) -> str:
        """Return their name so that namesakes can be told apart."""
        return self.session.panelist_name(panelist.id)


class Decision(Struct, frozen=True):
    """The facts to record, in order; what to tell the user; and when it happened, if not now.

    `doubt` is what a person would want to know before it is carried out. A screen asks once more then, and says that
    Enter `sure`; a script or a remote panelist goes on without being asked. `writer` is whom lines are credited to from
    now on, if that changes: it is a matter of who types, and so no fact.
    """

    facts: tuple[AnyFact, ...]
    said: str = ""
    at: int | None = None
    doubt: str = ""
    sure: str = "does it all the same"
    writer: str = ""
