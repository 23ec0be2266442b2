"""The appliers by kind of fact."""

from collections.abc import Callable
from typing import Any, TypeVar

from facilitator.domain.facts.event import Event
from facilitator.domain.session.state import Session

FactT = TypeVar("FactT")
Applier = Callable[[Session, Event, FactT], bool]
"""Applies a fact to a session; returns False if it meant nothing there, and so changed nothing and is no act."""

APPLIERS: dict[type, Applier[Any]] = {}


def on(kind: type[FactT]) -> Callable[[Applier[FactT]], Applier[FactT]]:
    """Register the applier of a kind of fact. It may change the session that it is given (see `fold`)."""

    def register(applier: Applier[FactT]) -> Applier[FactT]:
        APPLIERS[kind] = applier
        return applier

    return register
