"""The standard input of questions, with a bound: what isn't typed at a terminal has lines of any length."""

import sys
from io import TextIOWrapper

LONGEST_PIPED_LINE = 1 << 20
"""Characters: more than any line that is read here may have."""


class BoundedInput(TextIOWrapper):
    """What `whole` reads, in lines of at most `LONGEST_PIPED_LINE` characters. A longer one raises OSError."""

    def __init__(self, whole: TextIOWrapper) -> None:
        super().__init__(whole.buffer, whole.encoding, errors="replace")  # a byte that is no letter ends nothing
        self._whole = whole  # forgotten, it would close what both read

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]  # as TextIOWrapper itself has it
        line = super().readline(LONGEST_PIPED_LINE + 1 if size < 0 else size)
        if len(line) > LONGEST_PIPED_LINE:
            raise OSError(0, "a line of the standard input is too long")
        return line


def bound_input() -> None:
    """Bound the lines of the standard input from now on, unless it is a terminal, which bounds them itself."""
    if isinstance(sys.stdin, TextIOWrapper) and not sys.stdin.isatty():
        sys.stdin = BoundedInput(sys.stdin)
