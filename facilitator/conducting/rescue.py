"""A way out if the journal's disk fails: write the whole session to another folder, and say where."""

from functools import partial
from pathlib import Path
from tempfile import gettempdir

from facilitator.conducting.conductor import Conductor
from facilitator.files.durable import StorageError, explained
from facilitator.files.patience import do_patiently


def save_elsewhere(conductor: Conductor) -> str:
    """Write all events to a new journal in the home folder or, failing that, in the folder for temporary files.

    Return a message for a person: where the journal is, or why it couldn't be written. It may take seconds.
    """
    name = f"{conductor.session.id}-copy-{conductor.now()}.journal"
    said = ""
    for folder in (Path.home(), Path(gettempdir())):
        try:
            with explained(f"{folder / name} can't be written"):
                do_patiently(partial(conductor.save_elsewhere, folder / name))
        except StorageError as error:
            said = str(error)
        else:
            return f"All of it is in {folder / name}"
    return said
