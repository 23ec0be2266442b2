"""The lines of a journal: how a batch of events is written, and what the lines of a file add up to.

Separate from the journal, because this is the format and touches no file. A line is

    <crc32 of the rest, 8 hex digits> <JSON array of events>\\n

or a packet (`forms/written_packet.py`), or a header (`forms/header.py`). A line holds the events of one command, so
that after a crash a command has happened as a whole or not at all. JSON has no raw line breaks, so damage never spreads
beyond the lines that it is in.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain, groupby

import msgspec

from facilitator.domain.facts.event import Event, NewerEvent
from facilitator.domain.facts.packet import Kept, Packet, events_in
from facilitator.files.foreign import UNREADABLE, is_harmless
from facilitator.storage.forms.framing import BODY, framed, judged
from facilitator.storage.forms.header import KNOWN, OURS, WITHOUT_HEADER, JournalHeader, Version, header_in
from facilitator.storage.forms.lifts import due_since
from facilitator.storage.forms.newer import events_of

_BEGINNING = re.compile(rb"[0-9a-f]{8} [\[{]")


def _command(kept: Kept) -> str:
    return kept.id if isinstance(kept, Packet) else kept.group


class Scan(msgspec.Struct, frozen=True):
    """What a journal holds: what its whole lines keep, and its damaged lines with their line breaks.

    `flipped` bits were put right: those lines are read as they were written. The file has its `whole_length` once that
    is so in it, too, and the damaged lines are out of it.
    `newer` counts the facts, or lines of another sort, in which a newer version wrote what nobody here knows;
    `tells_newer` is whether the journal says so itself. `kept_for` is the data folder of which it is the second place.
    `strays` counts the events of other sessions than the header says, which are passed over.
    """

    kept: list[Kept]
    damaged: list[bytes]
    whole_length: int
    only_tail_damaged: bool
    flipped: int = 0
    version: Version = WITHOUT_HEADER
    newer: int = 0
    tells_newer: bool = False
    kept_for: str = ""
    strays: int = 0

    @property
    def events(self) -> list[Event]:
        return events_in(self.kept)

    @property
    def is_shared(self) -> bool:
        """Whether the session is one of a panel of several devices."""
        return any(isinstance(one, Packet) for one in self.kept)

    @property
    def amiss(self) -> str:
        """What a reader should be told, for a person; empty if all is well."""
        damaged = f"{lines_text(len(self.damaged))} damaged and skipped." if self.damaged else ""
        texts = [damaged, flipped_text(self.flipped), strays_text(self.strays), newer_text(self.newer)]
        return " ".join(filter(None, texts))


def encode(batch: Sequence[Event]) -> bytes:
    """Return the line for the events of one command."""
    return framed(msgspec.json.encode([event.as_written for event in batch]))


def encode_header(kept: Iterable[Kept], kept_for: str = "") -> bytes:
    """Return the line that promises no more than the journal and what comes now hold."""
    events = events_in(kept)
    session = events[0].session if events else ""
    return framed(msgspec.json.encode(JournalHeader("journal", str(OURS), holds_newer(events), kept_for, session)))


def holds_newer(events: Iterable[Event]) -> bool:
    """Return whether a newer version has written any of these events."""
    return any(isinstance(event, NewerEvent) for event in events)


def encode_all(kept: Iterable[Kept]) -> bytes:
    """Return the lines for any number of commands, in order: a line for each command."""
    return b"".join([_encode_command(tuple(batch)) for _, batch in groupby(kept, _command)])


def _encode_command(batch: Sequence[Kept]) -> bytes:
    events = [one for one in batch if not isinstance(one, Packet)]
    return encode(events) if events else b"".join([_encode_packet(one) for one in batch if isinstance(one, Packet)])


def _encode_packet(packet: Packet) -> bytes:
    from facilitator.storage.forms.written_packet import encoded_packet

    return framed(encoded_packet(packet))


def is_packet(body: bytes) -> bool:
    """Return whether a line without its checksum is meant to be a packet, going by how it begins."""
    return body.startswith(b'["p1",')


def _packet_in(body: bytes) -> Packet | None:
    """Return the packet in a line, if it is one: only then is what reads it loaded, and OpenSSL with it."""
    if not is_packet(body):
        return None
    from facilitator.storage.forms.written_packet import packet_in_line

    return packet_in_line(body)


def scan(lines: Iterable[bytes]) -> Scan:
    """Tell whole lines from damaged ones. A last line without a line break is damaged: it was never kept.

    What a newer version has written is no damage. Raises NewerMajor if a header says that nothing can be read here.
    """
    reader = _Reader()
    damaged: list[bytes] = []
    flipped = whole_length = 0
    only_tail_damaged = True
    for some in judged(lines):
        if some.whole:
            reader.read([line[BODY:] for line in some.whole])
            whole_length += sum(map(len, some.whole))
            flipped += some.found != some.whole
            only_tail_damaged = not (damaged or flipped)
        else:
            damaged += some.found
    return Scan(
        kept=reader.kept,
        damaged=damaged,
        flipped=flipped,
        whole_length=whole_length,
        only_tail_damaged=only_tail_damaged,
        version=reader.version,
        newer=reader.newer,
        tells_newer=reader.tells_newer,
        kept_for=reader.kept_for,
        strays=reader.strays,
    )


def merged(scans: Sequence[Scan]) -> Scan:
    """Return what is in several journals of one session, once each."""
    return Scan(
        kept=list({one.id: one for found in scans for one in found.kept}.values()),
        damaged=[line for found in scans for line in found.damaged],
        flipped=sum(found.flipped for found in scans),
        whole_length=scans[0].whole_length,
        only_tail_damaged=all(found.only_tail_damaged for found in scans),
        version=max(found.version for found in scans),
        newer=max(found.newer for found in scans),
        strays=sum(found.strays for found in scans),
    )


def begins_one(text: bytes) -> bool:
    """Return whether `text` could be a journal, damaged or not, rather than something else."""
    return _BEGINNING.match(text) is not None


def flipped_text(number: int) -> str:
    """Return that so many flipped bits were put right, for a person; empty if there were none."""
    return f"{number} flipped bit{'' if number == 1 else 's'} put right." if number else ""


def strays_text(number: int) -> str:
    """Return that so many events of another session were found, for a person; empty if there were none."""
    facts = "1 fact" if number == 1 else f"{number} facts"
    return f"{facts} of another session skipped." if number else ""


def newer_text(number: int) -> str:
    """Return that so much was found that a newer version wrote, for a person; empty if there was nothing."""
    facts = "1 fact" if number == 1 else f"{number} facts"
    return f"{facts} of a newer version: what is known here is shown, all of it is kept." if number else ""


def lines_text(number: int) -> str:
    """Return the number of lines in words: `1 line`, `2 lines`."""
    return f"{number} line{'' if number == 1 else 's'}"


class _Reader:
    """What whole lines, without their checksums, add up to when they are read in order."""

    def __init__(self) -> None:
        self.kept: list[Kept] = []
        self.version = WITHOUT_HEADER
        self.newer = 0
        self.tells_newer = False
        self.kept_for = ""
        self.strays = 0
        self._session = ""
        self._lifts = due_since(WITHOUT_HEADER)
        self._is_ours = not self._lifts

    def read(self, bodies: Sequence[bytes]) -> None:
        if not self._read_ours(bodies):
            for body in bodies:
                if is_packet(body) or not self._read_ours([body]):
                    self._read_any(body)

    def _read_ours(self, bodies: Sequence[bytes]) -> bool:
        """Read events of our own form; return False if that isn't all that there may be in them."""
        if not (self._is_ours and is_harmless(b"".join(bodies))):
            return False
        decode = _decoder().decode
        try:
            events = list(chain.from_iterable([decode(body) for body in bodies]))
        except UNREADABLE:
            return False
        self._take(events)
        return True

    def _take(self, events: list[Event]) -> None:
        if self._session:
            own = [event for event in events if event.session == self._session]
            self.strays += len(events) - len(own)
            events = own
        self.kept.extend(events)

    def _take_packet(self, packet: Packet) -> None:
        """A packet is kept as a whole, as it was signed, or not at all."""
        strays = [event for event in packet.events if self._session and event.session != self._session]
        self.strays += len(strays)
        if not strays:
            self.kept.append(packet)
            self.newer += sum(isinstance(event, NewerEvent) for event in packet.events)

    def _read_any(self, body: bytes) -> None:
        if packet := _packet_in(body):
            self._take_packet(packet)
            return
        events = events_of(body, self._lifts)
        if events is not None:
            self._take(events)
            self.newer += sum(isinstance(event, NewerEvent) for event in events)
        elif header := header_in(body):
            self.version = max(self.version, header.known_version)
            self.kept_for = self.kept_for or header.kept_for
            self._session = self._session or header.session
            self._lifts = due_since(self.version)
            self.tells_newer = self.tells_newer or header.newer or header.known_version not in KNOWN
            self._is_ours = not self.tells_newer and not self._lifts
        else:
            self.newer += 1


@cache
def _decoder() -> msgspec.json.Decoder[tuple[Event, ...]]:
    return msgspec.json.Decoder(tuple[Event, ...])
