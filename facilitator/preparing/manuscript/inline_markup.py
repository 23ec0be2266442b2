"""What the marks within a line of Markdown say: the plain text, and the emphasised text at its beginning."""

from markdown_it.token import Token

from facilitator.domain.text.plain_text import one_line


def plain_inline(children: list[Token]) -> str:
    """Return the text without markup: links and images by their text, code as it is, line breaks as spaces."""
    parts = []
    for child in children:
        if child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.type in ("text", "code_inline", "image", "text_special"):
            parts.append(child.content)
    return one_line("".join(parts))


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


def _is_tag(token: Token, *tags: str) -> bool:
    return token.type == "html_inline" and token.content.lower() in tags
