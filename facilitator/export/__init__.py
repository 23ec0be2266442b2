"""Exports: a debrief rendered for people and programs, and put where only its owner can read it.

`render` gives the text, `write` a file or a folder, `copy` the clipboard; `FORMATS` and `Audience` say what
there is. Everything heavy is imported where it is used.
"""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from facilitator.export.audience import Audience
from facilitator.export.formats import FORMATS, ExportError, Format, Sheets, WrongTemplate

if TYPE_CHECKING:
    from facilitator.domain.debrief import Debrief
    from facilitator.domain.events import Event
    from facilitator.export.clipboard import Copied

__all__ = ["FORMATS", "Audience", "ExportError", "Format", "Options", "WrongTemplate", "copy", "render", "write"]


class Options(NamedTuple):
    """For whom an export is, whether the candidate's name and contact data go, and a template of the user's own.

    A template takes the place of a format's wording; the format still names the file. `events` are what happened:
    a JSON export of everything for the panel carries them along, and no other one does.
    """

    audience: Audience = Audience.PANEL
    redact: bool = False
    template: Path | None = None
    events: "tuple[Event, ...]" = ()

    @property
    def with_journal(self) -> bool:
        return bool(self.events) and self.audience is Audience.PANEL and not self.redact


DEFAULT = Options()


def render(debrief: "Debrief", format_name: str, options: Options = DEFAULT) -> str:
    """The debrief as one text. Raises ExportError, also for a format that is a folder of files."""
    _, rendered = _rendered(debrief, format_name, options)
    if not isinstance(rendered, str):
        raise ExportError(f"“{format_name}” is a folder of files: say where it is to be.")
    return rendered


def write(debrief: "Debrief", format_name: str, path: Path, options: Options = DEFAULT) -> Path:
    """The debrief as a file (0600) or a folder (0700); where it is.

    In an existing folder a new one is made, under a name of its own that replaces nothing. Any other `path`
    is the file itself, and what was there is replaced. Raises ExportError.
    """
    from facilitator.export.private_file import create_file, file_name, replace_file

    session, rendered = _rendered(debrief, format_name, options)
    try:
        if isinstance(rendered, dict):
            return _write_folder(path, file_name(session, options.audience.label, f"-{format_name}"), rendered)
        name = file_name(session, options.audience.label, FORMATS[format_name].suffix)
        return create_file(path, name, rendered) if path.is_dir() else replace_file(path, rendered)
    except OSError as error:
        raise ExportError(f"{path} could not be written: {error.strerror or error}.") from error


def copy(text: str, folder: Path | None = None) -> "Copied":
    """`text` onto the clipboard within a second, and into a file in `folder`; what became of it."""
    from facilitator.export import clipboard

    return clipboard.copy(text, folder)


def _write_folder(path: Path, name: str, rendered: Sheets) -> Path:
    from facilitator.export.private_file import create_folder

    if path.is_dir():
        return create_folder(path, name, rendered)
    if path.exists():
        raise ExportError(f"{path} is a file, and this export is a folder of files.")
    return create_folder(path.parent, path.name, rendered)


def _rendered(debrief: "Debrief", format_name: str, options: Options) -> tuple[str, str | Sheets]:
    """The id of the session, for the file's name, and what is in it; both redacted where that is wanted."""
    from facilitator.export.redaction import redacted
    from facilitator.export.reports import report_for

    if format_name not in FORMATS:
        raise ExportError(f"There is no format “{format_name}”. There is {', '.join(FORMATS)}.")
    if options.redact:
        debrief = redacted(debrief)
    report = report_for(options.audience, debrief)
    if options.template is None:
        rendered = FORMATS[format_name].exporter(report)
        if format_name == "json" and options.with_journal and isinstance(rendered, str):
            from facilitator.export.json_text import with_journal

            rendered = with_journal(rendered, options.events)
        return debrief.session.id, rendered
    from facilitator.export import template

    names = {panelist.id: panelist.name for panelist in debrief.agenda.panel}
    try:
        return debrief.session.id, template.rendered(options.template, report, debrief.session.timezone, names)
    except template.TemplateError as error:
        raise WrongTemplate(str(error)) from None
