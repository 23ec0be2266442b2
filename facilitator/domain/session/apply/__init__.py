"""The appliers: what each kind of fact changes in a session.

A module per subject, like the kinds of fact and the decisions; importing this package registers all of them. An
applier never fails: a fact that names something unknown, or comes at a time when it has no meaning, changes nothing,
and its applier returns False, so that it doesn't count as something done.
"""

from facilitator.domain.session.apply import (
    candidate,
    changes,
    meeting,
    notes,
    panel,
    people,
    questions,
    ratings,
    running,
    sittings,
)
from facilitator.domain.session.apply.registry import APPLIERS

__all__ = [
    "APPLIERS",
    "candidate",
    "changes",
    "meeting",
    "notes",
    "panel",
    "people",
    "questions",
    "ratings",
    "running",
    "sittings",
]
