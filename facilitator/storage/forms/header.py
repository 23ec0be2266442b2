"""The header of a journal: the version of its form, in a line of its own with a checksum like any other.

    <crc32, 8 hex digits> {"facilitator":"journal","version":"1.3"}\\n

The first line of a new journal is one. A journal without any is of version 1.0, and stays so when it is gone on with:
what is added then is in a form that 1.0 knows. Whoever adds what the last header doesn't promise writes a header
first, so a journal may have several, and the highest version counts. The line of a packet needs no promise: it names
its own form, and whoever doesn't know it keeps it and passes it over.
"""

import re
from typing import Literal, NamedTuple

import msgspec

from facilitator.files import foreign


class Version(NamedTuple):
    """A minor version adds kinds and fields, which may be passed over; a major one changes what is there."""

    major: int
    minor: int

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}"


WITHOUT_HEADER = Version(1, 0)
OURS = Version(1, 3)
"""With 1.1 the header came; with 1.3 the kinds and fields of changes of plan, people, sittings and shared panels."""

KNOWN = frozenset({WITHOUT_HEADER, Version(1, 1), OURS})
"""The versions of which nothing is unknown here. 1.2 was never settled: what says so is read like a newer one."""

_NUMBERS = re.compile(r"([0-9]{1,6})\.([0-9]{1,6})(?![0-9])")


class NewerMajor(ValueError):
    """The journal is of a version that can't be read here. The text is the version."""


class JournalHeader(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a header says. With `newer`, some of its events were taken over from a journal of a later version.

    `kept_for` is the data folder of which the journal is the second place. `session` is whose journal it is: what
    stands in it of another session is none of its events. Old headers don't say.
    """

    facilitator: Literal["journal"]
    version: str
    newer: bool = False
    kept_for: str = ""
    session: str = ""

    @property
    def known_version(self) -> Version:
        """The version as numbers. Raises NewerMajor, also for what is no version at all."""
        numbers = _NUMBERS.match(self.version)
        if numbers is None or int(numbers[1]) > OURS.major:
            raise NewerMajor(self.version[:40])
        return Version(int(numbers[1]), int(numbers[2]))


def header_in(body: bytes) -> JournalHeader | None:
    """Return the header that a line, without its checksum, is; None if it is something else."""
    try:
        return foreign.decoded(body, JournalHeader)
    except foreign.UNREADABLE:
        return None
