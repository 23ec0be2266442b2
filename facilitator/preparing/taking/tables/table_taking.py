"""What each row of a table was taken for."""

from facilitator.preparing.manuscript.manuscript import Block
from facilitator.preparing.taking.account import Role, Taken
from facilitator.preparing.taking.draft import DraftAgenda


def take_table(block: Block, heading: str, draft: DraftAgenda) -> tuple[Taken, ...]:
    """Take a table that stands under a heading into the draft; return what each of its pieces was taken for."""
    return tuple(Taken(piece, Role.LEFT_OUT, why="a table") for piece in block.pieces)
