"""A picture of one debrief in its formats side by side, made by the program: the same page wherever people need it.

Separate from the pictures of screens, since a browser draws pages, and chats and vaults show markup in their way.
"""

import re
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from markdown_it import MarkdownIt

from facilitator.domain.debrief.debrief import Debrief, debrief
from facilitator.reports import Extent, Options, export_text
from tests.ui.sessions import DECIDED, played


class Place(NamedTuple):
    """Where a format stands, in pixels."""

    x: int
    y: int
    width: int
    height: int


GAP, CAPTION = 30, 30
WIDTH, HEIGHT = 2010, 1550
ABOVE, BELOW = 662, 768
MAIL, SLACK, VAULT = 550, 670, 670

STYLE = """
.caption { font: 600 18px system-ui, "Noto Sans", "DejaVu Sans", sans-serif; fill: #44505c; }
.card { background: #fff; color: #22262b; border: 1px solid #c9cdd2; border-radius: 6px; overflow: hidden;
  box-sizing: border-box; font: 12px/1.4 system-ui, "Noto Sans", "DejaVu Sans", sans-serif; }
svg { font-size: 13px; }
.page { font-size: 12px; line-height: 1.4; max-width: none; padding-bottom: 0; }
.page ul, .page p { max-width: none; }
.mail, .slack { padding: 12px 18px; white-space: pre-wrap; }
.mail, .slack code { font: 11px/1.27 ui-monospace, "DejaVu Sans Mono", monospace; }
.slack { font-size: 11.9px; }
.slack code { display: block; border: 1px solid #ddd; border-radius: 4px; padding: 6px 8px; background: #f6f6f6; }
.vault { padding: 12px 20px; font-size: 11.4px; }
.vault h1 { font-size: 19px; margin: 8px 0 4px; }
.vault h2 { font-size: 14px; margin: 9px 0 3px; }
.vault p, .vault ul { margin: 4px 0; }
.vault ul { padding-left: 18px; }
.vault table { border-collapse: collapse; }
.vault th, .vault td { border: 1px solid #d5d5de; padding: 1px 7px; text-align: left; }
.vault .properties td { border: 0; padding: 0 14px 0 0; vertical-align: top; }
.vault .link { color: #6c4fd1; }
"""


def formats_side_by_side(screen: str) -> str:
    """Return the picture as SVG; `screen` is that of the debrief on the screen."""
    shown = debrief((conductor := played(DECIDED)[0]).session, conductor.now())
    style, body = _page(shown)
    below, half = 2 * GAP + ABOVE + CAPTION - 10, (WIDTH - 3 * GAP) // 2
    drawn = [
        *_placed("On the screen", Place(GAP, GAP, half, ABOVE), screen),
        *_placed("A page to read and print", Place(2 * GAP + half, GAP, half, ABOVE), _card("page", body)),
        *_placed("Mail", Place(GAP, below, MAIL, BELOW), _card("mail", escape(export_text(shown, "text")))),
        *_placed("Slack", Place(2 * GAP + MAIL, below, SLACK, BELOW), _card("slack", _in_slack(shown))),
        *_placed(
            "A vault of notes", Place(3 * GAP + MAIL + SLACK, below, VAULT, BELOW), _card("vault", _in_vault(shown))
        ),
    ]
    return "\n".join(
        [
            f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" xmlns="http://www.w3.org/2000/svg">',
            f"<style>{escape(style + STYLE, quote=False)}</style>",
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#eceef1"/>',
            *drawn,
            "</svg>\n",
        ]
    )


def _placed(caption: str, place: Place, content: str) -> Iterator[str]:
    """Yield a format below its caption; what is too long for its place ends there, as on a first screenful."""
    yield f'<text class="caption" x="{place.x}" y="{place.y + 14}">{escape(caption)}</text>'
    frame = f'x="{place.x}" y="{place.y + CAPTION}" width="{place.width}" height="{place.height}"'
    if content.startswith("<svg"):
        yield content.replace("<svg", f'<svg {frame} preserveAspectRatio="xMinYMin"', 1)
    else:
        yield f"<foreignObject {frame}>{content.format(place.height)}</foreignObject>"


def _card(kind: str, body: str) -> str:
    inside = f'<div class="{kind}">{body}</div>'.replace("{", "{{").replace("}", "}}")
    return f'<div xmlns="http://www.w3.org/1999/xhtml" class="card" style="height: {{}}px">{inside}</div>'


def _page(shown: Debrief) -> tuple[str, str]:
    """Return the style and the body of the page: by day, and where nothing else is styled by it."""
    whole = export_text(shown, "html", Options(extent=Extent.BRIEF))
    style, body = (whole.partition(f"<{tag}>")[2].partition(f"</{tag}>")[0] for tag in ("style", "body"))
    by_day = style.partition("@media (max-width")[0].replace("}\n}", "}").replace("@media (prefers", "\0", 1)
    by_day = re.sub(r"\0.*?\}", "", by_day, flags=re.DOTALL)
    return re.sub(r"([^{}]+)(\{[^}]*\})", _inside_page, by_day), body


def _inside_page(rule: re.Match[str]) -> str:
    selectors = (one.strip() for one in rule[1].split(","))
    inside = (".page" if one in (":root", "body") else f".page {one}" for one in selectors)
    return f"{', '.join(inside)} {rule[2]}\n"


def _in_slack(shown: Debrief) -> str:
    """Return the message as Slack shows it."""
    text = escape(export_text(shown, "slack"))
    text = re.sub(r"```\n(.*?)```\n", r"<code>\1</code>", text, flags=re.DOTALL)
    text = re.sub(r"(?<!\w)\*([^*\n]+)\*(?!\w)", r"<b>\1</b>", text)
    return re.sub(r"(?<!\w)_([^_\n]+)_(?!\w)", r"<i>\1</i>", text)


def _in_vault(shown: Debrief) -> str:
    """Return the note as a vault shows it: its front matter as properties, its links as links."""
    matter, _, body = export_text(shown, "vault", Options(extent=Extent.BRIEF)).removeprefix("---\n").partition("---\n")
    rows = (line.partition(": ") for line in matter.splitlines())
    said = ((name, re.sub(r'[\["]*([^\["\],]+)[\]"]*', r"\1", escape(value, quote=False))) for name, _, value in rows)
    table = "".join(f"<tr><td>{name}</td><td>{value}</td></tr>" for name, value in said)
    return f'<table class="properties">{table}</table>{MarkdownIt().enable("table").render(body)}'
