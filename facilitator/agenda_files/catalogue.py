"""Find an agenda: a bundled one by its name, any other by its path."""

from pathlib import Path

from facilitator.agenda_files.complaints import listed, quoted
from facilitator.domain.text.nearest import nearest_names
from facilitator.domain.text.plain_text import one_line
from facilitator.files.complaint import Complaint

SUFFIXES = (".yaml", ".yml", ".json", ".md")


def bundled(agendas_dir: Path) -> list[str]:
    """Return the names of the agendas in a folder, sorted."""
    return sorted(_files_by_name(agendas_dir))


def resolve(name_or_path: str, agendas_dir: Path) -> Path | Complaint:
    """Return the file that a path or the name of a bundled agenda stands for, or a complaint if there is none.

    An existing file takes precedence over a bundled agenda of the same name; a folder doesn't. A path to nothing
    is returned as it is: whoever reads it complains.
    """
    files = _files_by_name(agendas_dir)
    path = Path(name_or_path).expanduser() if "\0" not in name_or_path else Path()
    if _is_file(path):
        return path
    if name_or_path in files:
        return files[name_or_path]
    if _looks_like_path(name_or_path):
        return path
    near = nearest_names(name_or_path, files)
    known = f"did you mean {' or '.join(near)}?" if near else f"the bundled ones are: {listed(sorted(files))}"
    there = f"; {known}" if files and len(near) != 1 else ""
    message = f"{quoted(name_or_path)} is neither a file nor a bundled agenda{there}"
    return Complaint(one_line(name_or_path), 1, 1, message, near[0] if len(near) == 1 else None)


def _files_by_name(agendas_dir: Path) -> dict[str, Path]:
    if not agendas_dir.is_dir():
        return {}
    return {path.stem: path for path in sorted(agendas_dir.iterdir()) if path.suffix in SUFFIXES}


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _looks_like_path(text: str) -> bool:
    return "\0" not in text and ("/" in text or "\\" in text or Path(text).suffix.lower() in SUFFIXES or text == "-")
