"""A pass to a standing router: one line of text that lets one panel use it, through a room of its own there.

    facilitator-router1-  base32 of
        version 1 | public key of the authority 32 | room 8 | password 16 | addresses, with commas | checksum 4

Whoever looks after the router hands it to whoever hosts, whose invites have all of it. So every device of the panel
enters the room as the same user; what goes on in it is sealed with keys that no router has.
"""

from msgspec import Struct

from facilitator.conducting.sealing.invite import NoInvite, addresses_in, addresses_text, as_line, content_in, parted

PASS_PREFIX = "facilitator-router1-"

_VERSION = b"\x01"
_PARTS = (32, 8, 16)


class RouterPass(Struct, frozen=True, kw_only=True):
    """What is in a pass: at which `addresses` (HOST:PORT) the router is, who vouches for it, and how to enter.

    `room` is hex, and the name of its user as well; `password` is theirs.
    """

    addresses: tuple[str, ...]
    authority: bytes
    room: str
    password: bytes

    @property
    def text(self) -> str:
        """Return the pass as it is handed on."""
        at = addresses_text(self.addresses)
        return as_line(PASS_PREFIX, _VERSION, self.authority, bytes.fromhex(self.room), self.password, at)


def pass_in(text: str) -> RouterPass:
    """Return the pass that a person has pasted, whatever blanks and line ends are in it. Raises NoInvite."""
    content = content_in(PASS_PREFIX, text, "router's pass")
    parts, end = parted(content[len(_VERSION) :], _PARTS)
    addresses = addresses_in(end)
    if not content.startswith(_VERSION) or not parts or not addresses:
        raise NoInvite("The router's pass is from a newer version of the program. Update yours to host.")
    authority, room, password = parts
    return RouterPass(addresses=addresses, authority=authority, room=room.hex(), password=password)
