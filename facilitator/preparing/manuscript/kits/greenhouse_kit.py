"""Kits and scorecards of Greenhouse, as its Harvest API tells them.

Sources: https://developers.greenhouse.io/harvest.html, the job stage object (interviews with an `interview_kit` each)
and the scorecard object (`attributes` with a `rating` from definitely_not to strong_yes, `questions`).
"""

from collections.abc import Iterator, Mapping
from typing import Any

from facilitator.preparing.manuscript.kits.kit import (
    PASSED_OVER,
    Kit,
    KitPart,
    KitQuestion,
    mappings,
    plain,
    split_part,
)

SYSTEM = "Greenhouse"
SCALE = ("definitely not", "no", "mixed", "yes", "strong yes")


def greenhouse_kit(value: object) -> Kit | None:
    """Return the kit that a job stage, several, an interview or a scorecard holds; None if it is none of them."""
    held = value if isinstance(value, list) else [value]
    found = [one for one in held if isinstance(one, Mapping)]
    interviews = [interview for one in found for interview in _interviews(one)]
    if not interviews:
        return None
    attributes = [one for interview in interviews for one in mappings(interview.get("attributes"))]
    names = dict.fromkeys(filter(None, (plain(one.get("name")) for one in attributes)))
    is_answered = any(one.get("rating") or one.get("note") for one in attributes)
    return Kit(
        system=SYSTEM,
        title=plain(found[0].get("name")) if len(found) == 1 and "interviews" in found[0] else _title(interviews[0]),
        parts=tuple(map(_part, interviews)),
        competencies=tuple(KitQuestion(name) for name in names),
        scale=SCALE if names else (),
        notes=(PASSED_OVER,) if is_answered else (),
    )


def _interviews(one: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield what has a kit or attributes of its own, in order."""
    if "interviews" in one:
        yield from (each for each in mappings(one["interviews"]) if isinstance(each.get("interview_kit"), Mapping))
    elif isinstance(one.get("interview_kit"), Mapping) or "overall_recommendation" in one:
        yield one


def _part(interview: Mapping[str, Any]) -> KitPart:
    kit = interview.get("interview_kit")
    held = kit if isinstance(kit, Mapping) else interview
    asked = list(filter(None, (plain(one.get("question")) for one in mappings(held.get("questions")))))
    about = held.get("content")
    return split_part(
        _title(interview) or "Questions", about if isinstance(about, str) else "", map(KitQuestion, asked)
    )


def _title(interview: Mapping[str, Any]) -> str:
    return plain(interview.get("name") or interview.get("interview"))
