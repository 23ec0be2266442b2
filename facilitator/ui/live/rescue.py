"""A way out when the journal's disk fails: the whole session goes to another folder, and the user is told where."""

from pathlib import Path
from tempfile import gettempdir

from facilitator.conducting.conductor import Conductor, JournalError


def save_elsewhere(conductor: Conductor, now: int) -> str:
    """Write all events to a new journal in the home folder, else in the temporary one; return where, or why not."""
    name = f"{conductor.session.id}-copy-{now}.journal"
    said = ""
    for folder in (Path.home(), Path(gettempdir())):
        try:
            conductor.save_elsewhere(folder / name)
        except (JournalError, OSError) as error:
            said = str(error)
        else:
            return f"All of it is in {folder / name}"
    return said
