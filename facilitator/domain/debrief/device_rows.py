"""The debrief's part on the devices it comes from: whose each is, and up to when its events are here.

So a reader can tell whether something of somebody's is missing. It follows from the events alone: whoever has the same
has the same rows.
"""

from collections.abc import Iterator

from msgspec import UNSET, Struct, UnsetType

from facilitator.domain.facts.kinds.panel import Role
from facilitator.domain.session.state import Session
from facilitator.domain.text.dates import iso_text


class DeviceRow(Struct, frozen=True, kw_only=True):
    """A device of a panelist. `until` is the instant of its last event that counts; None if none has come yet.

    What a device that was `removed` recorded after that counts no more.
    """

    letter: str
    panelist: str
    until: str | None
    removed: bool | UnsetType = UNSET


def device_rows(session: Session) -> tuple[DeviceRow, ...]:
    """Return the devices of the panel in the order in which they were admitted; none if it is recorded on one alone.

    Observers record nothing, and of a removed device of which nothing counts nothing is missing: they are left out.
    """
    return tuple(_rows(session))


def _rows(session: Session) -> Iterator[DeviceRow]:
    for name, device in session.devices.items():
        last_at, removed = session.last_at.get(name), name in session.removed_devices
        if device.role is not Role.OBSERVER and not (removed and last_at is None):
            yield DeviceRow(
                letter=device.letter,
                panelist=device.seat,
                until=None if last_at is None else iso_text(session.wall_time(last_at)),
                removed=removed or UNSET,
            )
