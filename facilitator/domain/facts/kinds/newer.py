"""The fact that stands for all those that only a newer version of the program knows."""

from facilitator.domain.facts.fact import Fact


class NewerFact(Fact, frozen=True):
    """A fact of an unknown kind, or in an unknown form. It changes nothing; its event keeps it as it was written."""
