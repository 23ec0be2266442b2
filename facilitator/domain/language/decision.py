"""What a command comes to: facts and a word to the user, or a refusal with its reason."""

from msgspec import Struct

from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.plan.agenda import Agenda, Panelist
from facilitator.domain.session.state import Session


class Refusal(Exception):
    """A command that can't be done now. The message is for a person, and says what to do instead."""


class Situation(Struct, frozen=True):
    """What a decision may know: the session, the moment, who speaks, and when the line was begun."""

    session: Session
    now: int
    author: str
    typed_at: int

    @property
    def agenda(self) -> Agenda:
        return self.session.agenda

    def name_of(self, panelist: Panelist) -> str:
        """Their name, so that namesakes can be told apart."""
        return self.session.panelist_name(panelist.id)


class Decision(Struct, frozen=True):
    """The facts to record, in order; what to tell the user; when it happened, if that wasn't now."""

    facts: tuple[AnyFact, ...]
    said: str = ""
    at: int | None = None
