"""What follows from the secret of a device that listens: who vouches for it, and who may connect to it.

The names and passwords of those who may connect are known before anybody is invited, since they are read once, when
listening begins. So the ids and secrets of its invites follow from its secret and their numbers, and each invited
device connects under the invite's id, with a password that follows from the invite's secret.
"""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from msgspec.structs import replace

from facilitator.conducting.sealing.invite import Invite

SECRET_BYTES = 32
_CONTEXT = b"facilitator listens 1\0"
_ID_BYTES, _INVITE_SECRET_BYTES, _PASSWORD_BYTES = 8, 16, 16


def authority(secret: bytes) -> bytes:
    """Return the private key (Ed25519) of whoever vouches for the device with this secret."""
    return _derived(secret, b"authority", SECRET_BYTES)


def authority_key(secret: bytes) -> bytes:
    """Return the public key that belongs to it."""
    return public_key_of(authority(secret))


def public_key_of(private: bytes) -> bytes:
    """Return the public key (Ed25519) that belongs to a private one."""
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def to_connect_with(invite: Invite, secret: bytes, number: int, addresses: tuple[str, ...]) -> Invite:
    """Return an invite as the one of this number of the device with this secret, which listens at `addresses`."""
    name, own = _numbered(secret, number)
    return replace(invite, id=name, secret=own, authority=authority_key(secret), addresses=addresses)


def password(invite_secret: bytes) -> str:
    """Return the password of whoever was invited with this secret; their name is the invite's id."""
    return _derived(invite_secret, b"password", _PASSWORD_BYTES).hex()


def users(secret: bytes, count: int) -> dict[str, str]:
    """Return the passwords of those whom the first `count` invites are for, by name."""
    return {name: password(own) for name, own in (_numbered(secret, number) for number in range(count))}


def _numbered(secret: bytes, number: int) -> tuple[str, bytes]:
    both = _derived(secret, b"invite %d" % number, _ID_BYTES + _INVITE_SECRET_BYTES)
    return both[:_ID_BYTES].hex(), both[_ID_BYTES:]


def _derived(secret: bytes, what: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length, salt=None, info=_CONTEXT + what).derive(secret)
