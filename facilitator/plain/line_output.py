"""What is said, as lines of text: nothing else ever reaches the terminal, and nothing in it can act there."""

from typing import TextIO

from facilitator.domain.text.plain_text import clean

RING = "\a"


class LineOutput:
    """Writes to `stream`. If nobody reads it any more it `is_closed`, and what is said from then on is lost."""

    def __init__(self, stream: TextIO) -> None:
        self.is_closed = False
        self._stream = stream

    def say(self, text: str, begun: str = "") -> None:
        """Write `text` on a line of its own; `begun`, what somebody has typed of a line meanwhile, is written anew."""
        self._write(f"\n{clean(text)}\n{clean(begun)}" if begun else f"{clean(text)}\n")

    def ring(self) -> None:
        """Ring the bell, if there is a terminal to do it."""
        if not self.is_closed and self._stream.isatty():
            self._write(RING)

    def _write(self, text: str) -> None:
        if self.is_closed:
            return
        try:
            self._stream.write(text)
            self._stream.flush()
        except OSError:
            self.is_closed = True
