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
    `key` is the id of the newest key that it was given, if that isn't the panel's first. An
    observer, who has no seat, is called `name`.
    """

    device: str
    seat: str
    role: Role = Role.PANELIST
    letter: str = ""
    invite: str = ""
    sign_key: str = ""
    box_key: str = ""
    key: str = ""
    name: str = ""


class DeviceRemoved(Fact, frozen=True):
    """A device lost its seat for good. `through_seq` is the number of its last packet that still counts.

    Of those up to there, only what the packets with the ids `heads` lead back to counts, if there are any: so nothing
    can be put in between later, under a number that was used.
    """

    device: str
    through_seq: int = 0
    heads: tuple[str, ...] = ()


class KeyRotated(Fact, frozen=True):
    """What is sent from now on is sealed under another key than before.

    `key` and `before` are the ids of the two. `boxes` has the new key for each device that stays, by its id, sealed so
    that only that device can open it.
    """

    key: str
    before: str
    boxes: dict[str, str] = {}


class ClockHandedOver(Fact, frozen=True):
    """The clock's owner gave it to the panelist `to`."""

    to: str


class ClockTaken(Fact, frozen=True):
    """The author took the clock, usually because its owner couldn't be reached."""
