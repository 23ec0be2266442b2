"""Agendas by name: those that come with the program, and the user's own files."""

from pathlib import Path

from facilitator import agenda_files
from facilitator.agenda_files import Complaint, Loaded
from facilitator.domain.plan.agenda import Agenda
from facilitator.resources import agendas_dir


def find_agenda(name_or_path: str) -> Path | Complaint:
    """Return the file of the agenda called `name_or_path`, or a complaint if there is none."""
    return agenda_files.resolve(name_or_path, agendas_dir())


def load_named(name_or_path: str) -> Loaded:
    """Load the agenda called `name_or_path`. A missing one is a complaint like any other."""
    path = find_agenda(name_or_path)
    return agenda_files.load(path) if isinstance(path, Path) else Loaded(None, (path,))


def bundled_names() -> list[str]:
    """Return the names of the agendas that come with the program, sorted."""
    return agenda_files.bundled(agendas_dir())


def source_of(name_or_path: str) -> str:
    """Return where a session remembers its agenda to come from: a full path, or the name of a bundled one."""
    path = Path(name_or_path).expanduser()
    return str(path.resolve()) if path.is_file() else name_or_path


def load_source(source: str) -> Agenda | None:
    """Return the agenda in the file that a session was opened from; None if that is gone, wrong, or a bundled one."""
    path = Path(source)
    return agenda_files.load(path).agenda if path.is_absolute() and path.is_file() else None
