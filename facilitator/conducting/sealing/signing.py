"""Signing what a device records, and checking what others have signed.

Signed is `CONTEXT` and the header of a packet (Ed25519, RFC 8032), so a body can be erased later. A device is called by
the hash of its public key: nobody else can sign in its name, and its key needs no other proof. Separate from how
packets are sealed for their way, and from how they are written.
"""

import os
from base64 import b64decode, b64encode
from collections.abc import Iterable, Sequence
from contextlib import suppress
from enum import StrEnum
from hashlib import sha256

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from facilitator.conducting.sealing.group_key import LARGEST_FRAME_BYTES
from facilitator.domain.facts.event import Event
from facilitator.domain.facts.identity import automatic_id, event_id
from facilitator.domain.facts.kinds.panel import DeviceAdmitted
from facilitator.domain.facts.kinds.running import SegmentStarted
from facilitator.domain.facts.kinds.session import SessionOpened
from facilitator.domain.facts.packet import NONE_BEFORE, Packet, PacketHead
from facilitator.storage.forms.written_packet import packet_in

CONTEXT = b"facilitator panel 1\0"
TOLD_CONTEXT = b"facilitator backstage 1\0"
LARGEST_BODY_BYTES = LARGEST_FRAME_BYTES - 1024
"""What is larger goes no way, with the header, the signature and what is filled up."""

_SALT_BYTES = 16
_SIGNATURE_BYTES = 64


class Wrong(StrEnum):
    """Why a packet is refused."""

    ANOTHER_PANEL = "it is of another panel"
    FORGED = "its signature is not its device's"
    ANOTHER_SESSION = "it is about another session"
    ANOTHERS = "it says what another device recorded"
    TWO_SEATS = "it speaks for two seats"
    OPENS = "only the host opens a session"
    OWN_ID = "its ids are not as computed"
    TWO_COMMANDS = "it holds more than one command"


class TooLarge(ValueError):
    """A command is too large for the way to the others. The text says so, for a person."""


class Refused(Exception):
    """A packet doesn't count, whatever else comes. The text is why."""


def device_of(public_key: bytes) -> str:
    """Return the name of the device with this public key."""
    return sha256(public_key).hexdigest()[:16]


def told_in(told: bytes) -> bytes:
    """Return what was told backstage, without the signature before it."""
    return told[_SIGNATURE_BYTES:]


