"""Which step of the fold belongs to which kind of fact."""

from collections.abc import Callable
from typing import Any, TypeVar

from facilitator.domain.events import Event
from facilitator.domain.session import Session

FactT = TypeVar("FactT")
Step = Callable[[Session, Event, FactT], None]

STEPS: dict[type, Step[Any]] = {}


def on(kind: type[FactT]) -> Callable[[Step[FactT]], Step[FactT]]:
    """Declare what a kind of fact does to a session that may be changed (see `fold`)."""

    def register(step: Step[FactT]) -> Step[FactT]:
        STEPS[kind] = step
        return step

    return register
