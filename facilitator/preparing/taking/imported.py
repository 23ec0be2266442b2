"""The result of an import, whatever the file is."""

from msgspec import Struct

from facilitator.agenda_files import Loaded
from facilitator.preparing.drafting.agenda_draft import DraftAgenda
from facilitator.preparing.taking.account import Taken


class Imported(Struct, frozen=True):
    """What came of a guide. `yaml` is the agenda file to write, empty if there is no agenda.

    `alternatives` are the days, interviews or sheets of which one is to be chosen; `needs_length`: there are parts
    without a time, and nobody stated the length of the whole. `draft` has the questions in any case. `candidate` is
    named by an invitation.
    """

    loaded: Loaded
    taken: tuple[Taken, ...] = ()
    yaml: str = ""
    alternatives: tuple[str, ...] = ()
    needs_length: bool = False
    draft: DraftAgenda | None = None
    candidate: str = ""
