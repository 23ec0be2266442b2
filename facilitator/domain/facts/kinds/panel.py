"""Facts about a panel of several devices: which of them belong to it, and who owns the clock.

Nobody takes them back: they say what everybody else may do from their place in the order on (`session/authority`).
"""

from enum import StrEnum

from facilitator.domain.facts.fact import Fact


class Role(StrEnum):
    """What the people at a device may do: ask and rate, watch and write notes of their own, or only look on."""

    PANELIST = "panelist"
    SHADOW = "shadow"
    OBSERVER = "observer"


class DeviceAdmitted(Fact, frozen=True):
    """A device got its seat: the id of a panelist, or empty for an observer. The first one admits itself, as the host.

    Notes from it are called by `letter`. `sign_key` and `box_key` are its public keys in base64 (Ed25519, X25519).
    """

    device: str
    seat: str
    role: Role = Role.PANELIST
    letter: str = ""
    invite: str = ""
    sign_key: str = ""
    box_key: str = ""


class DeviceRemoved(Fact, frozen=True):
    """A device lost its seat for good. `through_seq` is the number of its last packet that still counts."""

    device: str
    through_seq: int = 0


class ClockHandedOver(Fact, frozen=True):
    """The clock's owner gave it to the panelist `to`."""

    to: str


class ClockTaken(Fact, frozen=True):
    """The author took the clock, usually because its owner couldn't be reached."""
