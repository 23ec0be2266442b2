"""An invite: one line of text with which one device joins a panel, once.

    facilitator1-  base32 of
        version 1 | panel 16 | invite 8 | secret 16 | hash of the inviter's key 16 | hours 1 | checksum 4

Whoever has it can ask to join in its seat until somebody has; nobody can pretend to be the inviter by it. The secret is
128 random bits, so no exchange of passwords is needed. Separate from what goes to and fro with it (`welcome`).
"""

import os
from base64 import b32decode, b32encode
from hashlib import sha256

from msgspec import Struct

PREFIX = "facilitator1-"
MOST_HOURS = 255
LONGEST_INVITE = 1000
"""What is longer, blanks included, isn't looked at."""

_VERSION = b"\x01"
_PARTS = (16, 8, 16, 16, 1)
_CHECKED_BYTES = 4


class NoInvite(ValueError):
    """A text is no invite. It says why, for a person."""


class Invite(Struct, frozen=True, kw_only=True):
    """What is in an invite. `panel` and `id` are hex, `inviter` is what `hash_of` returns for the inviter's key."""

    panel: str
    id: str
    secret: bytes
    inviter: bytes
    hours: int

    @property
    def text(self) -> str:
        """Return the invite as it is handed on."""
        body = b"".join(
            (
                _VERSION,
                bytes.fromhex(self.panel),
                bytes.fromhex(self.id),
                self.secret,
                self.inviter,
                bytes((self.hours,)),
            )
        )
        code = b32encode(body + _checksum(body)).decode().rstrip("=").lower()
        return PREFIX + code


def new_invite(panel: str, inviter_key: bytes, hours: int) -> Invite:
    """Return a new invite to a panel by the device with this public key; `hours` is from 1 to MOST_HOURS."""
    return Invite(panel=panel, id=os.urandom(8).hex(), secret=os.urandom(16), inviter=hash_of(inviter_key), hours=hours)


def invite_in(text: str) -> Invite:
    """Return the invite that a person has pasted, whatever blanks and line ends are in it. Raises NoInvite."""
    said = "".join(text.split()).lower() if len(text) <= LONGEST_INVITE else ""
    if not said.startswith(PREFIX):
        raise NoInvite(f"That isn't an invite: one begins with {PREFIX}.")
    code = said.removeprefix(PREFIX).upper()
    try:
        body = b32decode(code + "=" * (-len(code) % 8))
    except ValueError:
        body = b""
    content, checksum = body[:-_CHECKED_BYTES], body[-_CHECKED_BYTES:]
    is_whole = b32encode(body).decode().rstrip("=") == code  # the last letter has bits that are in no byte
    if not content or _checksum(content) != checksum or not is_whole:
        raise NoInvite("The invite is damaged: copy it again, from its first letter to its last.")
    if not content.startswith(_VERSION) or len(content) != len(_VERSION) + sum(_PARTS):
        raise NoInvite("The invite is from a newer version of the program. Update yours to join.")
    at, parts = len(_VERSION), list[bytes]()
    for length in _PARTS:
        parts.append(content[at : at + length])
        at += length
    panel, name, secret, inviter, hours = parts
    return Invite(panel=panel.hex(), id=name.hex(), secret=secret, inviter=inviter, hours=hours[0])


def hash_of(public_key: bytes) -> bytes:
    """Return that of a key of which an invite holds it."""
    return sha256(public_key).digest()[:16]


def _checksum(body: bytes) -> bytes:
    return sha256(body).digest()[:_CHECKED_BYTES]
