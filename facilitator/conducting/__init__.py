"""Carrying out lines: the conductor, sealed cards, rehearsals, and the one way to read a session."""

from facilitator.conducting.reading import read

__all__ = ["read"]
