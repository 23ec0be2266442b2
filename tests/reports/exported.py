"""Exports to look into."""

from pathlib import Path

from facilitator.domain.debrief.debrief import Debrief
from facilitator.reports import FORMATS, Audience, Options
from facilitator.workspace.exports import write_export

FOR_EVERYBODY = [name for name, kept in FORMATS.items() if not kept.marks_recording]
"""The formats that can be made for every audience: all but markers, which tell what was noted when."""


def everything(debrief: Debrief, format_name: str, audience: Audience, folder: Path) -> str:
    """Everything that an export contains, with the names of its files."""
    path = write_export(debrief, format_name, folder, Options(audience=audience))
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    return path.name + "".join(file.name + file.read_text(encoding="utf-8") for file in files)
