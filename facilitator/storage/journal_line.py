"""The lines of a journal: how a batch of events is written, and which lines of a file are whole.

Separate from the journal, because this is the file format and touches no file. A line is

    <crc32 of the rest, 8 hex digits> <JSON array of events>\\n

One line holds the events of one command, so that after a crash a command has happened whole or not
at all. JSON has no raw line breaks: damage never reaches past the lines that it is in.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, islice
from struct import pack
from zlib import crc32

import msgspec

from facilitator.domain.facts.event import Event

_CHECKSUM_LENGTH = 8
_BODY = _CHECKSUM_LENGTH + 1
_BATCH = 256


class Scan(msgspec.Struct, frozen=True):
    """What was found in a journal's bytes: the events of its whole lines, and the damaged lines with their breaks."""

    events: list[Event]
    damaged: list[bytes]
    whole_length: int
    only_tail_damaged: bool


def encode(batch: Sequence[Event]) -> bytes:
    """The line for the events of one command."""
    body = msgspec.json.encode(batch)
    return b"%08x %b\n" % (crc32(body), body)


def scan(lines: Iterable[bytes]) -> Scan:
    """Tells whole lines from damaged ones. A last line without its line break is damaged: it was never kept.

    `msgspec.DecodeError` or `UnicodeDecodeError` means that another version wrote a line, not damage.
    """
    events: list[Event] = []
    damaged: list[bytes] = []
    whole_length = 0
    only_tail_damaged = True
    decode = _decoder().decode
    for some, whole in _judged(lines):
        if whole:
            events.extend(chain.from_iterable([decode(line[_BODY:]) for line in some]))
            whole_length += sum(map(len, some))
            only_tail_damaged = not damaged
        else:
            damaged += some
    return Scan(events, damaged, whole_length, only_tail_damaged)


def are_whole(lines: Sequence[bytes]) -> bool:
    """Whether all of them, at least one, are as they were written."""
    heads = b"".join([line[:_BODY] for line in lines])
    checksums = pack(f">{len(lines)}I", *[crc32(line[_BODY:-1]) for line in lines])
    return heads == (checksums.hex(" ", 4) + " ").encode() and lines[-1].endswith(b"\n")


def _judged(lines: Iterable[bytes]) -> Iterator[tuple[list[bytes], bool]]:
    """The lines and whether they are whole: many at a time, and one by one where one is damaged."""
    rest = iter(lines)
    while batch := list(islice(rest, _BATCH)):
        if are_whole(batch):
            yield batch, True
        else:
            for line in batch:
                yield [line], are_whole([line])


@cache
def _decoder() -> msgspec.json.Decoder[tuple[Event, ...]]:
    return msgspec.json.Decoder(tuple[Event, ...])
