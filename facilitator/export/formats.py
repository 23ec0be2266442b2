"""The formats a report can be had in. One place to add one: a function with `@exporter` below.

The libraries that a format needs are imported where it is rendered, so that naming the formats costs nothing.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from facilitator.export.document import Document
    from facilitator.export.reports import Report

Sheets = dict[str, str]
"""File name to content, for a format that is a folder of files."""

Exporter = Callable[["Report"], str | Sheets]


class ExportError(Exception):
    """An export could not be made or written. The text says what and why, for a person."""


class WrongTemplate(ExportError):
    """What was given as a template can't be filled in."""


class Format(NamedTuple):
    """`suffix` ends the file's name; it is empty for a format that is a folder of files."""

    name: str
    title: str
    suffix: str
    exporter: Exporter

    @property
    def is_folder(self) -> bool:
        return not self.suffix


FORMATS: dict[str, Format] = {}


def exporter(name: str, *, suffix: str, title: str) -> Callable[[Exporter], Exporter]:
    """Registers a function as the format `name`."""

    def register(function: Exporter) -> Exporter:
        FORMATS[name] = Format(name, title, suffix, function)
        return function

    return register


def _document(report: "Report") -> "Document":
    from facilitator.export.reports import document

    return document(report)


@exporter("md", suffix=".md", title="Markdown")
def _markdown(report: "Report") -> str:
    from facilitator.export.markdown import markdown

    return markdown(_document(report))


@exporter("html", suffix=".html", title="a page to read and print")
def _html(report: "Report") -> str:
    from facilitator.export.html_page import html_page

    return html_page(_document(report))


@exporter("json", suffix=".json", title="JSON, to be read back exactly")
def _json(report: "Report") -> str:
    from facilitator.export.json_text import json_text

    return json_text(report)


@exporter("csv", suffix="", title="CSV, a folder of sheets")
def _csv(report: "Report") -> Sheets:
    from facilitator.export.sheets import report_sheets

    return report_sheets(report)


@exporter("text", suffix=".txt", title="plain text for an e-mail")
def _text(report: "Report") -> str:
    from facilitator.export.plain_mail import plain_mail

    return plain_mail(_document(report))


@exporter("slack", suffix=".slack.txt", title="Slack's own markup")
def _slack(report: "Report") -> str:
    from facilitator.export.slack import slack

    return slack(_document(report))
