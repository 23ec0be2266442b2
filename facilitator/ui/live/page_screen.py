"""The link of the page in a browser, with its QR code: to be read by the room, so it shows nothing else."""

from asyncio import to_thread
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from facilitator.resources import styles_dir
from facilitator.showing.page_link import OPENING_PAGE, page_words, qr_rows
from facilitator.ui.toolkit.in_front import InFront
from facilitator.workspace.services.page import OpenPage, PageTrouble, Served

TOO_SMALL = "Enlarge the window for the QR code."


class PageScreen(InFront[None]):
    """Opens the page, and shows its link or why there is none."""

    CSS_PATH = [styles_dir() / "page.tcss"]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Back", id="page.leave", tooltip="Go back to where you were"),
    ]

    def __init__(self, open_page: OpenPage) -> None:
        super().__init__()
        self.link = Static(Content(OPENING_PAGE), id="link")
        self.code = Static(id="qr")
        self.about = Static(id="about")
        self._open = open_page
        self._rows: list[str] = []

    def compose(self) -> ComposeResult:
        yield Static("Page for the room", id="title")
        yield self.link
        with Container(id="shown"):
            yield self.code
            yield self.about
        yield Static("Esc: back", id="way-back")

    def on_mount(self) -> None:
        self.code.display = False
        self.run_worker(self._show())

    async def _show(self) -> None:
        """Show the link once there is one. A name server may hang, so nothing waits for it here."""
        try:
            served = await to_thread(self._open)
        except PageTrouble as trouble:
            self.link.update(Content(str(trouble)))
            return
        self._rows = await to_thread(qr_rows, served.link)
        self.link.update(Content(served.link))
        self.code.update(Content("\n".join(self._rows)))
        self._tell(served)
        self.set_interval(1, self._tell_again)

    def on_resize(self) -> None:
        if self._rows:
            self._tell_again()

    def _tell_again(self) -> None:
        self._tell(self._open())

    def _tell(self, served: Served) -> None:
        """Say what there is to know of it. The code is shown where all of it has room: a part can't be read."""
        fits = len(self._rows) + 3 <= self.size.height and len(self._rows[0]) + 4 <= self.size.width
        self.code.display = fits
        self.about.update(Content("\n".join(page_words(served) if fits else (*page_words(served), TOO_SMALL))))
