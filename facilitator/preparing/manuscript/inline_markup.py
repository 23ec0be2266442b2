"""What the marks within a line of Markdown say: the plain text, and the emphasised text at its beginning."""

from markdown_it.token import Token

from facilitator.domain.text.plain_text import one_line
from facilitator.preparing.manuscript.html_tags import is_no_tag


def plain_inline(children: list[Token], *, keeps_breaks: bool = False) -> str:
    """Return the text without markup: links and images by their text, code as it is, line breaks as spaces.

    What only looks like a tag, such as `<name>`, is text.

    If it `keeps_breaks`, those that are written as `<br>`, as in the cell of a table, stay.
    """
    parts = []
    for child in children:
        if child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.type in ("text", "code_inline", "image", "text_special"):
            parts.append(child.content)
        elif _is_tag(child, "<br>", "<br/>", "<br />"):
            parts.append("\n")
        elif child.type == "html_inline" and is_no_tag(child.content):
            parts.append(child.content)
    return "".join(parts).strip() if keeps_breaks else one_line("".join(parts))


def lines_of(inline: Token) -> list[list[Token]]:
    """Return what is on each line of a text; one line for all if code or a tag in it goes on from one to the next.

    The parser doesn't tell where within such a thing a line ends.
    """
    lines: list[list[Token]] = [[]]
    for child in inline.children or []:
        if child.type in ("softbreak", "hardbreak"):
            lines.append([])
        else:
            lines[-1].append(child)
    return lines if len(lines) > inline.content.count("\n") else [inline.children or []]


def leading_strong(children: list[Token]) -> str:
    """Return the first emphasised text if nothing but a time in brackets comes before it, else an empty text."""
    inside: list[Token] = []
    depth = 0
    for child in children:
        if child.type in ("strong_open", "em_open") or _is_tag(child, "<b>", "<strong>", "<u>"):
            depth += 1
        elif child.type in ("strong_close", "em_close") or _is_tag(child, "</b>", "</strong>", "</u>"):
            depth -= 1
            if depth == 0:
                return plain_inline(inside)
        elif depth:
            inside.append(child)
        elif child.content.strip() and not child.content.strip().endswith((")", "]", ":", "-", "–", "—")):
            return ""
    return ""


def leads_elsewhere_here(children: list[Token]) -> bool:
    """Whether a line is nothing but a link into the same file, as those of a table of contents are."""
    first, last = (children[0], children[-1]) if children else (None, None)
    if first is None or last is None or first.type != "link_open" or last.type != "link_close":
        return False
    opened = sum(child.type == "link_open" for child in children)
    return opened == 1 and str(first.attrs.get("href", "")).startswith("#")


def _is_tag(token: Token, *tags: str) -> bool:
    return token.type == "html_inline" and token.content.lower() in tags
