"""What becomes of a line: the conductor and its keeper, sealed cards, rehearsals, the one way to read a session."""

from facilitator.conducting.reading import read

__all__ = ["read"]
