"""A way out when the journal's disk fails: the whole session goes to another folder, and the user is told where."""

from pathlib import Path
from tempfile import gettempdir

from facilitator.conducting.conductor import Conductor
from facilitator.files.durable import StorageError


def save_elsewhere(conductor: Conductor) -> str:
    """Write all events to a new journal in the home folder, else in the one for temporary files.

    Return where they are, or why they are nowhere, in words for a person.
    """
    name = f"{conductor.session.id}-copy-{conductor.now()}.journal"
    said = ""
    for folder in (Path.home(), Path(gettempdir())):
        try:
            conductor.save_elsewhere(folder / name)
        except (StorageError, OSError) as error:
            said = str(error)
        else:
            return f"All of it is in {folder / name}"
    return said
