"""What the screens of a running interview share: the roles of text, and a session and a moment to show."""

from typing import Any, ClassVar

from textual.events import ScreenResume
from textual.reactive import reactive
from textual.screen import Screen

from facilitator.documents.styled_text import ROLES
from facilitator.domain.session.state import Session
from facilitator.domain.time.phases import Phase
from facilitator.resources import styles_dir


class InterviewScreen(Screen[Any]):
    """A screen with a `session` and `now` (ms), which their owner sets and tells it to show."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(ROLES)
    CSS_PATH = [styles_dir() / "interview.tcss"]

    session: reactive[Session | None] = reactive(None, always_update=True, init=False, repaint=False)
    now: reactive[int] = reactive(0, init=False, repaint=False)

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Keep the styles from when the screen was made, instead of working them out again before it is first seen."""
        if not self.stack_updates:
            event.refresh_styles = False

    def show_phase(self, phase: Phase, paused: bool) -> None:
        """Colour the screen by phase; do nothing while it stays the same."""
        wanted = phase_class(phase, paused)
        if not self.has_class(wanted):
            self.remove_class("-paused", *(f"-{each.value}" for each in Phase))
            self.add_class(wanted)


def phase_class(phase: Phase, paused: bool) -> str:
    return "-paused" if paused else f"-{phase.value}"
