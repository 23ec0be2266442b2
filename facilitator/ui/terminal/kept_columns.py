"""Keeps what stands to the right of a name in its column, in terminals that give some letters more cells than we do.

A terminal and Textual may disagree about the width of a letter: a vowel sign of Devanagari or Tamil takes a cell in
tmux, xterm and VTE, and none in Rich's tables; an emoji of several parts is two cells or six. All that follows in its
row would be moved. So the cursor is put where it should be among the next blanks, which give way: no letter is lost.
"""

import re
import unicodedata

from facilitator.documents.cells import cells

_MAYBE_DISPUTED = re.compile("[\u0903-\u1cf7\u200d\u302e-\u302f\ufe0f\ua823-\uabec\U00011000-\U0001d172]")
"""Finds at once that there is nothing to do, which is nearly always so."""

_JOINING = ("\u200d", "\ufe0f")
"""What joins two characters, and what makes one wide."""

_PIECE = re.compile(r"\x1b\[\d+;(\d+)H|\x1b\[[0-9;?]*[A-Za-z]|  +|[^\x1b ]+| |\x1b")
"""The cursor put somewhere, and its column; any other sequence; two blanks and more; a word; a blank."""


def in_columns(output: str) -> str:
    """Return what is written to the terminal, with the cursor put right after what the terminal may find wider."""
    if _MAYBE_DISPUTED.search(output) is None or "\x1b]" in output:
        return output
    pieces: list[str] = []
    column, doubtful = 0, 0  # the column is unknown before the cursor was put somewhere; the cells that are doubtful
    for found in _PIECE.finditer(output):
        piece = found[0]
        if found[1]:
            column, doubtful = int(found[1]), 0
        elif column and not piece.startswith("\x1b"):
            if doubtful and piece.startswith("  "):
                piece, doubtful = _blanks(len(piece), column, doubtful), 0
            doubtful += sum(map(_doubtful_cells, piece))
            column += cells(found[0])
        pieces.append(piece)
    return "".join(pieces)


def _blanks(count: int, column: int, doubtful: int) -> str:
    """Return this many blanks from `column` on, to a cursor that may stand up to `doubtful` cells further right."""
    given = min(count, doubtful)
    return " " * min(count, given + 1) + f"\x1b[{column + given}G" + " " * (count - given)


def _doubtful_cells(character: str) -> int:
    """Return how many cells more a terminal may give to a character."""
    return 2 if character in _JOINING else int(character > "\u0900" and unicodedata.category(character) == "Mc")
