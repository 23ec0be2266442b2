"""What can be wrong with a request, as a sentence for a person, and the step that leads on, as a value.

Whoever shows it adds how the step is taken there; the shell, an exit code as well.
"""

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from facilitator.domain.text.dates import iso_text
from facilitator.domain.text.plain_text import one_line
from facilitator.files.durable import StorageError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from facilitator.domain.facts.event import Event


class Step(StrEnum):
    """What can be done; each door to the workspace has its own way to it."""

    BEGIN = "begin"
    CHOOSE = "choose"
    GO_ON = "go on"
    TAKE_BACK = "take back"
    TAKE_IN = "take in"
    READ = "read"
    EXPORT = "export"
    RATE = "rate"
    OPEN_CARDS = "open cards"
    MEET = "meet"
    PURGE = "purge"
    REPLACE = "replace"
    TELL_CARD = "tell card"
    SHARE = "share"
    HOST = "host"


class NextStep(Struct, frozen=True):
    """What to do about something.

    `session` is empty if the step is about none, or about one still to be named; `panelist` is who is to take it, if
    that is known.

    BEGIN an interview, CHOOSE among the sessions, GO_ON with one; TAKE_BACK what is kept in a second place, TAKE_IN a
    copy; READ a debrief, EXPORT it as JSON; RATE in a scorecard, OPEN_CARDS that are sealed, MEET to vote and decide;
    PURGE what is too old; REPLACE a file that isn't ours; TELL_CARD, to tell one's own card; SHARE a session with other
    devices, or HOST a new one that is shared.
    """

    step: Step
    session: str = ""
    panelist: str = ""


class WrongRequest(Exception):
    """The request names something that doesn't exist, or doesn't have the expected form. Nothing was changed.

    `about` names the argument that is wrong, if the sentence alone doesn't say so.
    """

    def __init__(self, said: str, next_step: NextStep | None = None, *, about: str = "") -> None:
        super().__init__(said)
        self.next_step = next_step
        self.about = about


class NotInItsPlace(StorageError):
    """A session was left of which something is in a second place or a `copy`, or of which `lost` facts are nowhere."""

    def __init__(self, trouble: str, session: str, lost: int, copy: "Path | None" = None) -> None:
        said = f"\nLost: {lost} fact{'' if lost == 1 else 's'} that reached no disk." if lost else ""
        saved = f"\nSaved in {copy}." if copy is not None else ""
        super().__init__(trouble + saved + said)
        back = None if lost else NextStep(Step.TAKE_BACK, session)
        self.next_step = NextStep(Step.TAKE_IN, session) if copy is not None else back


class OpeningLost(StorageError):
    """How a session was opened can't be read, so it can't be shown as one.

    `left` is what can be read of the `events`, a line for each text.
    """

    def __init__(self, session: str, events: "Iterable[Event]" = (), newer: int = 0) -> None:
        lost = "known to a newer version only" if newer else "lost"
        super().__init__(f"The journal of {session} can't be read: how it was opened is {lost}.")
        self.next_step = NextStep(Step.READ, session)
        self.left = tuple(
            one_line(f"{iso_text(event.at)} {event.author.panelist}: {text}")
            for event in events
            if (text := getattr(event.fact, "text", ""))
        )


def wrong_start(starts: str) -> WrongRequest:
    """Return what is wrong with a start that is no time."""
    return WrongRequest(f"“{starts}” is not a time: write 10:00 or 2026-12-01 10:00.", about="starts")
