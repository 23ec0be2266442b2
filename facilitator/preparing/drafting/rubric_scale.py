"""The scale on which the criteria of a rubric are rated, by the scores that it describes.

Without a word to the contrary it is that of five points. A rubric that describes each score of another number of
points, or one above five, has a scale of its own; one that counts from 0 is moved, since a scale counts from 1.
"""

from collections.abc import Iterable, Mapping

from facilitator.domain.plan.scale import FIVE_POINTS, LONGEST_WORD, MOST_POINTS
from facilitator.domain.text.plain_text import comparable
from facilitator.preparing.drafting.agenda_draft import DraftAgenda, DraftCompetency

_FEWEST_DESCRIBED = 3
"""A rubric of fewer scores may have left others out."""
_FIVE = len(FIVE_POINTS.words)


def give_scale(
    competencies: Iterable[DraftCompetency], draft: DraftAgenda, words: Mapping[int, str] | None = None
) -> None:
    """Give the criteria of one rubric the scale that its scores make up; `words` are what it calls them."""
    rubric = list(competencies)
    scores = sorted({score for one in rubric for score in one.anchors} | set(words or {}))
    if not scores:
        return
    least, most = (0 if scores[0] == 0 else 1), scores[-1]
    points = range(least, most + 1)
    if len(points) > MOST_POINTS:
        _leave_out_anchors(rubric, len(points))
        return
    is_whole = len(scores) == len(points) >= _FEWEST_DESCRIBED
    is_five = least == 1 and (most == _FIVE or (most < _FIVE and not is_whole))
    named = _words(points, words or {})
    if len(draft.scale) == len(points) or (is_five and not named and not draft.scale):
        own: list[str] = []
    elif is_five:
        own = named or list(FIVE_POINTS.words)
    else:
        own = named or [f"level {point}" for point in points]
    for one in rubric:
        one.scale = own
        if least == 0:
            one.anchors = {score + 1: text for score, text in one.anchors.items()}
            one.guesses.append(f"counted from 0 to {most} in the guide, and from 1 to {most + 1} here")
        if own and not is_five:
            one.guesses.append(f"a scale of {len(points)} points, as the guide describes it")


def _words(points: range, words: Mapping[int, str]) -> list[str]:
    """Return the words of all points; none unless each has one that can be told from the others."""
    found = [words.get(point, "") for point in points]
    is_whole = all(found) and len(set(map(comparable, found))) == len(found)
    return found if is_whole and max(map(len, found)) <= LONGEST_WORD else []


def _leave_out_anchors(rubric: list[DraftCompetency], points: int) -> None:
    for one in rubric:
        described = "; ".join(f"{score}: {text}" for score, text in sorted(one.anchors.items()))
        one.anchors = {}
        if described:
            one.guesses.append(f"{points} points are more than a scale can have; left out of it: {described}")
