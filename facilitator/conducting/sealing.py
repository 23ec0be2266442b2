"""Sealing: bytes that only the holder of the key can read, as a line of text for a journal.

Separate, because this is the one place that knows cryptography, and it knows nothing else. It uses ChaCha20-Poly1305
(RFC 8439) with a new key for each seal, or with one derived from a passphrase by scrypt (RFC 7914) and a new salt.
The text is padded to whole blocks first, since its length could tell a yes from a no, and bound to its `context`,
so that no seal can stand in another's place.

    key:<key id>:<nonce and ciphertext>        passphrase:<salt>:<nonce and ciphertext>
"""

import secrets
from base64 import b64decode, b64encode

BLOCK_BYTES = 4096
KEY_BYTES = 32

_NONCE_BYTES = 12
_SALT_BYTES = 16
_SCRYPT_COST = 2**15  # about 0.1 s and 32 MiB for each guess
_END = b"\n"


class CannotUnseal(Exception):
    """The key or passphrase is wrong, or the seal was changed."""


def new_key() -> bytes:
    return secrets.token_bytes(KEY_BYTES)


def sealed_with_key(plain: bytes, context: str, key_id: str, key: bytes) -> str:
    """Seal `plain` with `key`. `key_id`, which has no colon, will say which key it was."""
    return f"key:{key_id}:{_encrypted(plain, context, key)}"


def sealed_with_passphrase(plain: bytes, context: str, passphrase: str) -> str:
    salt = secrets.token_bytes(_SALT_BYTES)
    body = _encrypted(plain, context, _from_passphrase(passphrase, salt))
    return f"passphrase:{b64encode(salt).decode()}:{body}"


def key_id(sealed: str) -> str | None:
    """Return the id of the key that opens a seal, or None if a passphrase does."""
    kind, _, rest = sealed.partition(":")
    return rest.partition(":")[0] if kind == "key" else None


def unsealed_with_key(sealed: str, context: str, key: bytes) -> bytes:
    """Return what was sealed with `key`. Raises CannotUnseal."""
    return _decrypted(sealed.rpartition(":")[2], context, key)


def unsealed_with_passphrase(sealed: str, context: str, passphrase: str) -> bytes:
    """Return what was sealed with `passphrase`. Raises CannotUnseal."""
    try:
        salt = b64decode(sealed.split(":")[1], validate=True)
    except (IndexError, ValueError) as error:
        raise CannotUnseal from error
    return _decrypted(sealed.rpartition(":")[2], context, _from_passphrase(passphrase, salt))


def _encrypted(plain: bytes, context: str, key: bytes) -> str:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    nonce = secrets.token_bytes(_NONCE_BYTES)
    filled = plain + _END
    filled += bytes(-len(filled) % BLOCK_BYTES)
    return b64encode(nonce + ChaCha20Poly1305(key).encrypt(nonce, filled, context.encode())).decode()


def _decrypted(body: str, context: str, key: bytes) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    try:
        data = b64decode(body, validate=True)
        filled = ChaCha20Poly1305(key).decrypt(data[:_NONCE_BYTES], data[_NONCE_BYTES:], context.encode())
    except (InvalidTag, ValueError) as error:
        raise CannotUnseal from error
    return filled.rstrip(b"\0").removesuffix(_END)


def _from_passphrase(passphrase: str, salt: bytes) -> bytes:
    import unicodedata

    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    normal = unicodedata.normalize("NFKC", passphrase)  # the same on every keyboard
    return Scrypt(salt=salt, length=KEY_BYTES, n=_SCRYPT_COST, r=8, p=1).derive(normal.encode())
