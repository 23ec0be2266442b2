"""The lines of a journal: how a batch of events is written, and which lines of a file are whole.

Separate from the journal, because this is the format and touches no file. A line is

    <crc32 of the rest, 8 hex digits> <JSON array of events>\\n

A line holds the events of one command, so that after a crash a command has happened as a whole or not
at all. JSON has no raw line breaks, so damage never spreads beyond the lines that it is in.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, groupby, islice
from operator import attrgetter
from struct import pack
from zlib import crc32

import msgspec

from facilitator.domain.facts.event import Event

_CHECKSUM_LENGTH = 8
_BODY = _CHECKSUM_LENGTH + 1
_BATCH = 256

_group = attrgetter("group")


class Scan(msgspec.Struct, frozen=True):
    """What a journal holds: the events of its whole lines, and its damaged lines with their line breaks."""

    events: list[Event]
    damaged: list[bytes]
    whole_length: int
    only_tail_damaged: bool

    @property
    def amiss(self) -> str:
        """What a reader should be told, for a person; empty if all is well."""
        return f"{lines_text(len(self.damaged))} damaged and passed over." if self.damaged else ""


def encode(batch: Sequence[Event]) -> bytes:
    """Return the line for the events of one command."""
    body = msgspec.json.encode(batch)
    return b"%08x %b\n" % (crc32(body), body)


def encode_all(events: Iterable[Event]) -> bytes:
    """Return the lines for the events of any number of commands, in order: a line for each command."""
    return b"".join([encode(tuple(batch)) for _, batch in groupby(events, _group)])


def scan(lines: Iterable[bytes]) -> Scan:
    """Tell whole lines from damaged ones. A last line without a line break is damaged: it was never kept.

    Raises msgspec.DecodeError or UnicodeDecodeError if a line was written by another version, which is no damage.
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
    """Return whether all the lines, of which there is at least one, are as they were written."""
    heads = b"".join([line[:_BODY] for line in lines])
    checksums = pack(f">{len(lines)}I", *[crc32(line[_BODY:-1]) for line in lines])
    return heads == (checksums.hex(" ", 4) + " ").encode() and lines[-1].endswith(b"\n")


def lines_text(number: int) -> str:
    """Return the number of lines in words: `1 line`, `2 lines`."""
    return f"{number} line{'' if number == 1 else 's'}"


def _judged(lines: Iterable[bytes]) -> Iterator[tuple[list[bytes], bool]]:
    """Yield lines with whether they are whole: many at a time, one by one where one is damaged."""
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
