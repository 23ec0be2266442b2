"""Seals: bytes that only the holder of the key can read, as a line of text for a journal.

Separate, because this is the one place that knows cryptography, and it knows nothing else. It uses ChaCha20-Poly1305
(RFC 8439) with a random key, or with one derived from a passphrase by scrypt (RFC 7914) and a new salt. The text is
padded to whole blocks first, since its length could tell a yes from a no, and bound to its `context`, so that no seal
can stand in another's place.

    key:<key id>:<nonce and ciphertext>        passphrase17:<salt>:<nonce and ciphertext>

The number is the cost of a guess, as a power of two. Before it stood there, it was 15.
"""

import secrets
from base64 import b64decode, b64encode
from typing import NamedTuple

BLOCK_BYTES = 4096
KEY_BYTES = 32
SHORTEST_PASSPHRASE = 8
"""The least number of characters that a new passphrase has; an old one may be shorter."""

_NONCE_BYTES = 12
_SALT_BYTES = 16
_END = b"\n"
_COST = "passphrase17"
_COSTS = {_COST: 2**17, "passphrase": 2**15}
"""2^17 takes about 0.4 s and 128 MiB for each guess: what OWASP advises at the least."""


class CannotUnseal(Exception):
    """The key or passphrase is wrong, or the seal was changed."""


class SealingKey(NamedTuple):
    """A key, and how the seals that it makes begin: with its id, or with what makes it again of the passphrase."""

    head: str
    secret: bytes

    @property
    def id(self) -> str | None:
        """The id under which it is to be kept; None if it comes of a passphrase."""
        return key_id(self.head)


def random_key() -> SealingKey:
    """Return a new key, with a new id that has no colon."""
    return SealingKey(f"key:{secrets.token_hex(8)}", secrets.token_bytes(KEY_BYTES))


def key_of_passphrase(passphrase: str) -> SealingKey:
    """Return a new key that comes of a passphrase. Raises ValueError if that is too short."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise ValueError(f"a passphrase has at least {SHORTEST_PASSPHRASE} characters")
    head = f"{_COST}:{b64encode(secrets.token_bytes(_SALT_BYTES)).decode()}"
    return SealingKey(head, _derived(head, passphrase))


def new_salt() -> str:
    """Return 128 random bits in hex."""
    return secrets.token_hex(_SALT_BYTES)


def sealed(plain: bytes, context: str, key: SealingKey) -> str:
    """Return `plain` as a seal."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    nonce = secrets.token_bytes(_NONCE_BYTES)
    filled = plain + _END
    filled += bytes(-len(filled) % BLOCK_BYTES)
    body = nonce + ChaCha20Poly1305(key.secret).encrypt(nonce, filled, context.encode())
    return f"{key.head}:{b64encode(body).decode()}"


def head(sealed: str) -> str:
    """Return how a seal begins: as all that its key made."""
    return sealed.rpartition(":")[0]


def key_id(sealed: str) -> str | None:
    """Return the id of the key that opens a seal, or None if a passphrase does."""
    kind, _, rest = sealed.partition(":")
    return rest.partition(":")[0] if kind == "key" else None


def key_again(sealed: str, passphrase: str) -> SealingKey:
    """Return the key of a seal that a passphrase opens; whether it is right shows later. Raises CannotUnseal."""
    return SealingKey(head(sealed), _derived(head(sealed), passphrase))


def unsealed(sealed: str, context: str, secret: bytes) -> bytes:
    """Return what was sealed with the key `secret`. Raises CannotUnseal."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    try:
        data = b64decode(sealed.rpartition(":")[2], validate=True)
        filled = ChaCha20Poly1305(secret).decrypt(data[:_NONCE_BYTES], data[_NONCE_BYTES:], context.encode())
    except (InvalidTag, ValueError) as error:
        raise CannotUnseal from error
    return filled.rstrip(b"\0").removesuffix(_END)


def _derived(head: str, passphrase: str) -> bytes:
    import unicodedata

    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    kind, _, salt = head.partition(":")
    try:
        scrypt = Scrypt(salt=b64decode(salt, validate=True), length=KEY_BYTES, n=_COSTS[kind], r=8, p=1)
    except (KeyError, ValueError) as error:
        raise CannotUnseal from error
    return scrypt.derive(unicodedata.normalize("NFKC", passphrase).encode())  # the same on every keyboard
