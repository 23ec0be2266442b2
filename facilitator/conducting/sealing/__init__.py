"""Sealing: cards that nobody can read before the opening, in a journal or while they are being written."""
