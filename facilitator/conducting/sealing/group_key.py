"""The key that all devices of a panel share: with it packets, and what is whispered, are sealed for their way.

    frame    "1", key id (8 bytes), AES-SIV(key, packet, AAD panel)        packet: msgpack [header, signature, body]
    whisper  "1", key id (8 bytes), AES-SIV(key, data, AAD panel, kind)

AES-SIV (RFC 5297) needs no nonce: whoever passes a packet on makes the same bytes of it, so doubles are known by their
bytes. What is sealed is filled up to whole blocks, since its length could tell what it is.
"""

import os
from hashlib import sha256

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV

from facilitator.domain.facts.packet import Packet
from facilitator.files.unpacking import Unreadable, unpacked
from facilitator.storage.forms.written_packet import NoPacket, packet_in

GROUP_KEY_BYTES = 64
LARGEST_FRAME_BYTES = 256 * 1024
FILLED_BYTES = 512

NO_KEY = "another key sealed it"

_VERSION = b"1"
_ID_BYTES = 8
_HEAD_BYTES = len(_VERSION) + _ID_BYTES
_LENGTH_BYTES = 4
_TAG_BYTES = 16


class CannotOpen(Exception):
    """A frame is none that can be opened here. The text is why."""


class GroupKey:
    """A key of the panel, by default a new one."""

    def __init__(self, panel: str, secret: bytes = b"") -> None:
        self.secret = secret or os.urandom(GROUP_KEY_BYTES)
        self._panel = panel.encode()
        self._siv = AESSIV(self.secret)
        name = sha256(b"id" + self.secret).digest()[:_ID_BYTES]
        self.id = name.hex()
        self._head = _VERSION + name

    def frame(self, packet: Packet) -> bytes:
        """Return a packet as it goes on its way. Raises CannotOpen if it is too large for that."""
        frame = self._sealed(msgspec.msgpack.encode((packet.header, packet.signature, packet.body)))
        if len(frame) > LARGEST_FRAME_BYTES:
            raise CannotOpen("it is too large")
        return frame

    def packet(self, frame: bytes) -> Packet:
        """Return the packet in a frame; whose it is, and whether it may count, isn't asked. Raises CannotOpen."""
        plain = self._opened(frame)
        try:
            parts = unpacked(plain, tuple[bytes, bytes, bytes])
            return packet_in(*parts)
        except (Unreadable, NoPacket) as error:
            raise CannotOpen(str(error)) from error

    @staticmethod
    def is_sealed(sealed: bytes) -> bool:
        """Return whether something could be sealed under a key of some panel."""
        return sealed.startswith(_VERSION) and _HEAD_BYTES + _TAG_BYTES <= len(sealed) <= LARGEST_FRAME_BYTES

    def sealed(self, something: bytes) -> bool:
        """Return whether something says that this key has sealed it."""
        return something.startswith(self._head)

    def whisper(self, kind: str, data: bytes) -> bytes:
        """Return what is whispered as it goes on its way."""
        return self._sealed(data, kind)

    def whispered(self, kind: str, sealed: bytes) -> bytes:
        """Return what was whispered. Raises CannotOpen."""
        return self._opened(sealed, kind)

    def _sealed(self, plain: bytes, kind: str = "") -> bytes:
        filled = len(plain).to_bytes(_LENGTH_BYTES, "big") + plain
        filled += bytes(-len(filled) % FILLED_BYTES)
        return self._head + self._siv.encrypt(filled, self._bound_to(kind))

    def _opened(self, sealed: bytes, kind: str = "") -> bytes:
        if not sealed.startswith(_VERSION):
            raise CannotOpen("a newer version sealed it")
        if len(sealed) > LARGEST_FRAME_BYTES:
            raise CannotOpen("it is too large")
        if not sealed.startswith(self._head) or len(sealed) < _HEAD_BYTES + _TAG_BYTES:
            raise CannotOpen(NO_KEY)
        try:
            filled = self._siv.decrypt(sealed[_HEAD_BYTES:], self._bound_to(kind))
        except InvalidTag as error:
            raise CannotOpen("it was changed") from error
        end = _LENGTH_BYTES + int.from_bytes(filled[:_LENGTH_BYTES], "big")
        return filled[_LENGTH_BYTES:end]

    def _bound_to(self, kind: str) -> list[bytes]:
        return [self._panel, kind.encode()] if kind else [self._panel]
