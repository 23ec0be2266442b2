"""The ledger: notes down what each piece was taken for, and gives the account when all is done."""

from collections.abc import Iterable

from msgspec.structs import replace

from facilitator.preparing.manuscript.manuscript import BlockKind, FilePlace, Manuscript, Piece, TextBlock
from facilitator.preparing.taking.account import Taken, TakenAs
from facilitator.preparing.taking.outline_tree import Branch

NOT_UNDERSTOOD = "not understood"


class Ledger:
    """What was taken so far, by piece. What is noted first of a piece counts."""

    def __init__(self) -> None:
        self._taken: dict[Piece, Taken] = {}

    def note(self, source: TextBlock | Branch, role: TakenAs, *, why: str = "", guess: str = "") -> None:
        """Note what the pieces of a block were taken for; `why` if it was left out, `guess` if it was guessed."""
        block = source.block if isinstance(source, Branch) else source
        self.add(Taken(piece, role, why, guess) for piece in block.pieces)

    def correct(self, branch: Branch, role: TakenAs, *, guess: str) -> None:
        """Note what a branch was taken for after all, whatever was noted before."""
        for piece in branch.block.pieces:
            self._taken[piece] = Taken(piece, role, guess=guess)

    def guess(self, place: FilePlace, guess: str) -> None:
        """Note what was guessed as well with the piece at a place."""
        for piece, taken in self._taken.items():
            if piece.place == place:
                self._taken[piece] = replace(taken, guess="; ".join(filter(None, (taken.guess, guess))))

    def leave_out(self, branch: Branch, why: str) -> None:
        """Leave out a branch with everything below it."""
        for below in branch.all():
            self.note(below, TakenAs.LEFT_OUT, why=why)

    def add(self, taken: Iterable[Taken]) -> None:
        for one in taken:
            self._taken.setdefault(one.piece, one)

    def account(self, manuscript: Manuscript) -> tuple[Taken, ...]:
        """Return what every piece was taken for, in the order of the file. None is missing."""
        marks = {piece for block in manuscript.blocks if block.kind == BlockKind.MARK for piece in block.pieces}
        return tuple(
            self._taken.get(piece)
            or (Taken(piece, TakenAs.MARKUP) if piece in marks else Taken(piece, TakenAs.LEFT_OUT, why=NOT_UNDERSTOOD))
            for piece in manuscript.pieces
        )
