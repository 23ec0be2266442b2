"""Scores from 1 to 5 as a rubric writes them: one, or a band such as `2-3`."""

import re

_SCORES = re.compile(r"(?:score |level |points? )?\(?([1-5])(?: ?[-–—/] ?([1-5]))?\)?(?: points?)?", re.IGNORECASE)
_SCORED = re.compile(rf"{_SCORES.pattern}(?: ?[:=] ?| ?[–—-] | [–—-]|[.)] )(?=\S)", re.IGNORECASE)


def scores_of(text: str) -> tuple[int, ...]:
    """Return the scores that a text is about, such as those of a band; none if it is about anything else."""
    match = _SCORES.match(text[:40])
    return _between(match) if match and not text[match.end() :][:1].isalnum() else ()


def scored(text: str) -> tuple[tuple[int, ...], str]:
    """Return the scores that a line is about, and what earns them: `3 – specific`. Without a score, both are empty."""
    match = _SCORED.match(text[:400])
    return (_between(match), text[match.end() :]) if match else ((), "")


def _between(match: re.Match[str]) -> tuple[int, ...]:
    first, last = int(match[1]), int(match[2] or match[1])
    return tuple(range(min(first, last), max(first, last) + 1))
