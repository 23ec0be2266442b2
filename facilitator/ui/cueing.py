"""Giving cues while the live screen is up: it rings, and says what went wrong with a cue.

Separate from the live screen, which is only watched: its moment and its session say when to look.
"""

from facilitator.delivery.cues import GiveCues
from facilitator.ui.live.live_screen import LiveScreen
from facilitator.ui.settings.adjustable import Adjustable


def give_cues(app: Adjustable, live: LiveScreen, cues: GiveCues) -> None:
    """Give each cue once: with every tick of the live screen, and with every change of its session."""
    conductor = live.conductor
    before, since = conductor.session, conductor.now()

    def look() -> None:
        nonlocal before, since
        session, now = conductor.session, conductor.now()
        cued = cues(before, session, since, now, app.wants_bell)
        before, since = session, now
        if cued.rings:
            app.bell()
        if cued.trouble:
            app.notify(cued.trouble, severity="warning", timeout=15, markup=False)

    app.watch(live, "now", look, init=False)
    app.watch(live, "session", look, init=False)
