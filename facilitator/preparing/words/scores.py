"""Scores as a rubric writes them, from 0 to 10: one, or a band such as `2-3`."""

import re

_SCORE = r"(?:10|[0-9])(?![0-9])"
_SCORES = re.compile(
    rf"(?:score |level |points? )?\(?({_SCORE})(?: ?[-–—/] ?({_SCORE}))?\)?(?: points?)?", re.IGNORECASE
)
_HEAD = re.compile(rf"(?:score |level |points? )?({_SCORE})\b(.{{0,40}})", re.IGNORECASE)
_HEAD_BEHIND = re.compile(rf"([^\W\d].{{0,39}}?)\s?[(\[]({_SCORE})[)\]]")
_SCORED = re.compile(rf"{_SCORES.pattern}(?: ?[:=] ?| ?[–—-] | [–—-]|[.)] )(?=\S)", re.IGNORECASE)


def scores_of(text: str) -> tuple[int, ...]:
    """Return the scores that a text is about, such as those of a band; none if it is about anything else."""
    match = _SCORES.match(text[:40])
    return _between(match) if match and not text[match.end() :][:1].isalnum() else ()


def says_more(text: str) -> bool:
    """Whether a text says more than a score or a band of them."""
    return _SCORES.fullmatch(text.strip(" .:")) is None


def scored(text: str) -> tuple[tuple[int, ...], str]:
    """Return the scores that a line is about, and what earns them: `3 – specific`. Without a score, both are empty."""
    match = _SCORED.match(text[:400])
    return (_between(match), text[match.end() :]) if match else ((), "")


def score_of_head(head: str) -> tuple[int, str] | None:
    """Return the score that a column describes and its word: `4 – Excellent`, `Poor (1)`; None if it is another."""
    if match := _HEAD.fullmatch(head):
        return int(match[1]), match[2].strip(" \t-–—:.=()[]")
    behind = _HEAD_BEHIND.fullmatch(head)
    return (int(behind[2]), behind[1].strip(" \t-–—:.=")) if behind else None


def _between(match: re.Match[str]) -> tuple[int, ...]:
    first, last = int(match[1]), int(match[2] or match[1])
    return tuple(range(min(first, last), max(first, last) + 1))
