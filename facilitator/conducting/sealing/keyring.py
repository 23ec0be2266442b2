"""The keys of a panel, of which the newest seals: each time somebody is removed there is another (`leaving/rotation`).

What says that the key has changed is sealed under the one before, for those who have no other yet. Everything else goes
under the newest, whenever it was recorded.
"""

from collections.abc import Iterable

from facilitator.conducting.sealing.group_key import GroupKey
from facilitator.domain.facts.kinds.panel import KeyRotated
from facilitator.domain.facts.packet import Packet


class Keyring:
    """The keys of `panel`, the newest last; at least one."""

    def __init__(self, panel: str, secrets: Iterable[bytes]) -> None:
        self._panel = panel
        self._keys = tuple(GroupKey(panel, secret) for secret in secrets)

    @property
    def secrets(self) -> tuple[bytes, ...]:
        return tuple(key.secret for key in self._keys)

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(key.id for key in self._keys)

    def use(self, secrets: Iterable[bytes]) -> None:
        """Have these keys from now on, the newest last; other threads may be sealing meanwhile."""
        self._keys = tuple(GroupKey(self._panel, secret) for secret in secrets)

    def frame(self, packet: Packet) -> bytes:
        """Return a packet as it goes on its way. Raises CannotOpen if it is too large for that."""
        before = next((event.fact.before for event in packet.events if isinstance(event.fact, KeyRotated)), "")
        keys = self._keys
        return next((key for key in keys if key.id == before), keys[-1]).frame(packet)

    def packet(self, frame: bytes) -> Packet:
        """Return the packet in a frame, as GroupKey does. Raises CannotOpen."""
        return self._that_sealed(frame).packet(frame)

    def whisper(self, kind: str, data: bytes) -> bytes:
        """Return what is whispered as it goes on its way."""
        return self._keys[-1].whisper(kind, data)

    def whispered(self, kind: str, sealed: bytes) -> bytes:
        """Return what was whispered. Raises CannotOpen."""
        return self._that_sealed(sealed).whispered(kind, sealed)

    def is_under_an_older_key(self, sealed: bytes) -> bool:
        """Return whether something was sealed by somebody who doesn't use the newest key."""
        return any(key.sealed(sealed) for key in self._keys[:-1])

    def is_under_an_unknown_key(self, sealed: bytes) -> bool:
        """Return whether something could be opened if there were one key more."""
        return GroupKey.is_sealed(sealed) and not any(key.sealed(sealed) for key in self._keys)

    def _that_sealed(self, sealed: bytes) -> GroupKey:
        keys = self._keys
        return next((key for key in keys if key.sealed(sealed)), keys[-1])
