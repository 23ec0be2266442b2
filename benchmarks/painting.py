"""What a person would have seen, and when: the bytes of a terminal, played into an emulated one.

Both programs of a pair are judged by the same rule. The first frame is painted when every row of the
terminal has been written to and all expected texts can be read. A key is painted when the line that was
typed so far can be read, that key included; so output that has nothing to do with it doesn't count.
"""

from collections.abc import Iterable, Sequence

import pyte

from benchmarks.terminal import COLUMNS, ROWS, Chunk


class NeverPainted(Exception):
    """What was waited for never came; the text is what could be read instead."""


class _Glass(pyte.Screen):
    """An emulated screen that remembers which rows were ever written to."""

    def __init__(self) -> None:
        self.written: set[int] = set()
        super().__init__(COLUMNS, ROWS)

    def draw(self, data: str) -> None:
        self.written.add(self.cursor.y)
        super().draw(data)

    def report_device_attributes(self, *args: object, **kwargs: object) -> None:
        """Nobody is there to answer to."""

    def shows(self, text: str) -> bool:
        return any(text in row for row in self.display)


def first_frame(chunks: Sequence[Chunk], texts: Iterable[str]) -> float:
    """The moment of the chunk with which the first frame is complete. Raises NeverPainted."""
    glass = _Glass()
    stream = pyte.ByteStream(glass)
    missing = list(texts)
    for chunk in chunks:
        stream.feed(_understood(chunk.data))
        if len(glass.written) < ROWS:
            continue
        missing = [text for text in missing if not glass.shows(text)]
        if not missing:
            return chunk.at
    raise NeverPainted(f"missing {missing} and {ROWS - len(glass.written)} rows in\n" + "\n".join(glass.display))


def paint_delays(chunks: Sequence[Chunk], written: Sequence[float], lines: Sequence[str]) -> list[float]:
    """Seconds from each key to its paint.

    `lines[i]` is what can be read once the key that was written at `written[i]` is painted; a key that never
    is was lost, and NeverPainted says which.
    """
    glass = _Glass()
    stream = pyte.ByteStream(glass)
    delays: list[float] = []
    for chunk in chunks:
        stream.feed(_understood(chunk.data))
        while len(delays) < len(lines) and written[len(delays)] <= chunk.at and glass.shows(lines[len(delays)]):
            delays.append(chunk.at - written[len(delays)])
    if len(delays) < len(lines):
        lost = f"key {len(delays)} of {len(lines)}, {lines[len(delays)]!r}, in\n"
        raise NeverPainted(lost + "\n".join(glass.display))
    return delays


def _understood(data: bytes) -> bytes:
    """Without the modern sequences that the emulator would print as text (keyboard protocol, mode requests)."""
    for strange in (b"\x1b[>1u", b"\x1b[<u", b"\x1b[>31u", b"\x1b[?2026$p", b"\x1b[?2048$p"):
        data = data.replace(strange, b"")
    return data
