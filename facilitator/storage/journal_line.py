"""The lines of a journal: how a batch of events is written, and which lines of a file are whole.

Separate from the journal, because this is the file format and touches no file. A line is

    <crc32 of the rest, 8 hex digits> <JSON array of events>\\n

One line holds the events of one command, so that after a crash a command has happened whole or not
at all. JSON has no raw line breaks: damage never reaches past the lines that it is in.
"""

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from zlib import crc32

import msgspec

from facilitator.domain.events import Event

_CHECKSUM_LENGTH = 8
_BODY = _CHECKSUM_LENGTH + 1


class Scan(msgspec.Struct, frozen=True):
    """What was found in a journal's bytes: the whole lines, and what is damaged, each with its line break."""

    whole: list[bytes]
    damaged: list[bytes]
    only_tail_damaged: bool

    @property
    def whole_length(self) -> int:
        """Bytes."""
        return sum(map(len, self.whole))


def encode(batch: Sequence[Event]) -> bytes:
    """The line for the events of one command."""
    body = msgspec.json.encode(batch)
    return b"%08x %b\n" % (crc32(body), body)


def decode(line: bytes) -> tuple[Event, ...]:
    """The events of a whole line. `msgspec.DecodeError` means that another version wrote it, not damage."""
    return _decoder().decode(line[_BODY:])


def scan(data: bytes) -> Scan:
    """Tells whole lines from damaged ones. A last line without its line break is damaged: it was never kept."""
    whole: list[bytes] = []
    damaged: list[bytes] = []
    only_tail_damaged = True
    for line in BytesIO(data):
        if _is_whole(line):
            whole.append(line)
            only_tail_damaged = only_tail_damaged and not damaged
        else:
            damaged.append(line)
    return Scan(whole, damaged, only_tail_damaged)


def _is_whole(line: bytes) -> bool:
    return line[:_BODY] == b"%08x " % crc32(line[_BODY:-1]) and line[-1:] == b"\n"


@cache
def _decoder() -> msgspec.json.Decoder[tuple[Event, ...]]:
    return msgspec.json.Decoder(tuple[Event, ...])