class Signer:
    """Signs what one device records on one panel. `key` is its private key (32 bytes).

    It goes on behind its last packet among the `known` ones. A device that was restored from a backup may use a number
    twice: both packets count, since each is known by its hash.
    """

    def __init__(self, key: bytes, panel: str, known: Iterable[Packet] = ()) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(key)
        self.public_key = self._key.public_key().public_bytes_raw()
        self.device = device_of(self.public_key)
        self._panel = panel
        self._seq, self._previous = 0, NONE_BEFORE
        for packet in known:
            self.go_on_behind(packet)

    def go_on_behind(self, packet: Packet) -> None:
        """Take note of a packet: if it is of this device, the next one comes behind it."""
        if packet.device == self.device and packet.seq > self._seq:
            self._seq, self._previous = packet.seq, packet.id

    def packed(self, events: Sequence[Event], name: str = "") -> Packet:
        """Return the next packet of this device, with the events of one command. Raises TooLarge: then it is none.

        Its salt begins with the name of the line that they come from, which is as random as the rest.
        """
        salt = name + os.urandom(_SALT_BYTES - len(name) // 2).hex()
        body = msgspec.json.encode((salt, [event.as_written for event in events]))
        if len(body) > LARGEST_BODY_BYTES:
            size, most = len(body) // 1024, LARGEST_BODY_BYTES // 1024
            raise TooLarge(f"That takes {size} KiB on its way to the others, and {most} are the most.")
        head = PacketHead("p1", self._panel, self.device, self._seq + 1, self._previous, sha256(body).hexdigest())
        header = msgspec.json.encode(head)
        packet = packet_in(header, self._key.sign(CONTEXT + header), body)
        self.go_on_behind(packet)
        return packet

    def told(self, data: bytes) -> bytes:
        """Return what is told backstage, behind this device's signature. It is part of no packet."""
        return self._key.sign(TOLD_CONTEXT + self._panel.encode() + data) + data


class Checker:
    """Checks the packets of one panel, whose `host` is the device that opened it, and knows the keys of its devices.

    The key of the host is known from the first; others come with the packets that admit them.
    """

    def __init__(self, panel: str, session: str, host_key: bytes) -> None:
        self.host = device_of(host_key)
        self._panel = panel
        self._session = session
        self._keys: dict[str, Ed25519PublicKey] = {}
        self._learn(host_key, self.host)

    def knows(self, device: str) -> bool:
        """Return whether the key of a device is known: what it signed has to wait until then."""
        return device in self._keys

    def check(self, packet: Packet) -> None:
        """Raise Refused unless a packet of a device whose key is known is as it should be.

        If its body is missing, that may have been erased: who signed it is all that can be told.
        """
        if packet.head.panel != self._panel:
            raise Refused(Wrong.ANOTHER_PANEL)
        try:
            self._keys[packet.device].verify(packet.signature, CONTEXT + packet.header)
        except InvalidSignature as error:
            raise Refused(Wrong.FORGED) from error
        wrong = wrong_with(packet, self._session, is_host=packet.device == self.host)
        if wrong is not None:
            raise Refused(wrong)

    def is_told_by(self, device: str, told: bytes) -> bool:
        """Whether a device has signed what was told backstage; not, if its key isn't known."""
        signature, data = told[:_SIGNATURE_BYTES], told[_SIGNATURE_BYTES:]
        with suppress(InvalidSignature, KeyError):
            self._keys[device].verify(signature, TOLD_CONTEXT + self._panel.encode() + data)
            return True
        return False

    def learn_from(self, packet: Packet) -> list[str]:
        """Take note of the keys of devices that a packet admits; return the devices that weren't known before.

        Whether it had the right to admit them is for the fold to say: until it has, what they signed is kept only.
        """
        learnt: list[str] = []
        for event in packet.events:
            fact = event.fact
            if isinstance(fact, DeviceAdmitted) and not self.knows(fact.device) and self._learn_written(fact):
                learnt.append(fact.device)
        return learnt

    def _learn_written(self, fact: DeviceAdmitted) -> bool:
        try:
            return self._learn(b64decode(fact.sign_key, validate=True), fact.device)
        except ValueError:
            return False

    def _learn(self, key: bytes, device: str) -> bool:
        if device_of(key) != device:
            return False
        self._keys[device] = Ed25519PublicKey.from_public_bytes(key)
        return True


def key_text(public_key: bytes) -> str:
    """Return a public key as it stands in a fact."""
    return b64encode(public_key).decode()


def wrong_with(packet: Packet, session: str, *, is_host: bool) -> Wrong | None:
    """Return what is wrong with the events of a packet, apart from who signed it; None if nothing is.

    They are the events of one command, all by the same device and seat, with ids as computed. A host signs besides what
    was recorded before there was a panel, as it was. In one whose body was erased there are none.
    """
    events = packet.events
    if not events:
        return None
    if any(event.session != session for event in events):
        return Wrong.ANOTHER_SESSION
    if len({event.group for event in events}) > 1:
        return Wrong.TWO_COMMANDS
    if packet.is_adopting:
        return None if is_host else Wrong.ANOTHERS
    return _wrong_with_own(events, is_host=is_host)


def _wrong_with_own(events: Sequence[Event], *, is_host: bool) -> Wrong | None:
    if len({event.author for event in events}) > 1:
        return Wrong.TWO_SEATS
    if not is_host and any(isinstance(event.fact, SessionOpened) for event in events):
        return Wrong.OPENS
    names = [event.id == event_id(event.stamp) for event in events]
    if not (all(names[1:]) and (names[0] or _is_automatic(events[0]))):
        return Wrong.OWN_ID
    return None if events[0].group == events[0].id else Wrong.TWO_COMMANDS


def _is_automatic(event: Event) -> bool:
    fact = event.fact
    return isinstance(fact, SegmentStarted) and bool(fact.after) and event.id == automatic_id(fact.after, event.at)
