"""A note for a vault of Markdown notes, such as Obsidian's: front matter, links to people, and the report.

Links are ours alone. A vault reads more than Markdown as markup (tags, comments, highlights, inline fields), so that is
escaped in the texts of people as well.
"""

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from facilitator.documents.document import Document
from facilitator.documents.markdown import markdown
from facilitator.domain.debrief.debrief import Debrief
from facilitator.domain.text.dates import from_iso, iso_day
from facilitator.domain.text.plain_text import one_line
from facilitator.reports.feedback import Feedback
from facilitator.reports.lead import LeadReport
from facilitator.reports.next_round import NextRound

if TYPE_CHECKING:
    from facilitator.reports.report import Report

_MARKUP_OF_VAULTS = re.compile(r"\\.|#(?=[^\s#])|%%|==|::")
"""What Markdown leaves alone and a vault doesn't; what is escaped already is passed over."""

_NO_LINK = re.compile(r"[\[\]|#^\\/:*?\"<>]+")
"""What can't be in the name of a note."""

_REMOVED = "‹"

Property = tuple[str, str | list[str]]


def vault_note(report: "Report", document: Document) -> str:
    """Return a report as a note; `document` is the report as a document."""
    properties = [("title", one_line(document.title)), *_properties(report)]
    matter = [f"{name}: {_quoted(value)}" for name, value in properties if value]
    body = _MARKUP_OF_VAULTS.sub(_escaped, markdown(document))
    return "\n".join(["---", *matter, "---", "", body])


def _quoted(value: str | list[str]) -> str:
    """Return a value of the front matter. Plugins of vaults run what stands between `<%` and `%>` in a new file."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")


def _properties(report: "Report") -> Iterator[Property]:
    """Yield what the front matter says; for the candidate, nothing but the day."""
    match report:
        case LeadReport(debrief=debrief):
            yield from _properties(debrief)
        case Debrief():
            header = report.session
            yield "date", iso_day(from_iso(header.started or header.opened), header.timezone)
            yield "session", header.id
            yield "candidate", link(header.candidate)
            yield "panel", [link(person.name) for person in report.people]
            decision = report.panel.decision
            yield "decision", decision.outcome.value if decision else ""
            yield "tags", ["interview", "debrief"]
        case NextRound(session=header):
            yield "date", iso_day(from_iso(header.started or header.opened), header.timezone)
            yield "session", header.id
            yield "candidate", link(header.candidate)
            yield "tags", ["interview", "next-round"]
        case Feedback():
            yield "date", report.date
            yield "tags", ["interview", "feedback"]


def link(name: str) -> str:
    """Return a link to the note about somebody; the name alone if it was removed, or is none that a note can have."""
    plain = " ".join(_NO_LINK.sub(" ", name).split())
    return f"[[{plain}]]" if plain and not name.startswith(_REMOVED) else plain


def _escaped(found: re.Match[str]) -> str:
    text = found[0]
    return text if text.startswith("\\") else "".join(f"\\{letter}" for letter in text)
