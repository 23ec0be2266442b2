"""Another key for the panel, once somebody who has the last one was removed: sealed for each device that stays.

    box    single key (X25519), AES-SIV(HKDF(X25519), key, AAD panel, device)

The box goes in a fact, so a device that was away finds it whenever it comes; nobody else can open it. Should two have
changed the key without knowing of each other, the last in the order would be one that a removed device has: then it is
changed once more.
"""

from base64 import b64decode, b64encode
from collections.abc import Iterable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from facilitator.conducting.sealing.group_key import GROUP_KEY_BYTES, GroupKey
from facilitator.domain.facts.kinds.panel import DeviceAdmitted, KeyRotated
from facilitator.domain.session.state import Session

_CONTEXT = b"facilitator key 1\0"
_KEY_BYTES = 32


def rotated(session: Session, panel: str, before: str, leaving: Iterable[str] = ()) -> KeyRotated:
    """Return the fact that there is a new key, for all devices of the panel but those that are `leaving`.

    `before` is the id of the key until now.
    """
    key, gone = GroupKey(panel), session.removed_devices | set(leaving)
    staying = (device for name, device in session.devices.items() if name not in gone)
    boxes = {device.device: box for device in staying if (box := _boxed(key.secret, panel, device))}
    return KeyRotated(key=key.id, before=before, boxes=boxes)


def another_is_needed(session: Session) -> bool:
    """Return whether somebody who was removed has the newest key, or somebody who stays doesn't."""
    if not session.removed_devices:
        return False
    if not session.key_rotations:
        return True
    last = session.key_rotations[-1]
    if session.removed_devices & last.boxes.keys():
        return True
    staying = (device for name, device in session.devices.items() if name not in session.removed_devices)
    return any(device.key != last.key and device.device not in last.boxes and _box_key(device) for device in staying)


def all_secrets(first: Iterable[bytes], session: Session, panel: str, device: str, box_key: bytes) -> tuple[bytes, ...]:
    """Return the keys that a device has, the newest last: those that it began with, and those in its boxes.

    `box_key` is its private key, for which the boxes are sealed.
    """
    known = {GroupKey(panel, secret).id: secret for secret in first}
    for rotation in session.key_rotations:
        secret = known.pop(rotation.key, b"") or _unboxed(rotation.boxes.get(device, ""), panel, device, box_key)
        if secret and GroupKey(panel, secret).id == rotation.key:
            known[rotation.key] = secret  # behind the others: the order is that of the facts
    return tuple(known.values())


def _boxed(secret: bytes, panel: str, device: DeviceAdmitted) -> str:
    """Return a key that is sealed for a device; empty if its own can't be used."""
    public_key = _box_key(device)
    if public_key is None:
        return ""
    once = X25519PrivateKey.generate()
    sealed = _cipher(once.exchange(public_key)).encrypt(secret, _bound_to(panel, device.device))
    return b64encode(once.public_key().public_bytes_raw() + sealed).decode()


def _box_key(device: DeviceAdmitted) -> X25519PublicKey | None:
    try:
        found = X25519PublicKey.from_public_bytes(b64decode(device.box_key, validate=True))
        X25519PrivateKey.generate().exchange(found)  # some keys can't be used
    except ValueError:
        return None
    return found


def _unboxed(box: str, panel: str, device: str, box_key: bytes) -> bytes:
    """Return the key in a box; nothing if it isn't for this device."""
    try:
        sealed = b64decode(box, validate=True)
        shared = X25519PrivateKey.from_private_bytes(box_key).exchange(
            X25519PublicKey.from_public_bytes(sealed[:_KEY_BYTES])
        )
        secret = _cipher(shared).decrypt(sealed[_KEY_BYTES:], _bound_to(panel, device))
    except (ValueError, InvalidTag):
        return b""
    return secret if len(secret) == GROUP_KEY_BYTES else b""


def _cipher(shared: bytes) -> AESSIV:
    return AESSIV(HKDF(SHA256(), 64, salt=None, info=_CONTEXT).derive(shared))


def _bound_to(panel: str, device: str) -> list[bytes]:
    return [panel.encode(), device.encode()]
