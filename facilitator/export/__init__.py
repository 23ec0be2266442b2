"""Exports: a debrief rendered for people and programs, and put where only its owner can read it.

`render` gives the text, `write` a file or a folder; `FORMATS` and `Audience` say what there is.
"""

from pathlib import Path

from facilitator.domain.debrief import Debrief
from facilitator.export.clipboard import Copied, copy
from facilitator.export.formats import FORMATS, ExportError, Format, Sheets
from facilitator.export.private_file import create_file, create_folder, file_name, replace_file
from facilitator.export.reports import Audience, report_for

__all__ = ["FORMATS", "Audience", "Copied", "ExportError", "Format", "copy", "render", "write"]


def render(debrief: Debrief, format_name: str, audience: Audience = Audience.PANEL) -> str:
    """The debrief as one text. Raises ExportError for a format that is a folder of files."""
    rendered = _rendered(debrief, format_name, audience)
    if not isinstance(rendered, str):
        raise ExportError(f"{FORMATS[format_name].title}: that is a folder of files. Say where it should be.")
    return rendered


def write(debrief: Debrief, format_name: str, path: Path, audience: Audience = Audience.PANEL) -> Path:
    """The debrief as a file or folder, 0600 and 0700; where it is.

    In an existing folder a new file is made, under a name of its own that replaces nothing. Any other `path`
    is the file itself, and what was there is replaced. Raises ExportError.
    """
    rendered = _rendered(debrief, format_name, audience)
    name = file_name(debrief.session.id, audience.label, FORMATS[format_name].suffix)
    try:
        if isinstance(rendered, str):
            return create_file(path, name, rendered) if path.is_dir() else replace_file(path, rendered)
        return _write_folder(path, f"{name}-{format_name}", rendered)
    except OSError as error:
        raise ExportError(f"{path} could not be written: {error.strerror or error}.") from error


def _write_folder(path: Path, name: str, rendered: Sheets) -> Path:
    if path.is_dir():
        return create_folder(path, name, rendered)
    if path.exists():
        raise ExportError(f"{path} is a file, and this export is a folder of files.")
    return create_folder(path.parent, path.name, rendered)


def _rendered(debrief: Debrief, format_name: str, audience: Audience) -> str | Sheets:
    if format_name not in FORMATS:
        raise ExportError(f"There is no format “{format_name}”. There is {', '.join(FORMATS)}.")
    return FORMATS[format_name].exporter(report_for(audience, debrief))
