"""What time it is in a session, by the clocks of this device and by what other devices of the panel have told.

Separate from the conductor, which records what becomes of the clocks. Arithmetic: see `domain.facts.timeline`.
"""

from collections.abc import Iterable

from facilitator.clock import Clock
from facilitator.conducting.reading import ANOTHER_DEVICE, RESTARTED, anchor_for, own_anchor, own_anchors
from facilitator.domain.facts.timeline import Anchor, Reading, Tie, TimeTold
from facilitator.domain.session.history import History
from facilitator.domain.text.durations import clock_text


class SessionClock:
    """Tells the time of a session, in any thread; only the conductor's may change it."""

    def __init__(self, clock: Clock, tie: Tie) -> None:
        self._clock = clock
        self._tie = tie

    def now(self) -> int:
        """Return the instant on the session's timeline (ms), never one before the anchor that it goes by."""
        return self._tie.instant(self._clock.read())

    def bound_ms(self) -> int:
        """Return by how many ms the panel's timeline may differ from `now`, either way; 0 without a panel."""
        return self._tie.bound(self._clock.read())

    def panel_time(self) -> tuple[int, int]:
        """Return the instant on the panel's timeline, as far as it is known, and within how many ms it is."""
        tie, reading = self._tie, self._clock.read()
        return tie.panel_instant(reading), tie.known_within(reading)

    def would_follow(self, answers: Iterable[TimeTold]) -> bool:
        """Whether what other devices have answered tells panel time better."""
        return self._tie.better(answers, self._clock.read()) is not self._tie

    def read(self) -> Reading:
        return self._clock.read()

    def disturbed(self, reading: Reading) -> str:
        """Return in words what happened to the clocks since they were tied to the timeline; empty if nothing did."""
        if not self._tie.anchor.holds_for(reading):
            return RESTARTED
        step = self._tie.anchor.wall_step(reading)
        return f"The wall clock was set {_by(step)}." if step else ""

    def move(self, reading: Reading, earliest: int) -> int:
        """Tie the timeline to the clocks anew; return the instant to record: after a restart, `earliest` or later."""
        at = self._tie.instant(reading)
        self._tie = self._tie.moved(at if self._tie.anchor.holds_for(reading) else max(at, earliest), reading)
        return self._tie.panel_instant(reading)

    def agree(self, reading: Reading, answers: Iterable[TimeTold]) -> tuple[int, str]:
        """Go by what other devices have answered, if that is better.

        Return the instant on the panel's timeline, and in words how the clock was put right, if at once: usually that
        goes so slowly that nobody sees it.
        """
        before, self._tie = self._tie, self._tie.better(answers, reading)
        step = self._tie.instant(reading) - before.instant(reading)
        said = f"The clock of this device was set {_by(step)}, to the panel's." if step else ""
        return self._tie.panel_instant(reading), said


def tie_for(history: History, device: str, reading: Reading, at: int | None, bound_ms: int) -> Tie:
    """Return what a device goes by whose clock was off by at most `bound_ms` when it joined a panel.

    It is `at` that it joins, if it is now; see `anchor_for`. What it went by since then was better than that.
    """
    anchor = anchor_for(history, device, reading, at)
    if not history.session.devices:
        return Tie(anchor)
    first = own[0].reading if (own := own_anchors(history, device)) else reading
    joined = Tie(Anchor(anchor.at, first), 0, bound_ms, is_opener=device == next(iter(history.session.devices)))
    return Tie(anchor, 0, joined.known_within(anchor.reading), joined.is_opener)


def why_anew(history: History, device: str, reading: Reading, at: int | None) -> str | None:
    """Return in words why the timeline has to be tied to the device's clocks anew; None if it hasn't."""
    if anchor_for(history, device, reading, at).holds_for(reading):
        return None if at is None or own_anchor(history, device) is not None else ""
    return ANOTHER_DEVICE if own_anchor(history, device) is None else RESTARTED


def _by(step_ms: int) -> str:
    return f"{clock_text(abs(round(step_ms / 1000)))} {'forward' if step_ms > 0 else 'back'}"
