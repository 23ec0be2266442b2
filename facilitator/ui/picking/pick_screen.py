"""The screen to pick what to run: a session that hasn't ended or an agenda.

It is given plain values and returns one of them; it knows no files and no library.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar, NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Key
from textual.screen import Screen
from textual.widgets import Input, Static

from facilitator.resources import styles_dir
from facilitator.ui.picking.erase_question import EraseQuestion
from facilitator.ui.picking.pickable_list import PickableList
from facilitator.ui.picking.preview import preview_page
from facilitator.ui.toolkit.document_view import DocumentView
from facilitator.ui.toolkit.footer import CountingFooter
from facilitator.workspace.pickable import Pickable, PickableIndex, PickableKind, Picked, Preview

HARMLESS = r"[^\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]*"

NO_MATCH = "Nothing matches. Esc clears the filter."
NO_AGENDA = "There is no agenda here yet. “facilitator run FILE” runs one of your own."


class Filter(Input):
    """The line to type the filter in. Its own Enter comes after the letters that were typed before it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Open", id="pick.open", key_display="Enter", tooltip="Open what is highlighted"),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Show Enter in the footer only if there is something to open."""
        return action != "submit" or not self.screen.has_class("-nothing")


Erase = Callable[[str], tuple[bool, str]]


class SessionDeeds(NamedTuple):
    """What can be done with a session that hasn't ended besides going on with it, by its key.

    `look` returns what makes the screen with its debrief so far, or why there is none. `erase` erases it for good and
    returns whether it is gone, and why not, or what of it couldn't be removed. They are called in a separate thread.
    """

    look: Callable[[str], Callable[[], Screen[None]] | str]
    erase: Erase


