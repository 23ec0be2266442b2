"""A kit of an ATS as a manuscript: a title, what is assessed, the scale, and the parts with their questions.

Only what a form asks is taken. What somebody answered about a candidate is no part of an agenda, and passed over.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import Any

from msgspec import Struct

from facilitator.domain.text.plain_text import clean, comparable, one_line
from facilitator.preparing.manuscript.html_blocks import html_blocks
from facilitator.preparing.manuscript.manuscript import BlockKind, FilePlace, Manuscript, Piece, TextBlock

VERDICTS = frozenset(
    (
        *("feedback", "overall feedback", "general feedback", "notes", "additional notes", "private notes", "summary"),
        *("key take-aways", "key takeaways", "strengths", "concerns", "pros", "cons"),
        *("overall recommendation", "recommendation", "overall rating", "rating"),
    )
)
"""Fields of forms that hold a verdict on the whole: this program's card has its own for them."""
PASSED_OVER = "what was answered about a candidate is passed over: an agenda holds questions only"


class KitQuestion(Struct, frozen=True):
    """What a form asks, with what it says about it."""

    text: str
    about: str = ""


class KitPart(Struct, frozen=True):
    """A part of a kit; `about` may be HTML. `beside` are its fields that hold a verdict, or that nobody asks."""

    title: str
    about: str = ""
    questions: tuple[KitQuestion, ...] = ()
    beside: tuple[str, ...] = ()


class Kit(Struct, frozen=True, kw_only=True):
    """A kit; `system` is whose it is, `scale` has its words from the lowest, `notes` say what was passed over."""

    system: str
    title: str
    parts: tuple[KitPart, ...]
    competencies: tuple[KitQuestion, ...] = ()
    scale: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def is_verdict(title: str) -> bool:
    """Whether a field holds a verdict on the whole."""
    return comparable(one_line(title)).strip(" :*") in VERDICTS


def split_part(title: str, about: str, asked: Iterable[KitQuestion]) -> KitPart:
    """Return a part with what it asks, of which the fields that hold a verdict are beside."""
    asked = list(asked)
    return KitPart(
        title,
        about,
        tuple(one for one in asked if not is_verdict(one.text)),
        tuple(one.text for one in asked if is_verdict(one.text)),
    )


def mappings(value: object) -> list[Mapping[str, Any]]:
    """Return the mappings in a list; none if it is no list."""
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def kit_manuscript(kit: Kit, name: str) -> Manuscript:
    """Return a kit as the manuscript that a guide of the same content would be."""
    return Manuscript(name, f"a kit of {kit.system}", tuple(_blocks(kit)), notes=kit.notes)


def plain(value: object) -> str:
    """Return a text of a kit on one line, without the HTML that it may be in; empty for anything else."""
    if not isinstance(value, str):
        return ""
    return " ".join(one_line(found.text) for found in html_blocks(clean(value)))


def _blocks(kit: Kit) -> Iterator[TextBlock]:
    numbers = count(1)

    def block(kind: BlockKind, text: str, depth: int = 0, number: str = "") -> TextBlock:
        piece = Piece(FilePlace(paragraph=next(numbers)), f"{number}. {text}" if number else text)
        return TextBlock(kind, text, (piece,), depth, number=number)

    def listed(questions: Iterable[KitQuestion]) -> Iterator[TextBlock]:
        for question in questions:
            yield block(BlockKind.ITEM, question.text)
            if question.about:
                yield block(BlockKind.ITEM, question.about, 1)

    yield block(BlockKind.HEADING, kit.title or f"{kit.system} interview", 1)
    if kit.competencies:
        yield block(BlockKind.HEADING, "Competencies", 2)
        yield from listed(kit.competencies)
    if kit.scale:
        yield block(BlockKind.HEADING, "Rating scale", 2)
        for number, word in enumerate(kit.scale, 1):
            yield block(BlockKind.ITEM, word, number=str(number))
    for part in (one for one in kit.parts if one.questions or one.about):
        yield block(BlockKind.HEADING, part.title, 2)
        for found in html_blocks(clean(part.about)):
            if found.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) and (said := one_line(found.text)):
                yield block(found.kind, said, found.depth)
        yield from listed(part.questions)
    beside = [text for part in kit.parts for text in part.beside]
    if beside:
        yield block(BlockKind.HEADING, "Scorecard", 2)
        for text in beside:
            yield block(BlockKind.PARAGRAPH, text)
