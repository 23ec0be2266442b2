"""What the line mode answers by itself: the lists that are panes on a screen, and what keys and the palette do there.

Importing this package declares all of it.
"""

from facilitator.conducting.conductor import Conductor
from facilitator.domain.language.commands import COMMANDS
from facilitator.domain.language.reading_notes import typed_line
from facilitator.domain.session.state import Session
from facilitator.plain.answers import deeds, lists
from facilitator.plain.answers.lists import help_lines, help_on_own, panel_lines
from facilitator.plain.desk import OWN_LINES, OwnLine
from facilitator.showing.completion import Completion, completions

__all__ = ["deeds", "find_own", "help_lines", "line_history", "lists", "offers", "panel_lines"]

LATEST = 50
"""How many notes can be recalled."""


def find_own(line: str) -> OwnLine | None:
    """Return what the line mode answers to `line` by itself; None if it is a note or a command of the interview."""
    first, _, rest = line.strip().partition(" ")
    name = first.removeprefix("/").lower()
    if first.startswith("/") and name == "help":
        about = OWN_LINES.get(rest.strip().removeprefix("/").lower())
        return help_on_own(about) if about else None
    return OWN_LINES.get(name) if first.startswith("/") and name not in COMMANDS else None


def offers(conductor: Conductor, typed: str) -> list[Completion]:
    """Return what could complete `typed`."""
    own = (
        Completion(0, f"/{one.name}", one.help)
        for one in OWN_LINES.values()
        if len(typed) > 1 and f"/{one.name}".startswith(typed) and f"/{one.name}" != typed
    )
    return [*completions(typed, conductor.session, conductor.now(), conductor.writer), *own]


def line_history(session: Session) -> list[str]:
    """Return the notes that were taken last as they would be typed, to be recalled and sent again."""
    return [typed_line(note) for note in session.notes.values()[-LATEST:]]
