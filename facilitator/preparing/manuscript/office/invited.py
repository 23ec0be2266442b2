"""Who is invited by a calendar's invitation: their name, and whether they come.

Separate from reading the file: what calendars write into a name says little about who it is.
"""

import re
from collections.abc import Mapping

from msgspec import Struct

from facilitator.domain.text.person_name import TITLES, is_one_person
from facilitator.domain.text.plain_text import comparable

A_ROOM = "a room or a device"
A_SERVICE = "a service's address, not a person"
DECLINED = "has declined"

_SERVICE = re.compile(
    r"(?:do[-_.]?not|no)[-_.]?reply|notifications?|calendar|scheduling|mailer[-_.]?daemon", re.IGNORECASE
)
_BEHIND_NAMES = TITLES | {"inc", "ltd", "llc", "llp", "plc", "co", "corp", "gmbh", "ag", "se", "sa", "bv", "ab"}
_GUEST = re.compile(r" \((?:guest|external|extern|ext|gast|invité|invitado)\)$", re.IGNORECASE)
"""What Outlook writes behind the names of those who aren't of the house."""
_BETWEEN_NAMES = re.compile(r"[._]+")


class Invited(Struct, frozen=True):
    """Somebody who is invited, or something. `why_not` says why they aren't on the panel; it is empty for who comes.

    `name` is made of what comes before the @ if the invitation gives none.
    """

    name: str
    address: str
    why_not: str = ""

    def is_called(self, name: str) -> bool:
        """Whether this is their name, however it is written: “Ruiz, Ana” is Ana Ruiz."""
        return is_one_person(self.name, name)

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2]


def invited(value: str, params: Mapping[str, str]) -> Invited:
    """Return who is meant by the value and the parameters of an ORGANIZER or ATTENDEE (RFC 5545, 3.8.4)."""
    address = value[len("mailto:") :] if value.lower().startswith("mailto:") else value
    return Invited(_name(params.get("CN", "").strip("'\" "), address), address.casefold(), _why_not(address, params))


def _why_not(address: str, params: Mapping[str, str]) -> str:
    given = {key.upper(): value.upper() for key, value in params.items()}
    if given.get("CUTYPE") in ("ROOM", "RESOURCE") or given.get("ROLE") == "NON-PARTICIPANT":
        return A_ROOM
    if _SERVICE.fullmatch(address.partition("@")[0]):
        return A_SERVICE
    return DECLINED if given.get("PARTSTAT") == "DECLINED" else ""


def _name(given: str, address: str) -> str:
    """Return the given name first, of “Ruiz, Ana” as well; “robin.reyes@…” is Robin Reyes."""
    given = _GUEST.sub("", given)
    if given and "@" not in given:
        family, comma, first = given.partition(", ")
        is_turned = comma and "," not in first and comparable(first).strip(".") not in _BEHIND_NAMES
        return f"{first} {family}" if is_turned else given
    local = (given or address).partition("@")[0]
    words = _BETWEEN_NAMES.split(local)
    return " ".join(word.capitalize() for word in words) if len(words) > 1 and all(map(str.isalpha, words)) else local
