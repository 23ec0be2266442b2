"""The result of an import, whatever the file is."""

from collections.abc import Callable

from msgspec import Struct

from facilitator.agenda_files import Loaded
from facilitator.preparing.drafting.agenda_draft import DraftAgenda
from facilitator.preparing.taking.account import Taken


class Imported(Struct, frozen=True):
    """What came of a guide. `write` returns the agenda file to write; None if there is no agenda.

    `alternatives` are the days, interviews or sheets of which one is to be chosen; `needs_length`: there are parts
    without a time, and nobody stated the length of the whole. `draft` has the questions in any case. `candidate` is
    named by an invitation.
    """

    loaded: Loaded
    taken: tuple[Taken, ...] = ()
    write: Callable[[], str] | None = None
    alternatives: tuple[str, ...] = ()
    needs_length: bool = False
    draft: DraftAgenda | None = None
    candidate: str = ""

    @property
    def yaml(self) -> str:
        """The agenda file to write, which takes its time: most who read a guide only want the agenda; empty if none."""
        return self.write() if self.write else ""
