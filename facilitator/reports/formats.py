"""The formats of a report. To add one, write a function with `@exporter` below.

The libraries that a format needs are imported when it is rendered, so that listing the formats costs nothing.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from facilitator.documents.content import Content, Sheets

if TYPE_CHECKING:
    from facilitator.documents.document import Document
    from facilitator.domain.facts.event import Event
    from facilitator.reports.report import Report

Exporter = Callable[..., Content]
"""A function that renders a report; if its format carries the journal, it may be given the events as well."""


class ExportError(Exception):
    """An export could not be made or written. The message says what and why, for a person."""


class WrongTemplate(ExportError):
    """The file given as a template can't be rendered."""


class Format(NamedTuple):
    """A format by name. `suffix` ends the file's name and is empty for a format that is a folder of files.

    `carries_journal` means that the exporter takes the session's events as well, so that it can be read back.
    """

    name: str
    title: str
    suffix: str
    exporter: Exporter
    carries_journal: bool = False

    @property
    def is_folder(self) -> bool:
        return not self.suffix


FORMATS: dict[str, Format] = {}


def exporter(name: str, *, suffix: str, title: str, carries_journal: bool = False) -> Callable[[Exporter], Exporter]:
    """Register a function as the format `name`."""

    def register(function: Exporter) -> Exporter:
        FORMATS[name] = Format(name, title, suffix, function, carries_journal)
        return function

    return register


def _document(report: "Report") -> "Document":
    from facilitator.reports.report import document

    return document(report)


@exporter("md", suffix=".md", title="Markdown")
def _markdown(report: "Report") -> str:
    from facilitator.documents.markdown import markdown

    return markdown(_document(report))


@exporter("html", suffix=".html", title="a page to read and print")
def _html(report: "Report") -> str:
    from facilitator.documents.html_page import html_page

    return html_page(_document(report))


@exporter("json", suffix=".json", title="JSON, to be read back exactly", carries_journal=True)
def _json(report: "Report", events: "Sequence[Event]" = ()) -> str:
    from facilitator.reports.json_text import json_text, with_journal

    return with_journal(json_text(report), events) if events else json_text(report)


@exporter("csv", suffix="", title="CSV, a folder of sheets")
def _csv(report: "Report") -> Sheets:
    from facilitator.reports.sheets import report_sheets

    return report_sheets(report)


@exporter("text", suffix=".txt", title="plain text for an e-mail")
def _text(report: "Report") -> str:
    from facilitator.documents.mail import plain_mail

    return plain_mail(_document(report))


@exporter("slack", suffix=".slack.txt", title="Slack's own markup")
def _slack(report: "Report") -> str:
    from facilitator.documents.slack_message import slack_message

    return slack_message(_document(report))
