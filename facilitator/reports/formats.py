"""The formats of a report. To add one, write a function with `@exporter` below.

The libraries that a format needs are imported when it is rendered, so that listing the formats costs nothing.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from facilitator.documents.content import Content, Sheets
from facilitator.reports.audience import Extent

if TYPE_CHECKING:
    from facilitator.documents.document import Document
    from facilitator.domain.facts.event import Event
    from facilitator.reports.markers.markers import Marker, Recording
    from facilitator.reports.report import Report

Exporter = Callable[..., Content]
"""A function that renders a report; by its format it may be given the extent as well, the events, or a recording."""


class ExportError(Exception):
    """An export could not be made or written. The message says what and why, for a person."""


class WrongTemplate(ExportError):
    """The file given as a template can't be rendered."""


class Format(NamedTuple):
    """A format by name. `suffix` ends the file's name and is empty for a format that is a folder of files.

    `extent` is how much is rendered if nobody says, for a format that people read; None for data.
    `is_binary` means that it is bytes, for another program to read.
    `carries_journal` means that the exporter takes the session's events as well, so that it can be read back;
    `marks_recording`, that it takes a Recording, and is for those who may read every note: the panel and the lead.
    """

    name: str
    title: str
    suffix: str
    exporter: Exporter
    extent: Extent | None = None
    carries_journal: bool = False
    marks_recording: bool = False
    is_binary: bool = False

    @property
    def is_folder(self) -> bool:
        return not self.suffix


FORMATS: dict[str, Format] = {}


def exporter(
    name: str,
    *,
    suffix: str,
    title: str,
    extent: Extent | None = None,
    carries_journal: bool = False,
    marks_recording: bool = False,
    is_binary: bool = False,
) -> Callable[[Exporter], Exporter]:
    """Register a function as the format `name`."""

    def register(function: Exporter) -> Exporter:
        FORMATS[name] = Format(name, title, suffix, function, extent, carries_journal, marks_recording, is_binary)
        return function

    return register


def _document(report: "Report", extent: Extent) -> "Document":
    from facilitator.reports.report import document

    return document(report, extent)


@exporter("md", suffix=".md", title="Markdown", extent=Extent.FULL)
def _markdown(report: "Report", extent: Extent) -> str:
    from facilitator.documents.markdown import markdown

    return markdown(_document(report, extent))


@exporter("html", suffix=".html", title="a page to read and print", extent=Extent.FULL)
def _html(report: "Report", extent: Extent) -> str:
    from facilitator.documents.html_page import html_page

    return html_page(_document(report, extent))


@exporter("word", suffix=".docx", title="Word", extent=Extent.FULL, is_binary=True)
def _word(report: "Report", extent: Extent) -> bytes:
    from facilitator.documents.word_file.word import word
    from facilitator.extras import EXTRA

    try:
        return word(_document(report, extent))
    except ImportError:
        raise ExportError(f"Word can be written with an extra: {EXTRA}") from None


@exporter("json", suffix=".json", title="JSON, to be read back exactly", carries_journal=True)
def _json(report: "Report", events: "Sequence[Event]" = ()) -> str:
    from facilitator.reports.json_text import json_text, with_journal

    return with_journal(json_text(report), events) if events else json_text(report)


@exporter("csv", suffix="", title="CSV, a folder of sheets")
def _csv(report: "Report") -> Sheets:
    from facilitator.reports.sheets import report_sheets

    return report_sheets(report)


@exporter("text", suffix=".txt", title="plain text for an e-mail", extent=Extent.BRIEF)
def _text(report: "Report", extent: Extent) -> str:
    from facilitator.documents.mail import plain_mail

    return plain_mail(_document(report, extent))


@exporter("slack", suffix=".slack.txt", title="Slack's own markup, to paste", extent=Extent.BRIEF)
def _slack(report: "Report", extent: Extent) -> str:
    from facilitator.documents.slack_message import slack_paste

    return slack_paste(_document(report, extent))


@exporter("vault", suffix="-vault.md", title="a note for a vault, with front matter and links", extent=Extent.FULL)
def _vault(report: "Report", extent: Extent) -> str:
    from facilitator.reports.vault import vault_note

    return vault_note(report, _document(report, extent))


@exporter("audacity", suffix=".labels.txt", title="labels for Audacity, by time", marks_recording=True)
def _audacity(report: "Report", recording: "Recording | None" = None) -> str:
    from facilitator.reports.markers.marker_texts import audacity_labels

    return audacity_labels(_markers(report, recording))


@exporter("webvtt", suffix=".vtt", title="WebVTT cues for a player, by time", marks_recording=True)
def _webvtt(report: "Report", recording: "Recording | None" = None) -> str:
    from facilitator.reports.markers.marker_texts import webvtt_cues

    return webvtt_cues(_markers(report, recording))


@exporter("chapters", suffix=".chapters.txt", title="chapters of a video, by time", marks_recording=True)
def _chapters(report: "Report", recording: "Recording | None" = None) -> str:
    from facilitator.reports.markers.marker_texts import chapter_lines

    return chapter_lines(_markers(report, recording))


def _markers(report: "Report", recording: "Recording | None") -> "list[Marker]":
    from facilitator.domain.debrief.debrief import Debrief
    from facilitator.reports.lead import LeadReport
    from facilitator.reports.markers.markers import Recording, markers

    debrief = report.debrief if isinstance(report, LeadReport) else report
    if not isinstance(debrief, Debrief):
        raise ExportError("Markers are for the panel and the lead: they tell what was noted when.")
    return markers(debrief, recording or Recording())


@exporter("slack-api", suffix=".slack-api.txt", title="Slack's own markup, for its API", extent=Extent.BRIEF)
def _slack_api(report: "Report", extent: Extent) -> str:
    from facilitator.documents.slack_message import slack_message

    return slack_message(_document(report, extent))
