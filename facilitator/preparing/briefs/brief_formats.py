"""The formats of a brief. What a format needs is imported when it is made."""

from collections.abc import Callable
from typing import NamedTuple

from facilitator.documents.document import Document


class BriefFormat(NamedTuple):
    """A format: how a document becomes its content, and what its files end in."""

    suffix: str
    made: Callable[[Document], str | bytes]


def _markdown(document: Document) -> str:
    from facilitator.documents.markdown import markdown

    return markdown(document)


def _html(document: Document) -> str:
    from facilitator.documents.html_page import html_page

    return html_page(document)


def _text(document: Document) -> str:
    from facilitator.documents.mail import plain_mail

    return plain_mail(document)


def _word(document: Document) -> bytes:
    from facilitator.documents.word_file.word import word

    return word(document)


BRIEF_FORMATS = {
    "md": BriefFormat(".md", _markdown),
    "html": BriefFormat(".html", _html),
    "text": BriefFormat(".txt", _text),
    "word": BriefFormat(".docx", _word),
}
"""What a brief can be written as; a calendar file is made of the agenda itself (see `calendar_file`)."""
