"""What becomes of a line: the conductor, sealed cards, rehearsals, and the one way to read a session."""
