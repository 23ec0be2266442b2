"""Apply the facts about a panel of several devices: who belongs to it, and who has the clock.

`authority` has judged them: what comes here stands.
"""

from msgspec.structs import replace

from facilitator.domain.facts.event import Event
from facilitator.domain.facts.kinds.panel import ClockHandedOver, ClockTaken, DeviceAdmitted, DeviceRemoved
from facilitator.domain.session.apply.registry import on
from facilitator.domain.session.labels import adopt, free_letter
from facilitator.domain.session.state import Session


@on(DeviceAdmitted)
def _device_admitted(session: Session, event: Event, fact: DeviceAdmitted) -> None:
    session.removed_devices.discard(fact.device)
    if fact.device in session.devices:
        return
    letter = free_letter(session, fact.letter)
    if not session.devices:
        adopt(session, letter)
    session.devices[fact.device] = replace(fact, letter=letter)


@on(DeviceRemoved)
def _device_removed(session: Session, event: Event, fact: DeviceRemoved) -> None:
    if fact.device in session.devices:
        session.removed_devices.add(fact.device)


@on(ClockHandedOver)
def _clock_handed_over(session: Session, event: Event, fact: ClockHandedOver) -> None:
    session.clock_owner = fact.to


@on(ClockTaken)
def _clock_taken(session: Session, event: Event, fact: ClockTaken) -> None:
    session.clock_owner = event.author.panelist
