"""What a device keeps to itself until the cards are open: notes, ratings and recommendations, sealed for the journal.

    box    base64 of AES-SIV(HKDF(note key, event id), length + JSON of the fact, filled to 256 B; AAD session, device)

Each fact has a key of its own, so a single note can be shown; the note key of its device gives all of them. AES-SIV
needs no nonce (RFC 5297), and the fact is bound to its event: it opens in its place or not at all. A device may leave
its note key with the host, wrapped for it (X25519), should the device get lost.
"""

from base64 import b64decode, b64encode
from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from facilitator.domain.facts.event import Event, PrivateEvent
from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.notes import (
    FactSealed,
    NoteCredited,
    NoteEdited,
    NoteFiled,
    NoteShown,
    NoteStruck,
    NoteTaken,
)
from facilitator.domain.facts.kinds.ratings import CompetencyRated, RecommendationGiven
from facilitator.domain.session.privacy.private_facts import is_private
from facilitator.domain.session.state import Session
from facilitator.files import foreign

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESSIV

NOTE_KEY_BYTES = 32
BLOCK_BYTES = 256

PrivateFact = NoteTaken | NoteEdited | NoteFiled | NoteCredited | NoteStruck | CompetencyRated | RecommendationGiven
"""All that may be in a box: what else is in one stays there."""

_CONTEXT = b"facilitator note 1\0"
_KEY_BYTES = 64
_LENGTH_BYTES = 4


class NotLeft(ValueError):
    """A note key was not left with this device."""


class _Box(msgspec.Struct, frozen=True, array_like=True):
    fact: PrivateFact


class OwnNotes:
    """What `device` keeps to itself, under its note key; without one, it only opens what is open to everybody.

    Whoever `looks_on` at a panel from it is shown less than it could open (see `domain.panel.onlooker`).
    """

    def __init__(self, device: str = "", note_key: bytes = b"", *, looks_on: bool = False) -> None:
        self.device, self.looks_on = device if note_key else "", looks_on
        self.own_key = b64encode(note_key).decode()
        self._known: dict[tuple[str, str, str, str], AnyFact | None] = {}

    def sealed(self, events: Iterable[Event], session: Session) -> tuple[Event, ...]:
        """Return events as they are to be recorded: what is private is sealed, and what is shown has its keys."""
        return tuple(self._as_recorded(event, session) for event in events)

    def opened(self, event: Event, box: str, key: str, *, is_single: bool) -> AnyFact | None:
        """Return what is in the box of an event (see `Unsealer`)."""
        known = event.author.device, event.id, box, key
        if known not in self._known:
            self._known[known] = _opened(event, box, key, is_single=is_single)
        return self._known[known]

    def _as_recorded(self, event: Event, session: Session) -> Event:
        fact = event.fact
        if isinstance(fact, NoteShown):
            return replace(event, fact=replace(fact, keys=self._keys_of(fact.note, session)))
        if not self.device or not is_private(session, fact, self.device):
            return event
        plain = msgspec.json.encode((fact,))
        filled = len(plain).to_bytes(_LENGTH_BYTES, "big") + plain
        filled += bytes(-len(filled) % BLOCK_BYTES)
        sealed = _cipher(self._key_of(event.id)).encrypt(filled, _bound_to(event))
        number = fact.number if isinstance(fact, NoteTaken) else 0
        return replace(event, fact=FactSealed(box=b64encode(sealed).decode(), number=number))

    def _keys_of(self, note: str, session: Session) -> dict[str, str]:
        """Return the keys of all that this device has sealed about a note, also of what was taken back just now."""
        acts = (*session.acts, *(event for undone in session.undone for event in undone.act))
        return {
            event.id: b64encode(self._key_of(event.id)).decode()
            for event in acts
            if type(event) is PrivateEvent and note in (event.id, getattr(event.fact, "note", ""))
        }

    def _key_of(self, event: str) -> bytes:
        return _derived(b64decode(self.own_key), event)


def left(note_key: bytes, device: str, host_key: bytes) -> str:
    """Return the note key of a device, wrapped for the host with this public key. Raises ValueError if it is none."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

    once = X25519PrivateKey.generate()
    shared = once.exchange(X25519PublicKey.from_public_bytes(host_key))
    sealed = _cipher(_derived(shared, device)).encrypt(note_key, [device.encode()])
    return b64encode(once.public_key().public_bytes_raw() + sealed).decode()


def key_left(wrapped: str, device: str, box_key: bytes) -> str:
    """Return the note key (base64) that a device left with the one that has this private key. Raises NotLeft."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

    try:
        data = b64decode(wrapped, validate=True)
        once = X25519PublicKey.from_public_bytes(data[:NOTE_KEY_BYTES])
        shared = X25519PrivateKey.from_private_bytes(box_key).exchange(once)
        return b64encode(_cipher(_derived(shared, device)).decrypt(data[NOTE_KEY_BYTES:], [device.encode()])).decode()
    except (InvalidTag, ValueError) as error:
        raise NotLeft from error


def _opened(event: Event, box: str, key: str, *, is_single: bool) -> AnyFact | None:
    from cryptography.exceptions import InvalidTag

    try:
        secret = b64decode(key, validate=True)
        filled = _cipher(secret if is_single else _derived(secret, event.id)).decrypt(
            b64decode(box, validate=True), _bound_to(event)
        )
        end = _LENGTH_BYTES + int.from_bytes(filled[:_LENGTH_BYTES], "big")
        return foreign.decoded(filled[_LENGTH_BYTES:end], _Box).fact
    except (InvalidTag, ValueError, msgspec.DecodeError, RecursionError):
        return None


def _derived(note_key: bytes, event: str) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), _KEY_BYTES, salt=None, info=_CONTEXT + event.encode()).derive(note_key)


def _cipher(key: bytes) -> "AESSIV":
    from cryptography.hazmat.primitives.ciphers.aead import AESSIV

    return AESSIV(key)


def _bound_to(event: Event) -> list[bytes]:
    return [event.session.encode(), event.author.device.encode()]
