"""Read the panel and the competencies that a Markdown guide lists under headings of these names."""

import re

from facilitator.agenda_files.guides.guide_draft import entry
from facilitator.agenda_files.guides.markdown_blocks import GuideBlock
from facilitator.agenda_files.nodes import Mapping, Node, Pair, Scalar, Sequence
from facilitator.domain.text.plain_text import slug

_NAMED = re.compile(r"([^\s:#@/,]+):\s+(.+)", re.DOTALL)
_FLAGS = re.compile(r"(.*?)\s*\(([^()]*)\)", re.DOTALL)
_ANCHOR = re.compile(r"(\d+)\s*[:.)–—-]\s+(.+)", re.DOTALL)


def panel_of(items: list[GuideBlock]) -> Node:
    """Return the panel of items such as `id: Name, Role (lead)`; an id that is left out is made from the name."""
    return Sequence(items[0].position, tuple(_panelist(item) for item in items))


def competencies_of(items: list[GuideBlock]) -> Node:
    """Return the competencies of items such as `id: Name`; nested ones such as `3: what earns it` are their anchors."""
    competencies: list[tuple[GuideBlock, list[GuideBlock]]] = []
    for item in items:
        if item.depth == 0 or not competencies:
            competencies.append((item, []))
        else:
            competencies[-1][1].append(item)
    return Sequence(items[0].position, tuple(_competency(item, anchors) for item, anchors in competencies))


def _panelist(item: GuideBlock) -> Node:
    position = item.position
    rest = item.text
    flags: list[str] = []
    if match := _FLAGS.fullmatch(rest):
        rest, flags = match[1], [flag.strip().casefold() for flag in match[2].split(",")]
    id_, rest = _named(rest)
    name, _, role = rest.partition(",")
    entries = [entry("id", id_ or slug(name), position), entry("name", name, position)]
    if role.strip():
        entries.append(entry("role", role, position))
    entries += [entry(flag, "true", position) for flag in dict.fromkeys(flags) if flag]
    return Mapping(position, tuple(entries))


def _competency(item: GuideBlock, anchors: list[GuideBlock]) -> Node:
    id_, name = _named(item.text)
    entries = [entry("id", id_ or slug(name), item.position), entry("name", name, item.position)]
    if anchors:
        described = Mapping(anchors[0].position, tuple(_anchor(anchor) for anchor in anchors))
        entries.append(Pair(Scalar(item.position, "anchors"), described))
    return Mapping(item.position, tuple(entries))


def _anchor(item: GuideBlock) -> Pair:
    match = _ANCHOR.fullmatch(item.text)
    score, text = (match[1], match[2]) if match else (item.text, item.text)
    return entry(score, text, item.position)


def _named(text: str) -> tuple[str, str]:
    match = _NAMED.fullmatch(text)
    return (match[1], match[2]) if match else ("", text)
