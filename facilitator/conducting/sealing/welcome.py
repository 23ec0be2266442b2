"""What goes to and fro when a device joins a panel: it asks, and is welcomed or turned away. Both are sealed.

    ask      AES-SIV(HKDF(secret), msgpack [sign key, box key, proof], AAD panel, invite, "ask")
    answer   inviter's key, single key (X25519), signature,
             AES-SIV(HKDF(secret + X25519), msgpack Welcome, AAD panel, invite, "answer")

The secret is the invite's: whoever hasn't got it neither asks nor reads. The proof and the signature are Ed25519, and
the inviter's key has to be the one whose hash is in the invite. The keys of the panel are sealed under the box key of
the device that asked as well, so that an invite that is read later opens nothing. Separate from who may be admitted,
which is for the fold to say, and from the way that it goes.
"""

from base64 import b64decode
from typing import NamedTuple

import msgspec
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from msgspec.structs import replace

from facilitator.conducting.sealing.four_words import four_words
from facilitator.conducting.sealing.invite import Invite, hash_of
from facilitator.domain.facts.kinds.panel import DeviceAdmitted, Role
from facilitator.domain.facts.timeline import Instant
from facilitator.domain.text.plain_text import excerpt, one_line
from facilitator.files.unpacking import unpacked
from facilitator.storage.panel_keys import GroupSecret

KEY_BYTES = 32
LARGEST_MESSAGE_BYTES = 1 << 14
"""What is longer is neither an ask nor an answer."""

_LONGEST_REFUSAL = 300
_CONTEXT = b"facilitator joins 1\0"
_SIGNATURE_BYTES = 64


class NotSealed(ValueError):
    """What came is no ask, or no answer, of this invite. The text is why."""


class Ask(msgspec.Struct, frozen=True, array_like=True):
    """The public keys of a device that asks to join, and its proof that the first of them is its own."""

    sign_key: bytes
    box_key: bytes
    proof: bytes


class Welcome(msgspec.Struct, frozen=True, kw_only=True):
    """What a device learns that may join; if `refusal` isn't empty, only why it may not, for a person.

    If `waits` isn't, only why it may not yet: it is to ask again.

    `host_key` is the public key of the device that opened the panel. It was the instant `at` of the panel's timeline
    when the wall clock of the inviter showed `wall` (both ms).
    """

    refusal: str = ""
    waits: str = ""
    session: str = ""
    seat: str = ""
    role: Role = Role.PANELIST
    host_key: bytes = b""
    group_keys: tuple[GroupSecret, ...] = ()
    at: Instant = 0
    wall: Instant = 0

    @property
    def is_whole(self) -> bool:
        """Whether a device can go on with it: it has all keys that it needs, or is turned away."""
        return bool(self.refusal or self.waits) or (len(self.host_key) == KEY_BYTES and bool(self.group_keys))


class Welcomed(NamedTuple):
    """What came of asking, and the four words that the inviter sees as well."""

    welcome: Welcome
    words: str


class Guest:
    """A device that joins, with its private keys: to sign, and to be sealed for."""

    def __init__(self, sign_key: bytes, box_key: bytes) -> None:
        self._sign = Ed25519PrivateKey.from_private_bytes(sign_key)
        self._box = X25519PrivateKey.from_private_bytes(box_key)
        self.sign_key = self._sign.public_key().public_bytes_raw()
        self.box_key = self._box.public_key().public_bytes_raw()

    def ask(self, invite: Invite) -> bytes:
        """Return what is to be asked; it is the same each time."""
        proof = self._sign.sign(_CONTEXT + _named(invite) + self.box_key)
        asked = msgspec.msgpack.encode(Ask(self.sign_key, self.box_key, proof))
        return AESSIV(_derived(invite.secret)).encrypt(asked, _bound_to(invite, b"ask"))

    def welcomed(self, invite: Invite, answer: bytes) -> Welcomed:
        """Return what the inviter has answered. Raises NotSealed."""
        inviter_key, single_key, signature, sealed = _split(answer)
        if hash_of(inviter_key) != invite.inviter:
            raise NotSealed("it isn't from whoever invited")
        try:
            signed = _CONTEXT + _named(invite) + self.sign_key + single_key + sealed
            Ed25519PublicKey.from_public_bytes(inviter_key).verify(signature, signed)
            shared = self._box.exchange(X25519PublicKey.from_public_bytes(single_key))
            plain = AESSIV(_derived(invite.secret + shared)).decrypt(sealed, _bound_to(invite, b"answer"))
            welcome = unpacked(plain, Welcome)
        except (InvalidSignature, InvalidTag, ValueError) as error:
            raise NotSealed("it was changed") from error
        if not welcome.is_whole:
            raise NotSealed("it has no keys")
        refusal, waits = (excerpt(one_line(said), _LONGEST_REFUSAL) for said in (welcome.refusal, welcome.waits))
        welcome = replace(welcome, refusal=refusal, waits=waits)
        asked = Ask(self.sign_key, self.box_key, b"")
        return Welcomed(welcome, words(invite.panel, invite.id, asked, welcome.host_key))


