"""Guides of every format: no traceback, no line lost, no minute that nobody wrote or shared visibly."""

import random

from tests.fuzz.guide_files import FORMATS
from tests.fuzz.importing import import_one, invite_one
from tests.fuzz.kinds import fuzzed


@fuzzed("guides")
def guides(chance: random.Random) -> int:
    """Import one made-up guide of any format; return 1."""
    import_one(chance.choice(list(FORMATS)), chance, each_word=True)
    return 1


@fuzzed("invitations")
def invitations(chance: random.Random) -> int:
    """Read one made-up invitation; return 1."""
    invite_one(chance)
    return 1