class PickScreen(Screen[Picked | None]):
    """A screen that dismisses with what was picked, or with None.

    `now` (ms since 1970) and `timezone` are for telling when something was last used.
    """

    CSS_PATH = [styles_dir() / "document_view.tcss", styles_dir() / "pick.tcss"]
    AUTO_FOCUS = "Input"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-high")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Open", id="pick.choose", key_display="Enter", tooltip="Open what is highlighted"),
        Binding("up", "move(-1)", "Up", show=False, id="pick.up", tooltip="Highlight the item above"),
        Binding("down", "move(1)", "Down", show=False, id="pick.down", tooltip="Highlight the item below"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="pick.page_up", tooltip="Go up by a page"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="pick.page_down", tooltip="Go down by a page"),
        Binding("tab", "read", "Preview", id="pick.read", key_display="Tab", tooltip="Read the preview, or go back"),
        Binding("escape", "back", "Back", id="pick.back", key_display="Esc", tooltip="Go back to the list"),
        Binding("escape", "clear", "Clear", id="pick.clear", key_display="Esc", tooltip="Clear the filter"),
        Binding("escape", "quit", "Quit", id="pick.quit", key_display="Esc", tooltip="Leave without opening anything"),
        Binding("f5", "look", "Look", id="pick.look", key_display="F5", tooltip="The debrief so far of a session"),
        Binding("f6", "erase", "Erase", id="pick.erase", key_display="F6", tooltip="Erase a session that hasn't ended"),
    ]

    def __init__(
        self, pickables: Sequence[Pickable], now: int, timezone: str = "UTC", unfinished: SessionDeeds | None = None
    ) -> None:
        super().__init__()
        self._unfinished = unfinished
        self._pickables = [pickable for kind in PickableKind for pickable in pickables if pickable.kind is kind]
        self._now = now
        self._timezone = timezone
        self._index: PickableIndex | None = None
        self._previews: dict[tuple[str, str], Preview] = {}

    def compose(self) -> ComposeResult:
        yield Static(Content("What do you want to run?"), id="question")
        filter = Filter(
            placeholder="Type to filter by title or name",
            restrict=HARMLESS,
            max_length=200,
            compact=True,
            select_on_focus=False,  # what is typed in the preview comes after the filter, and doesn't replace it
        )
        filter.cursor_blink = False
        yield filter
        with Horizontal():
            yield PickableList(self._pickables, self._now, self._timezone)
            yield DocumentView(measure=90, id="preview")
        yield Static(Content(NO_MATCH if self._pickables else NO_AGENDA), id="nothing")
        yield CountingFooter()

    def on_mount(self) -> None:
        self.set_class(not self._pickables, "-nothing")
        self.call_after_refresh(self._find)
        self.set_interval(1, self.count)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let Esc go back one step at a time, and show in the footer only what works now."""
        if not self.is_mounted:
            return True
        filtered = bool(self.query_one(Input).value)
        if action == "back":
            return self._is_reading
        if action == "clear":
            return filtered and not self._is_reading
        if action == "quit":
            return not filtered and not self._is_reading
        if action in ("look", "erase"):
            return self.has_class("-unfinished")
        if action in ("choose", "read"):
            return self.query_one(PickableList).pickable is not None
        return True

    @property
    def _is_reading(self) -> bool:
        return self.has_class("-reading")

    def _find(self, words: str = "") -> list[Pickable]:
        """Return the entries that match; the index is made once, after the first paint."""
        if self._index is None:
            self._index = PickableIndex(self._pickables)
        return self._index.matching(words)

    @on(Input.Changed)
    def filter_list(self, event: Input.Changed) -> None:
        event.stop()
        self._list(event.value)

    def _list(self, words: str) -> None:
        found = self._find(words)
        self.set_class(not found, "-nothing")
        self.query_one(PickableList).show(found)
        self.refresh_bindings()

    @on(Input.Submitted)
    def choose_typed(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_choose()

    @on(PickableList.Chosen)
    def choose_by_click(self, event: PickableList.Chosen) -> None:
        event.stop()
        self.action_choose()

    @on(PickableList.Highlighted)
    def preview_highlighted(self, event: PickableList.Highlighted) -> None:
        event.stop()
        pickable = event.pickable
        goes_on = pickable is not None and pickable.kind.is_session
        self.set_class(goes_on and self._unfinished is not None, "-unfinished")
        self.refresh_bindings()
        if pickable is None:
            self.query_one(DocumentView).show(lambda _: ())
        elif (preview := self._previews.get((pickable.kind, pickable.key))) is not None:
            self.query_one(DocumentView).show(preview_page(pickable, preview))
        else:
            self._load(pickable)

    @work(thread=True, exclusive=True, group="preview")
    def _load(self, pickable: Pickable) -> None:
        try:
            preview = pickable.preview()
        except OSError as error:
            preview = Preview(complaints=(f"can't be read: {error}",))
        self.app.call_from_thread(self._loaded, pickable, preview)

    def _loaded(self, pickable: Pickable, preview: Preview) -> None:
        self._previews[pickable.kind, pickable.key] = preview
        if self.is_mounted and self.query_one(PickableList).pickable is pickable:
            self.query_one(DocumentView).show(preview_page(pickable, preview))

    def on_key(self, event: Key) -> None:
        """Put what is typed anywhere into the filter."""
        if event.is_printable:
            self.remove_class("-reading")
            self.query_one(Input).focus()
            self.query_one(Input).insert_text_at_cursor(event.character or "")

    def count(self) -> None:
        """Show the facts of a session anew: its clock may be running."""
        pickable = self.query_one(PickableList).pickable
        if pickable is None or not pickable.kind.is_session:
            return
        if (preview := self._previews.get((pickable.kind, pickable.key))) is not None:
            self.query_one(DocumentView).renew(preview_page(pickable, preview))

    def action_look(self) -> None:
        pickable = self.query_one(PickableList).pickable
        if pickable is None or self._unfinished is None:
            return
        self._look(self._unfinished.look, pickable)

    @work(thread=True, exclusive=True, group="look")
    def _look(self, look: Callable[[str], Callable[[], Screen[None]] | str], pickable: Pickable) -> None:
        self.app.call_from_thread(self._looked, look(pickable.key))

    def _looked(self, make: Callable[[], Screen[None]] | str) -> None:
        if isinstance(make, str):
            self.app.notify(make, severity="warning", markup=False)
        elif self.is_current:
            self.app.push_screen(make())

    def action_erase(self) -> None:
        """Ask before anything is erased."""
        pickable = self.query_one(PickableList).pickable
        if pickable is None or self._unfinished is None or not pickable.kind.is_session:
            return
        preview = self._previews.get((pickable.kind, pickable.key), Preview())
        facts = (f"{label}: {text}" for label, text in preview.facts())
        what = "\n".join([f"{pickable.title}{f', with {pickable.candidate}' if pickable.candidate else ''}", *facts])
        self.app.push_screen(EraseQuestion(what), partial(self._answered, self._unfinished.erase, pickable))

    def _answered(self, erase: Erase, pickable: Pickable, sure: bool | None) -> None:
        if sure:
            self._erase(erase, pickable)

    @work(thread=True)
    def _erase(self, erase: Erase, pickable: Pickable) -> None:
        self.app.call_from_thread(self._erased, pickable, *erase(pickable.key))

    def _erased(self, pickable: Pickable, is_gone: bool, said: str) -> None:
        """Say what came of an erasure, and list what is left."""
        self.app.notify(said or f"Erased: {pickable.title}.", severity="warning", markup=False)
        if is_gone:
            self._pickables.remove(pickable)
            self._index = None
            self._list(self.query_one(Input).value)

    def action_move(self, step: int) -> None:
        self.query_one(PickableList).move(step)

    def action_page(self, direction: int) -> None:
        pickables = self.query_one(PickableList)
        pickables.move(direction * pickables.page)

    def action_read(self) -> None:
        self.set_class(not self._is_reading, "-reading")
        self.query_one(DocumentView if self._is_reading else Input).focus()
        self.refresh_bindings()

    def action_back(self) -> None:
        self.action_read()

    def action_clear(self) -> None:
        self.query_one(Input).value = ""

    def action_quit(self) -> None:
        self.dismiss(None)

    def action_choose(self) -> None:
        pickable = self.query_one(PickableList).pickable
        if pickable is not None:
            self.dismiss(Picked(pickable.kind, pickable.key))
