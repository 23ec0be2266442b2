"""Whom the sessions are about: finding all that is kept of a person."""
