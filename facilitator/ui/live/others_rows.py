"""The rows of the live screen about the other devices: who is there, and what was told backstage last.

They are there only if the session is shared. What there is to tell besides is told in a notice, which stands in no
way, and not while the candidate may be looking.
"""

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from facilitator.conducting.conductor import Conductor
from facilitator.domain.session.state import Session
from facilitator.sharing.panel_state import PanelState
from facilitator.sharing.right_now.clock_offer import ClockOffer
from facilitator.showing.panel_words import aside_words, panel_strip
from facilitator.ui.toolkit.reply import Reply

if TYPE_CHECKING:
    from facilitator.workspace.shared.shared_session import SharedSession

TOLD_SECONDS = 20
"""How long what a panel's devices have to tell stays on the screen: words to compare take a moment."""
ASIDE_SECONDS = 60
_GLYPH_CELLS = 2


class PanelStrip(Reply):
    """The row that says how the panel stands."""

    class Resized(Message):
        """There is more room now, or less. A container isn't told of its own."""

    def on_resize(self) -> None:
        self.post_message(self.Resized())


class OthersRows(Vertical):
    """Shows how the panel of a `shared` session stands."""

    def __init__(self, shared: "SharedSession") -> None:
        super().__init__(id="others")
        self.strip = PanelStrip(id="panel")
        self.aside = Reply(id="aside")
        self.aside.display = False
        self._shared = shared
        self._offer = ClockOffer()
        self._aside_at = 0
        self._conductor: Conductor | None = None

    def compose(self) -> ComposeResult:
        yield self.aside
        yield self.strip

    @on(PanelStrip.Resized)
    def fit_strip(self) -> None:
        """Say as much as there is room for now."""
        if self._conductor is not None:
            self._show_strip(self._conductor.session, self._shared.state(), self._conductor.now())

    def _show_strip(self, session: Session, state: PanelState, now: int) -> None:
        width = self.strip.content_size.width
        said = panel_strip(session, state, now, max(1, width - _GLYPH_CELLS) if width else 0)
        self.strip.tell(said, "offline" if state.trouble else "panel")

    def show(self, conductor: Conductor, *, tells: bool) -> None:
        """Show how it stands now. Unless it `tells`, what there is to tell waits."""
        self._conductor = conductor
        session, now, state = conductor.session, conductor.now(), self._shared.state()
        self._show_strip(session, state, now)
        while self._shared.asides:
            self.aside.tell(aside_words(session, self._shared.asides.popleft()), "aside")
            self.aside.display, self._aside_at = True, now
        if self.aside.display and now - self._aside_at > ASIDE_SECONDS * 1000:
            self.aside.display = False
        if offer := self._offer.words(session, state, now):
            self._shared.told.append(offer)
        while tells and self._shared.told:
            self.notify(self._shared.told.pop(0), timeout=TOLD_SECONDS, markup=False)
