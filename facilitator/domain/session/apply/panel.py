"""Apply the facts about a panel of several devices: who belongs to it, and who has the clock.

`authority` has judged them: what comes here stands.
"""

from msgspec.structs import replace

from facilitator.domain.facts.event import Event
from facilitator.domain.facts.kinds.panel import ClockHandedOver, ClockTaken, DeviceAdmitted, DeviceRemoved, KeyRotated
from facilitator.domain.session.apply.registry import on
from facilitator.domain.session.numbering import admitted_letter, adopt
from facilitator.domain.session.state import Session


@on(DeviceAdmitted)
def _device_admitted(session: Session, event: Event, fact: DeviceAdmitted) -> bool:
    if fact.device in session.devices:
        was_removed = fact.device in session.removed_devices
        session.removed_devices.discard(fact.device)
        return was_removed
    letter = admitted_letter(session, fact.letter, event.author.device)
    if not session.devices:
        adopt(session, letter)
    session.devices[fact.device] = replace(fact, letter=letter)
    return True


@on(DeviceRemoved)
def _device_removed(session: Session, event: Event, fact: DeviceRemoved) -> bool:
    if fact.device not in session.devices or fact.device in session.removed_devices:
        return False
    session.removed_devices.add(fact.device)
    return True


@on(KeyRotated)
def _key_rotated(session: Session, event: Event, fact: KeyRotated) -> bool:
    session.key_rotations.append(fact)
    return True


@on(ClockHandedOver)
def _clock_handed_over(session: Session, event: Event, fact: ClockHandedOver) -> bool:
    before, session.clock_owner = session.clock_owner, fact.to
    return before != fact.to


@on(ClockTaken)
def _clock_taken(session: Session, event: Event, fact: ClockTaken) -> bool:
    before, session.clock_owner = session.clock_owner, event.author.panelist
    return before != session.clock_owner
