"""The steps of the fold: what each kind of fact does to the state.

A module per subject, like the decisions; importing this package declares all of them. A step never
fails: a fact that names something unknown, or comes when it means nothing, changes nothing.
"""

from facilitator.domain.session.apply import candidate, meeting, notes, questions, ratings, running
from facilitator.domain.session.apply.registry import APPLIERS

__all__ = ["APPLIERS", "candidate", "meeting", "notes", "questions", "ratings", "running"]
