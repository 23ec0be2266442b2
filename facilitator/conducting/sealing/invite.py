"""An invite: one line of text with which one device joins a panel, once.

    facilitator1-  base32 of
        version 1 | panel 16 | invite 8 | secret 16 | hash of the inviter's key 16 | hours 1 | checksum 4
        version 2 | … hours 1 | public key of the authority 32 | addresses, with commas between them | checksum 4
        version 3 | … hours 1 | public key of the authority 32 | room 8 | password 16 | addresses … | checksum 4

Whoever has it can ask to join in its seat until somebody has; nobody can pretend to be the inviter by it. The secret is
128 random bits, so no exchange of passwords is needed. The second version says where the inviter's device listens, and
whose word is to be taken that it is that one (`live_access`); the third says the same of a standing router, and how its
room for the panel is entered (`router_pass`). Separate from what goes to and fro with it (`welcome`).
"""

import os
import string
from base64 import b32decode, b32encode
from collections.abc import Sequence
from hashlib import sha256
from itertools import accumulate

from msgspec import Struct

PREFIX = "facilitator1-"
MOST_HOURS = 255
LONGEST_INVITE = 1000
"""What is longer, blanks included, isn't looked at."""

MOST_ADDRESSES = 8

_VERSION, _VERSION_WITH_ADDRESSES, _VERSION_WITH_ROOM = b"\x01", b"\x02", b"\x03"
_PARTS = {
    _VERSION: (16, 8, 16, 16, 1),
    _VERSION_WITH_ADDRESSES: (16, 8, 16, 16, 1, 32),
    _VERSION_WITH_ROOM: (16, 8, 16, 16, 1, 32, 8, 16),
}
_IN_ADDRESSES = frozenset(string.ascii_letters + string.digits + ".-:[]")
_LONGEST_ADDRESS = 260
_CHECKED_BYTES = 4


class NoInvite(ValueError):
    """A text is no invite. It says why, for a person."""


class Invite(Struct, frozen=True, kw_only=True):
    """What is in an invite. `panel` and `id` are hex, `inviter` is what `hash_of` returns for the inviter's key.

    The inviter's device listens at `addresses` (HOST:PORT), if there are any, and `authority` vouches for it. With a
    `room` (hex), a standing router does, where the panel's devices enter that with the `password`.
    """

    panel: str
    id: str
    secret: bytes
    inviter: bytes
    hours: int
    authority: bytes = b""
    addresses: tuple[str, ...] = ()
    room: str = ""
    password: bytes = b""

    @property
    def text(self) -> str:
        """Return the invite as it is handed on."""
        to_connect = _VERSION_WITH_ROOM if self.room else _VERSION_WITH_ADDRESSES
        return as_line(
            PREFIX,
            to_connect if self.addresses else _VERSION,
            bytes.fromhex(self.panel),
            bytes.fromhex(self.id),
            self.secret,
            self.inviter,
            bytes((self.hours,)),
            self.authority,
            bytes.fromhex(self.room),
            self.password,
            addresses_text(self.addresses),
        )


def new_invite(panel: str, inviter_key: bytes, hours: int) -> Invite:
    """Return a new invite to a panel by the device with this public key; `hours` is from 1 to MOST_HOURS."""
    return Invite(panel=panel, id=os.urandom(8).hex(), secret=os.urandom(16), inviter=hash_of(inviter_key), hours=hours)


def invite_in(text: str) -> Invite:
    """Return the invite that a person has pasted, whatever blanks and line ends are in it. Raises NoInvite."""
    content = content_in(PREFIX, text, "invite")
    version, rest = content[: len(_VERSION)], content[len(_VERSION) :]
    parts, end = parted(rest, _PARTS.get(version, ()))
    addresses = addresses_in(end) if version != _VERSION else ()
    if not parts or (not addresses if version != _VERSION else end):
        raise NoInvite("The invite is from a newer version of the program. Update yours to join.")
    panel, name, secret, inviter, hours, authority, room, password = (*parts, b"", b"", b"")[:8]
    return Invite(
        panel=panel.hex(),
        id=name.hex(),
        secret=secret,
        inviter=inviter,
        hours=hours[0],
        authority=authority,
        addresses=addresses,
        room=room.hex(),
        password=password,
    )


def as_line(prefix: str, *parts: bytes) -> str:
    """Return what is in all these parts as one line of text, which nobody can mistype."""
    body = b"".join(parts)
    return prefix + b32encode(body + _checksum(body)).decode().rstrip("=").lower()


def content_in(prefix: str, text: str, what: str) -> bytes:
    """Return what is in such a line, `what` a person calls it. Raises NoInvite if that is none, or damaged."""
    said = "".join(text.split()).lower() if len(text) <= LONGEST_INVITE else ""
    if not said.startswith(prefix):
        raise NoInvite(f"That isn't {'an' if what[0] in 'aeiou' else 'a'} {what}: one begins with {prefix}.")
    code = said.removeprefix(prefix).upper()
    try:
        body = b32decode(code + "=" * (-len(code) % 8))
    except ValueError:
        body = b""
    content, checksum = body[:-_CHECKED_BYTES], body[-_CHECKED_BYTES:]
    is_whole = b32encode(body).decode().rstrip("=") == code  # the last letter has bits that are in no byte
    if not content or _checksum(content) != checksum or not is_whole:
        raise NoInvite(f"The {what} is damaged: copy it again, from its first letter to its last.")
    return content


def parted(content: bytes, lengths: Sequence[int]) -> tuple[tuple[bytes, ...], bytes]:
    """Return the parts of these lengths, and what is behind them; no part, if it is too short for all."""
    if not lengths or len(content) < sum(lengths):
        return (), b""
    ends = tuple(accumulate(lengths))
    return tuple(content[end - length : end] for end, length in zip(ends, lengths, strict=True)), content[ends[-1] :]


def addresses_text(addresses: Sequence[str]) -> bytes:
    """Return addresses as they stand at the end of an invite."""
    return ",".join(addresses).encode()


def addresses_in(said: bytes) -> tuple[str, ...]:
    """Return the addresses at the end of an invite; none, if one of them isn't what an address can be."""
    addresses = tuple(said.decode("ascii", errors="replace").split(","))
    are_all = all(_is_address(address) for address in addresses) and len(addresses) <= MOST_ADDRESSES
    return addresses if are_all else ()


def _is_address(address: str) -> bool:
    host, _, port = address.rpartition(":")
    return bool(host) and port.isdigit() and len(address) <= _LONGEST_ADDRESS and _IN_ADDRESSES.issuperset(address)


def hash_of(public_key: bytes) -> bytes:
    """Return that of a key of which an invite holds it."""
    return sha256(public_key).digest()[:16]


def _checksum(body: bytes) -> bytes:
    return sha256(body).digest()[:_CHECKED_BYTES]
