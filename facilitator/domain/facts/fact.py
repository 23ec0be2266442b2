"""What every fact is made from; separate, so that facts can stand in more than one module."""

from msgspec import Struct


class Fact(Struct, frozen=True, kw_only=True, tag=True, omit_defaults=True, gc=False):
    """Something that happened."""
