"""The base of all facts. Separate, so that the facts can stand in several modules."""

from msgspec import Struct


class Fact(Struct, frozen=True, kw_only=True, tag=True, omit_defaults=True, gc=False):
    """Something that happened in a session."""


class Change(Fact, frozen=True, kw_only=True):
    """A fact that changes the plan, the panel or the hard stop.

    `credited` is the panelist who wanted it so; if it is empty, that is who recorded it.
    """

    credited: str = ""
