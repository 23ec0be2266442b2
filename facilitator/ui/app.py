"""The app: the themes, the keymap, the palette, and which screen is shown when. It knows no rules and no disk.

How the command line starts it:

    FacilitatorApp(
        Opened(
            conductor,              # the session to run
            draft=draft,            # Draft: load() / save(text) / clear(), each may raise OSError
            finish=finish,          # after the end: () -> the debrief screen, or None
            open_page=open_page,    # () -> the page in a browser, which is served from then on
        ),                          # or a Picking(screen, open): a screen to pick a session on first
        clipboard=clipboard,        # (text) -> the honest message about what became of it
        reduced_motion=False,
        keymap={"command.next": "f5"},
        theme="dark",               # dark, light, high-contrast, terminal (its own 16 colours)
        local_zone="Europe/Berlin", # where the reader is, as an IANA name
        cues=cues,                  # (before, session, since, now, bell) -> whether to ring, what went wrong
        curtain_overtime=False,     # whether the curtain shows overtime
        bell=None,                  # whether to ring when a phase begins; None leaves it to the agenda
        keep_setting=keep,          # (name, value, table) -> where a changed setting is kept, or why it isn't
        complaints=(),              # what is wrong with the settings
    ).run()

`run()` returns None.
"""

import gc
from asyncio import to_thread
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from msgspec import Struct
from textual.command import CommandPalette, Provider
from textual.events import Event, Paste
from textual.screen import Screen
from textual.types import CSSPathType

from facilitator.conducting.conductor import Conductor
from facilitator.conducting.draft_keeper import Draft, NoDraft
from facilitator.domain.text.plain_text import clean
from facilitator.files.patience import Deed
from facilitator.resources import styles_dir
from facilitator.ui import themes
from facilitator.ui.panel_actions import PanelActions
from facilitator.ui.settings.adjustable import KeepSetting, kept_nowhere
from facilitator.ui.terminal.driver import TolerantDriver
from facilitator.ui.terminal.shutdown import keep_values_out_of_tracebacks, leave_on_signals
from facilitator.ui.toolkit.breakpoints import fit
from facilitator.ui.toolkit.trouble import lost_if_left

if TYPE_CHECKING:
    from facilitator.delivery.cues import GiveCues
    from facilitator.workspace.services.page import OpenPage
    from facilitator.workspace.shared.shared_session import SharedSession

Finish = Callable[[], Screen[Any] | None]
"""Called when the interview has ended, and to see the debrief again: writes the exports, returns the screen if any."""

Clipboard = Callable[[str], str]
OPENING_SECONDS = 0.05
"""How long the screen waits for a session to be opened, so that nothing flashes by where the disk answers at once."""


def no_debrief() -> None:
    return None


def no_clipboard(text: str) -> str:
    return "There is no clipboard here."


class Opened(Struct, frozen=True):
    """A session that is ready to run; `said` is what is to be told of it first.

    `shared` is its end of a panel of several devices, if it is on one; `open_page` serves its page in a browser when
    that is asked for, or from the start if `page_is_wanted`.
    """

    conductor: Conductor
    draft: Draft = NoDraft()
    finish: Finish = no_debrief
    said: str = ""
    shared: "SharedSession | None" = None
    open_page: "OpenPage | None" = None
    page_is_wanted: bool = False


class Picking(Struct, frozen=True):
    """How to pick a session: `screen` makes the screen for it, `open` opens what was picked or says why it can't.

    `conductor` is that of the session that is at hand meanwhile, if there is one.
    """

    screen: Callable[[], Screen[Any]]
    open: Callable[[Any], Opened | str]
    conductor: Conductor | None = None


def _command_provider() -> type[Provider]:
    from facilitator.ui.palette import CommandProvider

    return CommandProvider


