"""What is said while the journal's disk fails, and a way out: all of the session in another folder."""

from functools import partial
from pathlib import Path

from facilitator.conducting.conductor import Conductor
from facilitator.files import elsewhere
from facilitator.files.durable import StorageError, explained
from facilitator.files.patience import do_patiently
from facilitator.storage.journal import Journal


def save_elsewhere(conductor: Conductor) -> str:
    """Write all events to a new journal in the home folder or, failing that, in one for temporary files.

    Return a message for a person: where the journal is, or why it couldn't be written. It may take seconds.
    """
    name = f"{conductor.session.id}-copy-{conductor.now()}.journal"
    said, events = "", frozenset(event.id for event in conductor.events)
    for folder in elsewhere.copies():
        try:
            with explained(f"{folder / name} can't be written"):
                do_patiently(partial(_write, conductor, folder / name))
        except StorageError as error:
            said = str(error)
        else:
            conductor.copied = folder / name, events
            return f"Everything is in {folder / name}"
    return said


def _write(conductor: Conductor, path: Path) -> None:
    """Write the whole session to a new journal at `path`. Raises JournalError."""
    with Journal.create(path) as journal:
        journal.append(tuple(conductor.history.packets.values()) or conductor.events)


def at_risk(conductor: Conductor) -> frozenset[str]:
    """Return the ids of the events that are neither on disk nor in a copy that was saved elsewhere."""
    return conductor.unkept - conductor.copied[1]


def not_kept(conductor: Conductor, way_out: str) -> str:
    """Return what is not kept, why, and what happens next; empty if all is well. `way_out` says how to save it."""
    trouble = conductor.trouble
    if not trouble:
        return ""
    if not conductor.unkept:
        return f"{trouble}\nRetrying every second."
    if not at_risk(conductor):
        way_out = f"Until now it is all in {conductor.copied[0]}."
    return f"What you type stays in memory. {way_out}\n{trouble}"


def would_be_lost(conductor: Conductor, how_to_leave: str) -> str:
    """Return what would be lost by leaving now, and `how_to_leave` all the same; empty if nothing would."""
    lost = at_risk(conductor) if conductor.trouble else ()
    if not lost:
        return ""
    notes = sum(1 for note in conductor.session.notes if note in lost)
    what = f"{notes} note{'' if notes == 1 else 's'}" if notes else "What happened last"
    return f"{what} {'are' if notes > 1 else 'is'} on no disk and would be lost. {how_to_leave} leaves anyway."
