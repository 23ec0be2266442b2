"""Sessions made of facts as another device could have recorded them: in no good order, or naming what isn't there."""

from itertools import count

from facilitator.domain.facts.event import Author, Event, Stamp
from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.session import STRICT, SessionOpened
from facilitator.domain.plan.agenda import Agenda
from facilitator.domain.session.fold import fold
from facilitator.domain.session.state import Session
from tests.domain.interviews import TEN, agenda, ask, part

PLAN = agenda(
    part("One", "5m", questions=[ask("aims")]),
    part("Two", "10m", questions=[ask("slip", competency="craft")]),
    part("Three", "10m"),
)


def minutes(number: float) -> int:
    """The instant so many minutes after the opening."""
    return TEN + round(number * 60_000)


def session_of(
    *recorded: tuple[float, AnyFact],
    by: str = "ann",
    plan: Agenda = PLAN,
    card_rules: int = STRICT,
    candidate: str = "",
) -> Session:
    """The session in which these facts happened, each with the minute at which it did, recorded one after the other.

    Their ids are `e1`, `e2` and so on.
    """
    numbers = count()
    facts = [(0.0, SessionOpened(agenda=plan, card_rules=card_rules, candidate=candidate)), *recorded]
    return fold(_event(next(numbers), minutes(at), fact, by) for at, fact in facts)


def _event(number: int, at: int, fact: AnyFact, by: str) -> Event:
    stamp = Stamp(TEN + number, 0, Author(by, "laptop"))
    return Event(id=f"e{number}", session="s", stamp=stamp, at=at, group=f"e{number}", fact=fact)
