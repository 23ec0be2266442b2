"""The steps of the fold: what each kind of fact does to the state.

A module per subject, like the decisions; importing this package declares all of them. A step never
fails: a fact that names something unknown, or comes when it means nothing, changes nothing.
"""

from facilitator.domain.steps import candidate, notes, panel, questions, ratings, running
from facilitator.domain.steps.registry import STEPS

__all__ = ["STEPS", "candidate", "notes", "panel", "questions", "ratings", "running"]
