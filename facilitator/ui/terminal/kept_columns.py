"""Keeps what stands to the right of a name in its column, in terminals that give some letters more cells than we do.

A terminal and Textual may disagree about the width of a letter: a vowel sign of Devanagari or Tamil takes a cell in
tmux, xterm and VTE, and none in Rich's tables; an emoji of several parts is two cells or six. All that follows in its
row would be moved. So the cursor is put where it should be among the next blanks, which give way: no letter is lost.
"""

import re

from facilitator.documents.cells import cells, doubtful_cells

_PIECE = re.compile(r"\x1b\[\d+;(\d+)H|\x1b\[[0-9;?]*[A-Za-z]|  +|[^\x1b ]+| |\x1b")
"""The cursor put somewhere, and its column; any other sequence; two blanks and more; a word; a blank."""


def in_columns(output: str) -> str:
    """Return what is written to the terminal, with the cursor put right after what the terminal may find wider."""
    if not doubtful_cells(output) or "\x1b]" in output:
        return output
    pieces: list[str] = []
    since: list[str] = []  # what was written since the cursor was put at `begin`
    begin = column = 0  # unknown before the cursor was put somewhere
    for found in _PIECE.finditer(output):
        piece = found[0]
        if found[1]:
            begin = column = int(found[1])
            since = []
        elif piece.startswith("  ") and column and 0 < doubtful_cells("".join(since)) <= len(piece):
            end = column + len(piece)
            piece = (
                f"\x1b[{column}G{piece}\x1b[{begin}G{''.join(since)}\x1b[{end}G"  # over the blanks, not they over it
            )
            begin, column, since = end, end, []
        else:
            column += 0 if piece.startswith("\x1b") or not column else cells(piece)
            since.append(piece)
        pieces.append(piece)
    return "".join(pieces)
