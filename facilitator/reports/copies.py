"""What a debrief is copied for: which words go to the clipboard for Slack, for a document, for the candidate.

Separate from the formats of files, since what is pasted is another thing: rich text keeps headings and tables, and a
letter has neither a title nor broken lines. A panelist's own card is copied as well, but isn't made from a debrief.
"""

from typing import NamedTuple

from facilitator.domain.debrief.debrief import Debrief
from facilitator.reports.audience import Extent
from facilitator.reports.exporting import DEFAULT_OPTIONS, Options, export_text, seen
from facilitator.reports.formats import ExportError


class Purpose(NamedTuple):
    """What it is copied for. `key` chooses it; `format_name` is that of a file in the same format, if there is one."""

    name: str
    key: str
    title: str
    format_name: str = ""


PURPOSES = {
    purpose.name: purpose
    for purpose in (
        Purpose("slack", "s", "Slack", "slack"),
        Purpose("rich", "r", "rich text, for Docs, Word and mail", "html"),
        Purpose("plain", "p", "plain text", "text"),
        Purpose("letter", "l", "the letter to the candidate"),
        Purpose("card", "m", "my card"),
    )
}


def purposes_of(debrief: Debrief) -> tuple[Purpose, ...]:
    """Return what there is to choose from: whoever looks on has no card."""
    return tuple(purpose for purpose in PURPOSES.values() if purpose.name != "card" or not debrief.panel.looks_on)


def rich_copy(debrief: Debrief, options: Options = DEFAULT_OPTIONS) -> str:
    """Return what the audience of the options gets to see of a debrief, as HTML to paste."""
    from facilitator.documents.pasting.rich_text import rich_text
    from facilitator.reports.report import document, report_for

    return rich_text(document(report_for(options.audience, seen(debrief, options)), options.extent or Extent.BRIEF))


def letter_copy(debrief: Debrief) -> str:
    """Return the letter to the candidate, to paste into a mail."""
    from facilitator.reports.feedback import feedback, letter_text

    return letter_text(feedback(debrief))


def copied(debrief: Debrief, purpose: str) -> tuple[str, str]:
    """Return the text to copy, and the same as HTML if it is rich. Without a purpose it is the first page in Markdown.

    Raises ExportError for a purpose that there isn't, or that a debrief can't serve.
    """
    match purpose:
        case "":
            return export_text(debrief, "md", Options(extent=Extent.BRIEF)), ""
        case "slack" | "plain":
            return export_text(debrief, PURPOSES[purpose].format_name), ""
        case "rich":
            return export_text(debrief, "text"), rich_copy(debrief)
        case "letter":
            return letter_copy(debrief), ""
    raise ExportError(f"A debrief isn't copied for “{purpose}”: choose from {', '.join(PURPOSES)}.")
