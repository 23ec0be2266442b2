"""The last words about a panel: that it is to be erased, and by each device, that it has been, or is on hold there.

    word    public key 32, signature 64 (Ed25519) of "facilitator erases 1\\0", the word, SHA-256 of the panel

Each stands for itself: it needs neither the journal nor a key of the panel, which are gone by then, and says nothing
but that. So it outlives what it is about, and reaches a device that missed whatever came before.
"""

from enum import StrEnum
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from facilitator.conducting.sealing.signing import device_of

_CONTEXT = b"facilitator erases 1\0"
_KEY_BYTES, _SIGNATURE_BYTES = 32, 64


class LastWord(StrEnum):
    """What is said: erase it; it is erased here; a hold keeps it here; it is open here, and goes when they leave."""

    ERASE = "erase"
    ERASED = "erased"
    HELD = "held"
    HEARD = "heard"


def panel_hash(panel: str) -> str:
    """Return all that is kept of a panel that was erased."""
    return sha256(panel.encode()).hexdigest()


def spoken_by(key: bytes, word: LastWord, panel: str) -> bytes:
    """Return a word as the device with this private key says it; `panel` is the hash of the panel."""
    signer = Ed25519PrivateKey.from_private_bytes(key)
    return signer.public_key().public_bytes_raw() + signer.sign(_signed(word, panel))


def who_said(word: LastWord, said: bytes, panel: str) -> str:
    """Return the device that has said a word; empty if none has."""
    if len(said) != _KEY_BYTES + _SIGNATURE_BYTES:
        return ""
    public_key, signature = said[:_KEY_BYTES], said[_KEY_BYTES:]
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, _signed(word, panel))
    except (InvalidSignature, ValueError):
        return ""
    return device_of(public_key)


def _signed(word: LastWord, panel: str) -> bytes:
    return _CONTEXT + word.encode() + b"\0" + bytes.fromhex(panel)
