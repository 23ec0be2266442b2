"""Markers for a recording of the interview that somebody else made: what was said when."""
