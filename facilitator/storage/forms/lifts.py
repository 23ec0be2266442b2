"""Lifts: numbered steps, each of which brings events of an older form into the next one.

When a fact changes its form, the version of journals grows and a step is added here; the old files stay as they are
and are lifted each time they are read. The corpus (`tests/corpus`) has files of every form that there was.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from facilitator.storage.forms.header import Version


class Lift(NamedTuple):
    """A step to the form `to`: it is given an event as it was written, decoded from JSON, and returns it lifted."""

    to: Version
    lifted: Callable[[dict[str, Any]], dict[str, Any]]


LIFTS: tuple[Lift, ...] = ()
"""All steps in order. No event has changed so far: see `OURS` in `header.py` for what has come."""


def due_since(version: Version) -> tuple[Lift, ...]:
    """Return the steps that events of this version need."""
    return tuple(lift for lift in LIFTS if lift.to > version)