class FacilitatorApp(PanelActions):
    """One interview on one terminal."""

    TITLE = "facilitator"
    COMMANDS = {_command_provider}
    CSS_PATH: ClassVar[CSSPathType | None] = styles_dir() / "app.tcss"

    def __init__(
        self,
        start: Opened | Picking,
        *,
        clipboard: Clipboard = no_clipboard,
        reduced_motion: bool = False,
        keymap: Mapping[str, str] | None = None,
        theme: str = themes.DEFAULT_THEME,
        local_zone: str = "",
        cues: "GiveCues | None" = None,
        curtain_overtime: bool = False,
        bell: bool | None = None,
        keep_setting: KeepSetting = kept_nowhere,
        complaints: Sequence[str] = (),
    ) -> None:
        super().__init__(driver_class=TolerantDriver)
        keep_values_out_of_tracebacks(self.console)
        self.clipboard_of_device = clipboard
        self._start = start
        self._conductor = start.conductor
        self._finish = start.finish if isinstance(start, Opened) else no_debrief
        self._open_page = start.open_page if isinstance(start, Opened) else None
        self.shared = start.shared if isinstance(start, Opened) else None
        self._asked = ""
        for foreign in list(self.available_themes):
            self.unregister_theme(foreign)
        for known in themes.load_themes():
            self.register_theme(known)
        self.theme = theme if theme in self.available_themes else themes.DEFAULT_THEME
        if self.no_color:
            self.theme = themes.WITHOUT_COLOUR
        if reduced_motion:
            self.adjust_motion(reduced=True)
        self._local_zone, self._cues = local_zone, cues
        self._curtain_overtime = curtain_overtime
        self.wants_bell = bell
        self.keep_setting = keep_setting
        self._complaints = complaints
        if keymap:
            self.use_keys(keymap)

    def get_default_screen(self) -> Screen[Any]:
        screen: Screen[Any] = self._live(self._start) if isinstance(self._start, Opened) else Screen()
        for path in screen.css_path:  # Textual reads the styles of pushed screens, but not those of the default one.
            self.stylesheet.read(path)
        return screen

    def action_command_palette(self) -> None:
        if not isinstance(self.screen, CommandPalette):
            from facilitator.ui.palette import Palette

            self.push_screen(Palette(id="--command-palette"))

    def on_ready(self) -> None:
        """Collect garbage from the first frame on, but never search what the start has made."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def copy_to_clipboard(self, text: str) -> None:
        """Copy what is selected, and say what became of it."""
        super().copy_to_clipboard(text)  # for Ctrl+V here
        if self.clipboard_of_device is not no_clipboard:
            self.run_worker(lambda: self.call_from_thread(self.say, self.clipboard_of_device(text)), thread=True)

    def action_help_quit(self) -> None:
        """Say how to leave: Textual calls this for Ctrl+C if nothing is selected."""
        from facilitator.ui.live.keys import SCREEN_BINDING_BY_NAME, left_of
        from facilitator.ui.toolkit.printed_keys import printed

        leave = printed(left_of(SCREEN_BINDING_BY_NAME["leave"], self.chosen_keys)) or "/quit"
        self.say(f"To leave: {leave}.")

    async def action_quit(self) -> None:
        """Leave; what would be lost by it is asked about first."""
        if self._may_leave():
            self.exit()

    def _may_leave(self) -> bool:
        """Return whether nothing is lost by leaving, or that has been asked about; if not, ask."""
        lost = lost_if_left(self._conductor) if self._conductor is not None else ""
        if not lost or lost == self._asked:
            return True
        self._asked = lost
        self._warn_of(lost)
        return False

    async def on_event(self, event: Event) -> None:
        if isinstance(event, Paste):  # here, because Textual's own palette lets anything through to the terminal
            event.text = clean(event.text)
        await super().on_event(event)

    def on_mount(self) -> None:
        leave_on_signals(self)
        if self._complaints:
            self._warn_of("\n".join(self._complaints))
        if isinstance(self._start, Picking):
            self._pick(self._start)
        else:
            self._warn_of(self._start.said)
            self._begin_page(self._start)

    def _pick(self, picking: Picking, refusal: str = "") -> None:
        self.push_screen(fit(picking.screen(), self.size), lambda picked: self._picked(picking, picked))
        self._warn_of(refusal)

    def _picked(self, picking: Picking, picked: Any) -> None:  # noqa: ANN401 - whatever the screen gives
        if picked is None:
            if self._may_leave():
                self.exit()
            else:
                self._pick(picking)
            return
        opening = Deed(partial(picking.open, picked))
        if opening.wait(OPENING_SECONDS):
            self._go_on_with(picking, opening.answer())
        else:
            self.notify("Opening …")
            self.run_worker(self._wait_for(picking, opening))

    async def _wait_for(self, picking: Picking, opening: Deed[Opened | str]) -> None:
        self._go_on_with(picking, await to_thread(opening.answer))

    def _go_on_with(self, picking: Picking, opened: Opened | str) -> None:
        """Show the session that was opened, or why it wasn't, with a choice again."""
        self.clear_notifications()
        if isinstance(opened, str):
            self._pick(picking, opened)
            return
        self._conductor = opened.conductor
        self._finish = opened.finish
        self._open_page, self.shared = opened.open_page, opened.shared
        self.push_screen(self._live(opened))
        self._warn_of(opened.said)
        self._begin_page(opened)

    def _warn_of(self, said: str) -> None:
        if said:
            self.notify(said, severity="warning", markup=False)

    def _live(self, opened: Opened) -> Screen[Any]:
        from facilitator.delivery.cues import bell_only
        from facilitator.ui.cueing import give_cues
        from facilitator.ui.live.live_screen import LiveScreen

        screen = LiveScreen(opened.conductor, opened.draft, self.chosen_keys, self._local_zone)
        screen.curtain_overtime = self._curtain_overtime
        screen.shared = opened.shared
        give_cues(self, screen, self._cues or bell_only)
        return fit(screen, self.size)

    def action_finish(self) -> None:
        """Write the debrief of the ended interview and show it."""
        debrief = self._finish()
        if debrief is not None:
            self.push_screen(debrief)

    def action_page(self) -> None:
        """Show the link of the page in a browser."""
        from facilitator.ui.live.page_screen import PageScreen
        from facilitator.workspace.services.page import no_page

        self.push_screen(PageScreen(self._open_page or no_page))

    def _begin_page(self, opened: Opened) -> None:
        """Serve the page from the start if that is wanted, after the first frame, and say what came of it."""
        if opened.open_page is not None and opened.page_is_wanted:
            self.run_worker(self._tell_of_page(opened.open_page))

    async def _tell_of_page(self, open_page: "OpenPage") -> None:
        from facilitator.showing.page_link import told_at_the_start

        self.notify(await to_thread(told_at_the_start, open_page), timeout=10, markup=False)
