"""The offer to take the clock: said once, when its owner hasn't been heard for a while. Nothing waits for an answer."""

from facilitator.domain.facts.kinds.panel import Role
from facilitator.domain.session.state import Session
from facilitator.sharing.panel_state import PanelState

SILENT_SECONDS = 15
SILENT_IN_FOLDER_SECONDS = 60
"""So long an owner hasn't been heard who is offered to be relieved; what goes through a folder may take its time."""


class ClockOffer:
    """Offers the clock to whoever may take it, once for each owner."""

    def __init__(self) -> None:
        self._began_at: int | None = None
        self._owner, self._given_at = "", 0
        self._offered = ""

    def words(self, session: Session, state: PanelState, now: int) -> str:
        """Return the offer if it is to be made now; empty if not, and if it has been made. Call it again and again.

        Whoever was given the clock just now, as far as is known here, has yet to be heard.
        """
        self._began_at = now if self._began_at is None else self._began_at
        owner, own = session.clock_owner, session.devices.get(state.device)
        if owner != self._owner:
            self._owner, self._given_at = owner, now if self._owner else 0
        may_take_it = own is not None and own.role is Role.PANELIST and own.seat != owner
        is_removed = state.device in session.removed_devices
        if is_removed or not may_take_it or not session.is_running or owner == self._offered:
            return ""
        devices = [name for name, device in session.devices.items() if device.seat == owner]
        last_at = max((at for name in devices if (at := state.last_heard_at(name)) is not None), default=self._began_at)
        if now - max(last_at, self._given_at) < 1000 * (SILENT_SECONDS if state.is_live else SILENT_IN_FOLDER_SECONDS):
            return ""
        self._offered = owner
        name = session.panelist_name(owner)
        return f"{name}, who has the clock, is silent. If that holds you up: /clock me takes it."
