"""The base of all facts. Separate, so that the facts can stand in several modules."""

from msgspec import Struct


class Fact(Struct, frozen=True, kw_only=True, tag=True, omit_defaults=True, gc=False):
    """Something that happened in a session."""
