"""Making an export of a debrief: for an audience, in a format, redacted or by way of a template if wanted."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from facilitator.documents.content import Content
from facilitator.reports.audience import Audience, Extent
from facilitator.reports.formats import FORMATS, ExportError, WrongTemplate

if TYPE_CHECKING:
    from facilitator.domain.debrief.debrief import Debrief
    from facilitator.domain.facts.event import Event
    from facilitator.reports.markers.markers import Recording
    from facilitator.reports.report import Report


class Options(NamedTuple):
    """The audience, whether to remove the candidate's name and contact data, and a template of the user's own.

    A template replaces the wording of the format, which still names the file. `events` are what happened: a format
    that carries the journal gets them if the export is for the panel and complete. One that marks a recording gets
    `recording`, and one that people read as much as `extent` says; None is as much as is usual for it.
    """

    audience: Audience = Audience.PANEL
    redact: bool = False
    template: Path | None = None
    events: "tuple[Event, ...]" = ()
    recording: "Recording | None" = None
    extent: Extent | None = None


class Export(NamedTuple):
    """The content of an export and its name as a file or folder: ASCII, one path component."""

    name: str
    content: Content


DEFAULT_OPTIONS = Options()


def export(debrief: "Debrief", format_name: str, options: Options = DEFAULT_OPTIONS) -> Export:
    """Make an export of the debrief. Raises ExportError, WrongTemplate."""
    from facilitator.files.export_file import file_name
    from facilitator.reports.report import report_for

    if format_name not in FORMATS:
        raise ExportError(f"There is no format “{format_name}”. Choose from {', '.join(FORMATS)}.")
    debrief = seen(debrief, options)
    report = report_for(options.audience, debrief)
    content = (
        _filled_in(debrief, report, options.template)
        if options.template
        else _made(debrief, report, format_name, options)
    )
    suffix = FORMATS[format_name].suffix if isinstance(content, str | bytes) else f"-{format_name}"
    return Export(file_name(debrief.session.id, options.audience.label, suffix), content)


def seen(debrief: "Debrief", options: Options) -> "Debrief":
    """Return the debrief as it may be seen: without the candidate's names and contact data if it is to be redacted."""
    if options.redact:
        from facilitator.reports.redaction.redaction import redacted

        debrief = redacted(debrief)
    return msgspec.structs.replace(debrief, other_names=msgspec.UNSET)


def export_text(debrief: "Debrief", format_name: str, options: Options = DEFAULT_OPTIONS) -> str:
    """Make an export that is a single text. Raises ExportError, also for a format that isn't text; WrongTemplate."""
    content = export(debrief, format_name, options).content
    if not isinstance(content, str):
        what = "no text" if isinstance(content, bytes) else "a folder of files"
        raise ExportError(f"“{format_name}” is {what}: say where it is to be.")
    return content


def _made(debrief: "Debrief", report: "Report", format_name: str, options: Options) -> Content:
    chosen = FORMATS[format_name]
    is_whole = options.audience is Audience.PANEL and not options.redact
    if chosen.carries_journal and is_whole and options.events and not debrief.panel.looks_on:
        from facilitator.reports.json_text import event_without_adjustments

        is_told = bool(debrief.agenda.adjustments)
        return chosen.exporter(
            report, options.events if is_told else tuple(map(event_without_adjustments, options.events))
        )
    if chosen.marks_recording:
        return chosen.exporter(report, options.recording)
    if chosen.extent is not None:
        return chosen.exporter(report, options.extent or chosen.extent)
    return chosen.exporter(report)


def _filled_in(debrief: "Debrief", report: "Report", path: Path) -> str:
    from facilitator.reports.template import template

    names = {panelist.id: panelist.name for panelist in debrief.people}
    try:
        return template.rendered(path, report, debrief.session.timezone, names)
    except template.TemplateError as error:
        raise WrongTemplate(str(error)) from None
