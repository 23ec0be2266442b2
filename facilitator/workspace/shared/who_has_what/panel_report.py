"""Who has what of a shared session, as far as this device can tell, whether the session is open or not."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from facilitator.clock import SystemClock
from facilitator.conducting.reading import anchor_for, read
from facilitator.conducting.sealing.four_words import four_words
from facilitator.conducting.sealing.group_key import CannotOpen
from facilitator.conducting.sealing.signing import Signer
from facilitator.domain.facts.packet import Kept, Packet
from facilitator.domain.session.state import Session
from facilitator.files.durable import reason
from facilitator.files.lock import SessionHeld
from facilitator.files.patience import do_patiently
from facilitator.files.unpacking import Unreadable
from facilitator.sharing.asks import HEADS
from facilitator.sharing.heads import Heard, Holdings
from facilitator.sharing.panel_state import PanelState
from facilitator.sharing.replica import told_of_heads
from facilitator.sharing.transports.boxes import Boxes
from facilitator.storage.retaining.tombstones import refuse_erased
from facilitator.workspace.erasing.note_erasing import may_forget
from facilitator.workspace.errors import NextStep, Step, WrongRequest
from facilitator.workspace.running_session import in_hand
from facilitator.workspace.shared.membership import keyring
from facilitator.workspace.shared.own_secrets import kept_keys, own_notes_of
from facilitator.workspace.shared.shared_session import four_words_of, newer_by
from facilitator.workspace.shared.who_has_what.kept_state import KeptState, last_heard

if TYPE_CHECKING:
    from facilitator.domain.session.privacy.erasures import Erasures
    from facilitator.storage.panel_keys import PanelKeys
    from facilitator.workspace.workspace import Workspace


class PanelReport(Struct, frozen=True):
    """A shared session at the instant `now` of its timeline; whoever keeps all of it has the same `digest`."""

    session: Session
    state: PanelState
    digest: str
    now: int


def panel_report(workspace: "Workspace", session: str) -> PanelReport:
    """Return how the panel of a session stands. Raises WrongRequest if it isn't shared, StorageError.

    Unless the session is open, it is brought up to date first, as far as the others can be reached. While it is, what
    the program that runs it knows of them counts.
    """
    is_open = False
    if any(isinstance(one, Packet) for one in workspace.home.read_session(session).kept):
        try:
            with in_hand(workspace, session):
                pass
        except SessionHeld:
            is_open = True
        refuse_erased(workspace.home, session)
    kept = workspace.home.read_session(session).kept
    history = read(kept, own_notes_of(workspace.home, session))
    if not history.session.devices:
        raise WrongRequest(f"{session} isn't shared yet.", NextStep(Step.SHARE, session))
    keys = kept_keys(workspace.home, session)
    device, packets = Signer(keys.sign_key, keys.panel).device, [one for one in kept if isinstance(one, Packet)]
    reading = SystemClock().read()
    now = anchor_for(history, device, reading, None).instant(reading)
    holdings = Holdings()
    for packet in {packet.id: packet for packet in packets}.values():
        holdings.add(packet)
    known = KeptState(workspace.home, session).load() or PanelState(device)
    if not is_open:
        heard, trouble = _heard(keys, device, history.session)
        clock_bound_ms = keys.clock_bound_ms
        known = PanelState(device, heard=last_heard(known.heard, heard), trouble=trouble, clock_bound_ms=clock_bound_ms)
    state = replace(
        known,
        device=device,
        keeps=holdings.heads(),
        newer=newer_by(history.events),
        words=four_words_of(history.session, keys),
        keeps_erased=_keeps_erased(workspace, session, kept, history.erasures),
    )
    return PanelReport(history.session, state, digest(packets), now)


def digest(packets: Sequence[Packet]) -> str:
    """Return four words for all packets, whatever their order: they are the same wherever the same is kept."""
    return four_words("".join(sorted({packet.id for packet in packets})).encode())


def _keeps_erased(workspace: "Workspace", session: str, kept: Iterable[Kept], erasures: "Erasures | None") -> bool:
    """Return whether a hold has this device keep what was erased."""
    return erasures is not None and erasures.take_any_of(kept) and not may_forget(workspace.home, session)


def _heard(keys: "PanelKeys", device: str, session: Session) -> tuple[dict[str, Heard], str]:
    """Return what the others have said last, as it is in the folder, and why it can't be read, if so."""
    ring, heard = keyring(keys, session), dict[str, Heard]()
    if not keys.folder:
        return heard, ""
    place = keys.place
    try:
        whispers = do_patiently(partial(_whispers, place, device))
    except OSError as error:
        return heard, f"{place} can't be used: {reason(error)}."
    for data in whispers:
        with suppress(CannotOpen, Unreadable):
            who, said = told_of_heads(ring.whispered(HEADS, data), 0)
            heard[who] = said._replace(heard_at=said.said_at)
    return heard, ""


def _whispers(place: Path, device: str) -> list[bytes]:
    return [whisper.data for whisper in Boxes(place, device).whispers() if whisper.kind == HEADS]
