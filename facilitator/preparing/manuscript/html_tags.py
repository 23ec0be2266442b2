"""The tags of HTML: which words between `<` and `>` are some, and which of them hide their text.

What people put there to be filled in, such as `<name>`, is text.
"""

import re
from functools import cache

from facilitator.preparing.words.lexicon import HeadingRole, Lead, heading_role, lead_of
from facilitator.preparing.written_times.written_time import written_time

HEADING_LEVELS = {f"h{level}": level for level in range(1, 7)}
HIDDEN_TAGS = ("script", "style", "template", "noscript", "svg", "head")
AROUND = ("nav", "footer")
"""What stands around the text of a page."""
PARAGRAPHS = (
    "p", "div", "section", "article", "main", "header", "aside", "body", "html", "dd", "dt", "figure",
    "figcaption", "address", "details", "summary", "form", "fieldset", "label", "dl", "hr", "blockquote",
)  # fmt: skip
STRONG = ("strong", "b", "em", "i")
_NAME = re.compile(r"</?([A-Za-z][^\s/>]{0,60})")
_OF_PROGRAMS = re.compile(r"[A-Za-z][A-Za-z0-9.]{0,30}[:-][A-Za-z]")
_OPEN = re.compile(r"<(?![A-Za-z/!?][^<>]*>)")
_COMMENT_OR_OPEN = re.compile(rf"<!--.*?-->|{_OPEN.pattern}", re.DOTALL)
_NAMES = """
a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br button
canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset
figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins
kbd label legend li link main map mark marquee math menu meta meter nav nobr noframes noscript object ol optgroup
option output p param path picture plaintext pre progress q rp rt ruby s samp script search section select slot small
source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track
tt u ul var video wbr xml
"""
"""Source: the HTML standard, with its obsolete elements; what programs put into pages has `:` or `-` in its name."""


def with_closed_tags(html: str) -> str:
    """Return HTML in which every `<` that begins no tag or comment with an end of its own is written as text.

    `HTMLParser` looks for the end of each of them anew, up to the end of the text.
    """
    last = html.rfind("-->") + 3 if "-->" in html else 0
    return _COMMENT_OR_OPEN.sub(_as_text, html[:last]) + _OPEN.sub("&lt;", html[last:])


def _as_text(match: re.Match[str]) -> str:
    return match[0] if len(match[0]) > 1 else "&lt;"


@cache
def _tags() -> frozenset[str]:
    return frozenset(_NAMES.split())


def is_no_tag(text: str) -> bool:
    """Whether a text that begins with `<` only looks like a tag."""
    match = _NAME.match(text)
    return match is not None and match[1].lower() not in _tags() and not _OF_PROGRAMS.match(match[1])


def hides(summary: str) -> bool:
    """Whether what opens with a click on this isn't asked: an answer, unless a time or a word says what it is."""
    if written_time(summary):
        return False
    role, lead = heading_role(summary), lead_of(summary)
    return role == HeadingRole.ANSWERS or lead == Lead.ANSWER or not (role or lead)
