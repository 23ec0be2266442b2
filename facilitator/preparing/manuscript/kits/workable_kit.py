"""Interview kits of Workable, in the form in which its API takes a filled one.

Sources: https://workable.readme.io/reference/rate-candidate (a `score_card` has sections of traits, a trait questions
with a `body`; `scale` is thumbs, stars or numbers) and https://help.workable.com/hc/en-us/articles/115012304987 (each
section relates to skills, traits or requirements, with questions on them).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from facilitator.preparing.manuscript.kits.kit import PASSED_OVER, Kit, KitPart, KitQuestion, mappings, plain
from facilitator.reports.ats.form import THUMBS

SYSTEM = "Workable"
SCALES = {
    "thumbs": THUMBS,
    "stars": ("one star", "two stars", "three stars", "four stars", "five stars"),
    "numbers": tuple(f"{number} out of 10" for number in range(1, 11)),
}
"""The words of each scale, from the lowest. A kit that names none has thumbs."""

_ANSWERS = ("score", "note")


def workable_kit(value: object) -> Kit | None:
    """Return the kit that a scorecard of Workable is, alone or in a rating; None if it is none."""
    if not isinstance(value, Mapping):
        return None
    held = value.get("score_card", value)
    sections = mappings(held.get("sections")) if isinstance(held, Mapping) else []
    traits = [trait for section in sections for trait in mappings(section.get("traits"))]
    if not traits:
        return None
    asked = [question for trait in traits for question in mappings(trait.get("questions"))]
    is_answered = any(one.get(answer) for one in (*traits, *asked) for answer in _ANSWERS) or bool(value.get("comment"))
    names = dict.fromkeys(filter(None, (plain(trait.get("name")) for trait in traits)))
    return Kit(
        system=SYSTEM,
        title=plain(held.get("name") or value.get("name")),
        parts=tuple(map(_part, sections)),
        competencies=tuple(map(KitQuestion, names)),
        scale=SCALES.get(plain(value.get("scale")), THUMBS) if names else (),
        notes=(*_empty(sections), *([PASSED_OVER] if is_answered else [])),
    )


def _part(section: Mapping[str, Any]) -> KitPart:
    """Return a section with its questions, each with the trait that it is about in brackets behind it."""
    asked = []
    for trait in mappings(section.get("traits")):
        name = plain(trait.get("name"))
        for question in mappings(trait.get("questions")):
            if text := plain(question.get("body")):
                asked.append(KitQuestion(f"{text} ({name})" if name else text))
    return KitPart(plain(section.get("name")) or "Questions", questions=tuple(asked))


def _empty(sections: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for number, section in enumerate(sections, 1):
        if not mappings(section.get("traits")):
            yield f"section {number}, “{plain(section.get('name'))}”: has no traits, and is left out"
