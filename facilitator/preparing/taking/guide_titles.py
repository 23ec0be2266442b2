"""The title of a guide, and that of a part: what of a heading names it, and what says more."""

import re

from facilitator.domain.text.plain_text import comparable, one_line
from facilitator.preparing.manuscript.manuscript import BlockKind
from facilitator.preparing.taking.outline_tree import Branch
from facilitator.preparing.taking.tables import is_schedule
from facilitator.preparing.words.lexicon import HeadingRole, field_of, heading_role, is_request, lead_of, words_of
from facilitator.preparing.words.sentences import is_asked
from facilitator.preparing.written_times.amounts import amount
from facilitator.preparing.written_times.clocks import lengths_of
from facilitator.preparing.written_times.written_time import WrittenTime

NEAR = 0.1
"""How far times may be from a whole that they make up, as a share of it."""
_LONGEST_TITLE = 80
_COUNT = re.compile(r"\d{1,2}|[A-Za-z]|[IVX]{1,5}")
_TITLE_END = re.compile(r"\s--?\s|\s?[–—]\s")
_IN_TITLE = re.compile(r"(\d{1,3})[ -]?(hours?|hrs?|h|minutes?|mins?|min)\b", re.IGNORECASE)


def title_of(roots: list[Branch]) -> Branch | None:
    """Return the branch that is the title of the whole: above all other headings, or the first line; None without."""
    everything = [branch for root in roots for branch in root.all()]
    heads = [branch for branch in everything if branch.is_head]
    if not roots or not one_line(roots[0].text) or heading_role(roots[0].block.text):
        return None
    first = _above_all(roots, heads) or roots[0]
    if first.block.kind == BlockKind.HEADING:
        headings = [head for head in heads if head.block.kind == BlockKind.HEADING]
        is_above = all(head.level > first.level for head in headings[1:])
        is_sum = first.has_length and _is_sum(first, everything)
        has_schedule = any(b.block.kind == BlockKind.TABLE and is_schedule(b.block) for b in everything)
        is_whole = is_sum or has_schedule or _has_timed_parts(first)
        is_only_part = first.has_length and len(headings) == 1 and not is_whole
        is_title = is_sum or (is_above and not is_only_part) or _says_nothing_else(first, headings)
        return first if is_title else None
    if first.is_head and first.has_length:
        return first if _is_sum(first, everything) else None
    is_title = len(first.block.text) <= _LONGEST_TITLE and len(first.block.pieces) == 1 and len(everything) > 1
    return first if is_title and _names_only(first) else None


def _above_all(roots: list[Branch], heads: list[Branch]) -> Branch | None:
    """Return the only heading of the first level if nothing but short texts stands before it, as links on a page do."""
    tops = [head for head in heads if head.block.kind == BlockKind.HEADING and head.level == 1]
    before = roots[: next((n for n, root in enumerate(roots) if tops and root is tops[0]), 0)]
    is_short = all(len(root.text) <= _LONGEST_TITLE and not (root.is_head or root.has_length) for root in before)
    return tops[0] if len(tops) == 1 and before and is_short and not heading_role(tops[0].block.text) else None


def _says_nothing_else(first: Branch, headings: list[Branch]) -> bool:
    """Whether the first heading has neither a time nor anything asked below it, while a later one has a time."""
    below = list(first.all())[1:]
    is_empty = not any(one.is_item or one.is_head or one.asks or one.block.kind == BlockKind.TABLE for one in below)
    return not first.has_length and is_empty and any(head.has_length for head in headings[1:])


def _names_only(first: Branch) -> bool:
    """Whether a first line without a time is a title: no sentence, question, field or lead, and nothing asked below."""
    text = first.block.text
    is_paragraph = first.block.kind == BlockKind.PARAGRAPH and not first.block.is_quote
    label = text.partition(":")[0]
    says = text.endswith((".", ":", "!", ",", "。", "：")) or is_asked(text) or is_request(text)
    is_label = ":" in text and bool(field_of(label) or lead_of(label) or heading_role(label))
    direct = [child for child in first.children if not child.is_head]
    return is_paragraph and not says and not is_label and not direct and first.time is None


def _has_timed_parts(first: Branch) -> bool:
    """Whether what is right below a heading of the first level is mostly parts with times."""
    below = [child for child in first.children if child.is_item or child.is_head]
    timed = [child for child in below if child.has_length and not is_asked(child.text)]
    return first.level == 1 and len(timed) > 1 and 2 * len(timed) > len(below)


def _is_sum(first: Branch, everything: list[Branch]) -> bool:
    """Whether the time of the first heading is about the sum of those of the others."""
    others = [length_of(b.time) for b in everything if b is not first and b.has_length and not is_asked(b.text)]
    own = length_of(first.time)
    known = list(filter(None, others))
    return bool(own) and len(known) > 1 and abs(sum(known) / (own or 1) - 1) <= NEAR


def length_of(time: WrittenTime | None) -> int | None:
    """Return the seconds of a written time; None if it has no end."""
    if time is None:
        return None
    return time.seconds or lengths_of([(time.starts, time.ends)])[0]


def stated_in(title: str) -> int | None:
    """Return the length that a title states (`Sample 90-minute kickoff`), in seconds; None if it states none."""
    match = _IN_TITLE.search(title[:300])
    found = amount(f"{match[1]} {match[2]}") if match else None
    return found.seconds if found else None


def names_title(heading: str, title: str) -> bool:
    """Whether a heading is about the part with a title, as `Questions – Background` and `Background questions` are.

    So is `Background – questions` about `Background and motives`.

    Both are comparable texts.
    """
    before, behind = heading.removesuffix(title), heading.removeprefix(title)
    is_last = before != heading and before.rstrip().endswith(("-", "–", "—", ":")) and len(title) > 1
    is_asked_about = behind.startswith(" ") and _is_on_questions(behind)
    begins, _, rest = heading.replace("—", "–").replace(" - ", " – ").partition(" – ")
    is_begun = bool(rest) and title.startswith((f"{begins} ", f"{begins}:")) and _is_on_questions(rest)
    return heading == title or is_last or is_asked_about or is_begun


def _is_on_questions(text: str) -> bool:
    return heading_role(text) == HeadingRole.QUESTIONS


def split_title(text: str, strong: str) -> tuple[str, str]:
    """Split `Title -- what the time is for`, or a text that begins in bold, into title and purpose."""
    if strong and text.startswith(strong) and bare(strong):
        return bare(strong), bare(text[len(strong) :])
    counted = _TITLE_END.match(text, len(_counted_in(text)))
    title, *rest = _TITLE_END.split(text[counted.end() :] if counted else text, maxsplit=1)
    return bare(title), bare(rest[0]) if rest else ""


def _counted_in(text: str) -> str:
    """Return what only counts a part at the beginning of its title: `Part one` of `Part one - Welcome`."""
    first, *second = text.split(maxsplit=2)[:2] or ("",)
    if not second or comparable(first) not in words_of("counted"):
        return ""
    is_count = _COUNT.fullmatch(second[0]) or comparable(second[0]) in words_of("count")
    return text[: text.index(second[0], len(first)) + len(second[0])] if is_count else ""


def bare(text: str) -> str:
    """Return a title without the dashes, colons and marks around it."""
    return text.strip(" \t-–—:|*_")
