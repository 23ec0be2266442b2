"""Exports to look into."""

from pathlib import Path

from facilitator.domain.debrief.debrief import Debrief
from facilitator.reports import Audience, Options
from facilitator.workspace.exports import write_export


def everything(debrief: Debrief, format_name: str, audience: Audience, folder: Path) -> str:
    """Everything that an export contains, with the names of its files."""
    path = write_export(debrief, format_name, folder, Options(audience=audience))
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    return path.name + "".join(file.name + file.read_text(encoding="utf-8") for file in files)
