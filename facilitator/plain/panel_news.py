"""What there is to tell unasked of the panel of a shared interview, in lines: what a glance at its row would tell.

Separate from the herald, because it is about the devices and not about time, and can't wait for its minute.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from facilitator.domain.session.state import Session
from facilitator.sharing.panel_state import PanelState
from facilitator.sharing.right_now.clock_offer import ClockOffer
from facilitator.showing.panel_words import aside_words, offline_words

if TYPE_CHECKING:
    from facilitator.workspace.shared.shared_session import SharedSession

TOLD_AFTER_SECONDS = 5
"""A connection that is down for less isn't told of."""

BACK = "You are connected again."


class PanelNews:
    """Tells what is new of a `shared` session, each thing once."""

    def __init__(self, shared: "SharedSession") -> None:
        self._shared = shared
        self._offer = ClockOffer()
        self._is_told_offline = False

    def lines(self, session: Session, now: int) -> Iterator[str]:
        """Yield what is to be told at the instant `now`."""
        shared, state = self._shared, self._shared.state()
        if offer := self._offer.words(session, state, now):
            shared.told.append(offer)
        while shared.asides:
            yield aside_words(session, shared.asides.popleft())
        while shared.told:
            yield shared.told.pop(0)
        yield from self._connection(session, state, now)

    def _connection(self, session: Session, state: PanelState, now: int) -> Iterator[str]:
        is_long = state.down_since is not None and now - state.down_since >= TOLD_AFTER_SECONDS * 1000
        if state.trouble and is_long and not self._is_told_offline:
            self._is_told_offline = True
            yield offline_words(session, state)
        if not state.trouble and self._is_told_offline:
            self._is_told_offline = False
            yield BACK