def asked_in(invite: Invite, ask: bytes) -> Ask:
    """Return what was asked by whoever has the invite. Raises NotSealed."""
    if len(ask) > LARGEST_MESSAGE_BYTES:
        raise NotSealed("it is too large")
    try:
        plain = AESSIV(_derived(invite.secret)).decrypt(ask, _bound_to(invite, b"ask"))
        asked = unpacked(plain, Ask)
        signed = _CONTEXT + _named(invite) + asked.box_key
        Ed25519PublicKey.from_public_bytes(asked.sign_key).verify(asked.proof, signed)
        X25519PrivateKey.generate().exchange(
            X25519PublicKey.from_public_bytes(asked.box_key)
        )  # some keys can't be used
    except (InvalidTag, InvalidSignature, ValueError) as error:
        raise NotSealed("whoever asks hasn't got the invite") from error
    return asked


def answered(invite: Invite, asked: Ask, inviter: bytes, welcome: Welcome) -> bytes:
    """Return the answer of the device whose private key is `inviter`."""
    once, signer = X25519PrivateKey.generate(), Ed25519PrivateKey.from_private_bytes(inviter)
    single_key = once.public_key().public_bytes_raw()
    shared = once.exchange(X25519PublicKey.from_public_bytes(asked.box_key))
    cipher = AESSIV(_derived(invite.secret + shared))
    sealed = cipher.encrypt(msgspec.msgpack.encode(welcome), _bound_to(invite, b"answer"))
    signature = signer.sign(_CONTEXT + _named(invite) + asked.sign_key + single_key + sealed)
    return signer.public_key().public_bytes_raw() + single_key + signature + sealed


def words(panel: str, invite: str, asked: Ask, host_key: bytes) -> str:
    """Return the four words that both see, the one who joins with the invite of this id and the one who invited."""
    name = bytes.fromhex(panel) + bytes.fromhex(invite)
    return four_words(_CONTEXT + name + asked.sign_key + asked.box_key + host_key)


def words_for(panel: str, admitted: DeviceAdmitted, host_key: bytes) -> str:
    """Return the four words for a device that was admitted; empty for one that nobody invited, as the host's."""
    try:
        asked = Ask(b64decode(admitted.sign_key), b64decode(admitted.box_key), b"")
        return words(panel, admitted.invite, asked, host_key) if admitted.invite else ""
    except ValueError:
        return ""


def _split(answer: bytes) -> tuple[bytes, bytes, bytes, bytes]:
    signed_at, sealed_at = 2 * KEY_BYTES, 2 * KEY_BYTES + _SIGNATURE_BYTES
    if not sealed_at < len(answer) <= LARGEST_MESSAGE_BYTES:
        raise NotSealed("it was changed")
    return answer[:KEY_BYTES], answer[KEY_BYTES:signed_at], answer[signed_at:sealed_at], answer[sealed_at:]


def _derived(secret: bytes) -> bytes:
    return HKDF(SHA256(), 64, salt=None, info=_CONTEXT).derive(secret)


def _named(invite: Invite) -> bytes:
    return bytes.fromhex(invite.panel) + bytes.fromhex(invite.id)


def _bound_to(invite: Invite, what: bytes) -> list[bytes]:
    return [bytes.fromhex(invite.panel), bytes.fromhex(invite.id), what]
