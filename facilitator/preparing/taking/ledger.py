"""The ledger: notes down what each piece was taken for, and gives the account when all is done."""

from collections import defaultdict
from collections.abc import Iterable

from msgspec.structs import replace

from facilitator.preparing.manuscript.manuscript import BlockKind, FilePlace, Manuscript, Piece, TextBlock
from facilitator.preparing.taking.account import Taken, TakenAs
from facilitator.preparing.taking.outline_tree import Branch

NOT_UNDERSTOOD = "not understood"
_HIDDEN = "hidden in the file, as comments are"
_UNNOTED = {BlockKind.MARK: (TakenAs.MARKUP, ""), BlockKind.HIDDEN: (TakenAs.LEFT_OUT, _HIDDEN)}
"""What blocks are that nobody looks at, by their kind."""


class Ledger:
    """What was taken so far, by piece. What is noted first of a piece counts."""

    def __init__(self) -> None:
        self._taken: dict[Piece, Taken] = {}
        self._guesses: dict[FilePlace, list[str]] = defaultdict(list)

    def note(self, source: TextBlock | Branch, role: TakenAs, *, why: str = "", guess: str = "") -> None:
        """Note what the pieces of a block were taken for; `why` if it was left out, `guess` if it was guessed."""
        block = source.block if isinstance(source, Branch) else source
        self.add(Taken(piece, role, why, guess) for piece in block.pieces)

    def correct(self, branch: Branch, role: TakenAs, *, guess: str) -> None:
        """Note what a branch was taken for after all, whatever was noted before."""
        for piece in branch.block.pieces:
            self._taken[piece] = Taken(piece, role, guess=guess)

    def without_time(self, branch: Branch, below: list[Branch]) -> list[Branch]:
        """Note the lines below a branch that only give it its time; return the others."""
        given = [child for child in below if child.gives(branch.time) and not child.children]
        for child in given:
            self.note(child, TakenAs.LENGTH)
        return [child for child in below if not any(child is one for one in given)]

    def guess(self, place: FilePlace, guess: str) -> None:
        """Note what was guessed as well with the piece at a place."""
        self._guesses[place].append(guess)

    def leave_out(self, branch: Branch, why: str) -> None:
        """Leave out a branch with everything below it."""
        for below in branch.all():
            self.note(below, TakenAs.LEFT_OUT, why=why)

    def add(self, taken: Iterable[Taken]) -> None:
        for one in taken:
            self._taken.setdefault(one.piece, one)

    def account(self, manuscript: Manuscript) -> tuple[Taken, ...]:
        """Return what every piece was taken for, in the order of the file. None is missing."""
        return tuple(self._with_guesses(block, piece) for block in manuscript.blocks for piece in block.pieces)

    def _with_guesses(self, block: TextBlock, piece: Piece) -> Taken:
        taken = self._taken.get(piece)
        if taken is None:
            unnoted = _UNNOTED.get(block.kind, (TakenAs.LEFT_OUT, NOT_UNDERSTOOD))
            return Taken(piece, *unnoted)
        guesses = self._guesses.get(piece.place)
        return replace(taken, guess="; ".join(filter(None, (taken.guess, *guesses)))) if guesses else taken
