"""HTML: a document as a page that contains everything it needs, loads nothing, and prints well.

The template escapes all texts, and none of them is a formula to a spreadsheet; the page's policy allows only its own
style sheet.
"""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from facilitator.documents.document import Block, Document, Heading, TimeChart
from facilitator.documents.drawing import Drawing, drawing
from facilitator.documents.formulas import as_text
from facilitator.documents.terminal import role_of
from facilitator.domain.text.plain_text import slug

if TYPE_CHECKING:
    from jinja2 import Environment

_HERE = Path(__file__).parent


class _Shown(Struct, frozen=True):
    kind: str
    value: Block
    anchor: str = ""
    drawn: Drawing | None = None


class _Section(Struct, frozen=True):
    title: str
    anchor: str


def html_page(document: Document) -> str:
    """Return `document` as a complete page."""
    from markupsafe import Markup

    style = "\n" + (_HERE / "page.css").read_text(encoding="utf-8")
    blocks = [_shown(block, number) for number, block in enumerate(document.blocks)]
    page = _environment().get_template("page.html.j2")
    return (
        page.render(
            document=document,
            blocks=blocks,
            sections=[
                _Section(shown.value.text, shown.anchor)
                for shown in blocks
                if isinstance(shown.value, Heading) and shown.anchor
            ],
            style=Markup(style),
            style_hash="sha256-" + b64encode(sha256(style.encode()).digest()).decode(),
        )
        + "\n"
    )


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, finalize=_finalized
    )
    environment.filters["role"] = role_of
    return environment


def _finalized(value: object) -> object:
    return as_text(value) if type(value) is str else value


def _shown(block: Block, number: int) -> _Shown:
    anchor = f"{slug(block.text) or 'section'}-{number}" if isinstance(block, Heading) and block.level == 2 else ""
    drawn = drawing(block) if isinstance(block, TimeChart) else None
    return _Shown(type(block).__name__, block, anchor, drawn)
