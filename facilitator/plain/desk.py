"""What a line can reach besides the session's commands, and how such a line is declared."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msgspec import Struct

from facilitator.conducting.conductor import Conductor
from facilitator.conducting.rescue import not_kept
from facilitator.delivery.cues import GiveCues, bell_only
from facilitator.domain.debrief.debrief import Debrief
from facilitator.domain.language.edited_agenda import Edits
from facilitator.files.patience import Deed
from facilitator.reports.audience import Extent

if TYPE_CHECKING:
    from facilitator.workspace.services.page import OpenPage
    from facilitator.workspace.shared.shared_session import SharedSession


def _nowhere(*_: object) -> str:
    return "There is no place for that here."


def _written_nowhere() -> Deed[str]:
    return Deed(_nowhere)


@dataclass
class Chosen:
    """The format that a line chose last, to save or to copy in; empty if none did. It counts at once, unlike a deed."""

    format_name: str = ""


@dataclass(frozen=True)
class Desk:
    """A running session, and what can be done with its debrief.

    `write` begins to put the debrief into the workspace; the answer says where, or nothing if it is there already.
    `save` writes it in the named format, in brief or in full, `copy` puts it on the clipboard for a purpose: both
    return a message about what happened, which may take seconds. `copied_for` returns for what it was copied last, and
    `saved_as` the format that goes with it; empty if it never was. What was `chosen` since counts first. `edits`
    returns how the agenda's file was edited since the session was opened. `shared` is its end of a panel of several
    devices, if it is on one. `cues` gives what cues are due, and `bell` is the setting for it; `settings` returns what
    is set, and where. `open_page` serves the page in a browser, from the start if `page_is_wanted`.
    """

    conductor: Conductor
    write: Callable[[], Deed[str]] = _written_nowhere
    save: Callable[[Debrief, str, Extent | None], str] = _nowhere
    copy: Callable[[Debrief, str], str] = _nowhere
    copied_for: Callable[[], str] = str
    saved_as: Callable[[], str] = str
    chosen: Chosen = field(default_factory=Chosen)
    edits: Callable[[], Edits] = lambda: Edits((), ())
    shared: "SharedSession | None" = None
    cues: GiveCues = bell_only
    bell: bool | None = None
    settings: Callable[[], Iterable[str]] = lambda: (_nowhere(),)
    open_page: "OpenPage | None" = None
    page_is_wanted: bool = False

    @property
    def trouble(self) -> str:
        """What is not kept, why, and what happens next; empty if all is well."""
        return not_kept(self.conductor, "/elsewhere keeps it.")


MakeLines = Callable[[Desk, str], Iterable[str | Deed[str]]]
"""Returns the lines to answer with, or what is under way, whose answer is one; the text is what was typed after the
name. Raises Refusal."""


class OwnLine(Struct, frozen=True):
    """What `/name` answers in the line mode. `words` is what can follow the name, for the usage line."""

    name: str
    words: str
    help: str
    lines: MakeLines

    @property
    def usage(self) -> str:
        return f"/{self.name} {self.words}".strip()


OWN_LINES: dict[str, OwnLine] = {}
"""All of them by name, in the order of the help. None may be called like a command."""


def shown_by(name: str, words: str = "") -> Callable[[MakeLines], MakeLines]:
    """Declare a function as what `/name` answers; the first line of its docstring is the help."""

    def declare(lines: MakeLines) -> MakeLines:
        help_line = (lines.__doc__ or "").strip().partition("\n")[0]
        OWN_LINES[name] = OwnLine(name, words, help_line, lines)
        return lines

    return declare
