"""What the app does for a session that is shared with other devices: it invites to it, and tells how its panel stands.

Separate from the app, because most sessions run on one device alone.
"""

from asyncio import to_thread
from typing import TYPE_CHECKING

from facilitator.conducting.conductor import Conductor
from facilitator.ui.settings.adjustable import Adjustable

if TYPE_CHECKING:
    from facilitator.workspace.shared.shared_session import SharedSession

NOT_OPEN = "Somebody can be invited where the interview is open."
ON_ITS_OWN = "This interview isn't shared with other devices."


class PanelActions(Adjustable):
    """An app whose session may be `shared`: its end of a panel of several devices."""

    shared: "SharedSession | None" = None
    _conductor: Conductor | None = None

    def action_invite(self, panelist: str) -> None:
        """Invite somebody to take part on a device of their own, and tell where the invite is."""
        if self.shared is None:
            self.notify(NOT_OPEN, markup=False)
        else:
            self.run_worker(self._invite(self.shared, panelist))

    def action_panel(self) -> None:
        """Tell how the panel stands, and where there is more: who has what takes a line for each device."""
        said = ON_ITS_OWN
        if self.shared is not None and self._conductor is not None:
            from facilitator.showing.panel_words import panel_sentence

            session = self._conductor.session
            stands = panel_sentence(session, self.shared.state(), self._conductor.now())
            said = f"{stands}. Who has what: “facilitator panel {session.id}” in another terminal."
        self._tell(said)

    async def _invite(self, shared: "SharedSession", panelist: str) -> None:
        self._tell(await to_thread(shared.invite, panelist))

    def _tell(self, said: str) -> None:
        from facilitator.ui.live.others_rows import TOLD_SECONDS

        self.notify(said, timeout=TOLD_SECONDS, markup=False)
