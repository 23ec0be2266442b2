"""Hosting: a session that one device kept becomes a panel's, and others are admitted to it.

Separate from the conductor, because it happens once, and because from then on everything comes in packets: what was
recorded before is signed by the host as it was, with its old authors, ids and groups.
"""

from itertools import groupby

from facilitator.clock import Clock
from facilitator.conducting.conductor import Conductor
from facilitator.conducting.reading import anchor_for, own_anchor, read
from facilitator.conducting.sealing.signing import Signer, key_text
from facilitator.conducting.stamping import NewId, random_id
from facilitator.domain.facts.kinds.panel import DeviceAdmitted, Role
from facilitator.domain.language.decision import Decision
from facilitator.domain.session.numbering import next_letter
from facilitator.storage.journal import EventLog


def hosted(log: EventLog, signer: Signer, clock: Clock, new_id: NewId = random_id, box_key: bytes = b"") -> Conductor:
    """Make the session in `log` one of a panel, with this device as its host; or continue it, if it is that already.

    The host has the lead's seat. Raises JournalError if that can't be kept; then nothing has changed, or it may be
    tried again. Raises ValueError if the log opens no session, TooLarge if something in it is too large to be sent.
    """
    history = read(log.kept)
    packed = {event.order for packet in history.packets.values() for event in packet.events}
    plain = [event for event in history.events if event.order not in packed]
    adopted = [signer.packed(tuple(command)) for _, command in groupby(plain, lambda event: event.group)]
    if adopted:
        log.append(adopted)
    lead, known = history.session.agenda.lead.id, history.session.devices
    at = None
    if own_anchor(history, signer.device) is None:
        reading = clock.read()
        at = anchor_for(history, signer.device, reading, None).instant(reading)
    conductor = Conductor.resume(log, clock, signer.device, new_id, seat=lead, at=at, signer=signer)
    if signer.device not in known:
        admit(conductor, signer.device, lead, Role.PANELIST, signer.public_key, box_key)
    return conductor


def admit(
    conductor: Conductor,
    device: str,
    seat: str,
    role: Role,
    public_key: bytes,
    box_key: bytes = b"",
    invite: str = "",
    name: str = "",
) -> None:
    """Record that a device has a seat now; an observer, who has none, is called `name`.

    Raises Refusal if this device's panelist can't admit it.
    """
    admitted = DeviceAdmitted(
        device=device,
        seat=seat,
        role=role,
        letter=next_letter(conductor.session, conductor.situation().device),
        invite=invite,
        sign_key=key_text(public_key),
        box_key=key_text(box_key) if box_key else "",
        key=rotations[-1].key if (rotations := conductor.session.key_rotations) else "",
        name=name,
    )
    conductor.carry_out(Decision((admitted,)))
