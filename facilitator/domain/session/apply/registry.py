"""Which step of the fold belongs to which kind of fact."""

from collections.abc import Callable
from typing import Any, TypeVar

from facilitator.domain.facts.event import Event
from facilitator.domain.session.state import Session

FactT = TypeVar("FactT")
Step = Callable[[Session, Event, FactT], None]

APPLIERS: dict[type, Step[Any]] = {}


def on(kind: type[FactT]) -> Callable[[Step[FactT]], Step[FactT]]:
    """Declare what a kind of fact does to a session that may be changed (see `fold`)."""

    def register(step: Step[FactT]) -> Step[FactT]:
        APPLIERS[kind] = step
        return step

    return register
