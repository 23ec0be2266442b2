"""The app: the themes, the keymap, the palette, and which screen comes when. It knows no rules and no disk.

The way in for the command line:

    FacilitatorApp(
        conductor,                  # the session to run; None opens the pick screen that `first` makes
        draft=draft,                # Draft: load() / save(text) / clear(), each may raise OSError
        finish=finish,              # after the end: () -> Debriefed, whose parts the debrief screen shows
        clipboard=clipboard,        # (text) -> the honest message about what became of it
        first=None,                 # () -> Screen, shown instead of the live screen (the pick screen)
        reduced_motion=False,
        keymap={"command.next": "f5"},
        theme="dark",               # dark, light, high-contrast, terminal (its own 16 colours)
    ).run()

The `run()` result is None. `open_session(conductor, draft=…, finish=…)` goes from the pick screen to
the live one inside the same app. The debrief screen is whatever Screen `finish` returns.
"""

from collections.abc import Callable, Mapping
from typing import Any

from textual.app import App
from textual.screen import Screen

from facilitator.conductor import Conductor
from facilitator.resources import styles_dir
from facilitator.ui import themes
from facilitator.ui.draft_keeper import Draft, NoDraft
from facilitator.ui.terminal import driver_class


Finish = Callable[[], Screen[Any] | None]
"""Called once when the interview has ended: writes the exports and makes the debrief screen, if there is one."""

Clipboard = Callable[[str], str]


def no_debrief() -> None:
    return None


def no_clipboard(text: str) -> str:
    return "There is no clipboard here."


class FacilitatorApp(App[None]):
    """One interview on one terminal."""

    TITLE = "facilitator"
    ENABLE_COMMAND_PALETTE = True
    CSS_PATH = styles_dir() / "app.tcss"

    def __init__(
        self,
        conductor: Conductor | None,
        *,
        draft: Draft | None = None,
        finish: Finish = no_debrief,
        clipboard: Clipboard = no_clipboard,
        first: Callable[[], Screen[Any]] | None = None,
        reduced_motion: bool = False,
        keymap: Mapping[str, str] | None = None,
        theme: str = themes.DEFAULT,
    ) -> None:
        super().__init__(driver_class=driver_class())
        self.clipboard_of_device = clipboard
        self._conductor = conductor
        self._draft: Draft = draft if draft is not None else NoDraft()
        self._finish = finish
        self._first = first
        for foreign in list(self.available_themes):
            self.unregister_theme(foreign)
        for known in themes.load():
            self.register_theme(known)
        self.theme = theme if theme in self.available_themes else themes.DEFAULT
        if reduced_motion:
            self.animation_level = "none"
        if keymap:
            self.set_keymap(dict(keymap))

    def get_default_screen(self) -> Screen[Any]:
        screen = self._first() if self._first is not None else self._live()
        for path in screen.css_path:  # Textual reads the styles of pushed screens, but not of the default one.
            self.stylesheet.read(path)
        return screen

    def open_session(self, conductor: Conductor, *, draft: Draft | None = None, finish: Finish = no_debrief) -> None:
        """Show the live screen of `conductor` in place of the screen that is shown."""
        self._conductor = conductor
        self._draft = draft if draft is not None else NoDraft()
        self._finish = finish
        self.switch_screen(self._live())

    def _live(self) -> Screen[Any]:
        from facilitator.ui.screens.live import LiveScreen

        if self._conductor is None:
            raise ValueError("there is neither a session to run nor a first screen")
        return LiveScreen(self._conductor, self._draft)

    def action_finish(self) -> None:
        """The interview has ended: have the debrief written and show it."""
        debrief = self._finish()
        if debrief is not None:
            self.push_screen(debrief)
