"""Which word of a form stands for a rating, and what is lost by it.

A form has its words for five points. A scale of another length is laid over them end to end: each point takes the word
that is nearest, and one that lies right between two has no counterpart (as 3 of 5 on a form with four words). A point
that is called as a word of the form is that word, wherever it lies.
"""

from collections.abc import Mapping

from facilitator.domain.plan.scale import FIVE_POINTS, Scale, folded_word
from facilitator.reports.ats.form import NO_WORD, Form


def rating_word(form: Form, scale: Scale, score: int) -> tuple[str, str]:
    """Return the form's word for a score, and what is lost by it, in a sentence; each may be empty.

    A form without words for scores takes ours.
    """
    if not form.scores:
        return f"{score} of {len(scale.words)}, {scale.word(score)}", ""
    words = {scale.text(each): word for each, word in _words(form, form.scores, scale).items()}
    ours = scale.text(score)
    lost = loss(form, ours, words, is_inexact=_is_inexact(form, form.scores, scale, score))
    return told_word(words[ours]), lost


def told_word(theirs: str) -> str:
    return "" if theirs == NO_WORD else theirs


def loss(form: Form, ours: str, words: Mapping[str, str], *, is_inexact: bool) -> str:
    """Return what is lost of one of our words, of which `words` has all with theirs; empty if nothing is."""
    theirs = words[ours]
    if theirs == NO_WORD:
        return f"{ours} has no counterpart in {form.name}, so choose one there yourself."
    others = [other for other, word in words.items() if word == theirs and other != ours]
    if others:
        return f"{ours} becomes {theirs}, and so does {', '.join(others)}."
    return f"{ours} becomes {theirs}." if is_inexact else ""


def _words(form: Form, scores: Mapping[int, str], scale: Scale) -> dict[int, str]:
    """Return the form's word for each point of a scale."""
    named = {folded_word(word): word for word in scores.values()}
    if _has_five(scale):
        laid = dict(scores)
    else:
        ladder = _ladder(scores)
        laid = {score: _nearest(ladder, scale.share(score - 1)) for score in scale.points}
    return {score: named.get(folded_word(scale.word(score)), laid[score]) for score in scale.points}


def _is_inexact(form: Form, scores: Mapping[int, str], scale: Scale, score: int) -> bool:
    """Whether a word means something else, or stands for another share of its scale."""
    if folded_word(scale.word(score)) in {folded_word(word) for word in scores.values()}:
        return False
    return str(score) in form.inexact if _has_five(scale) else len(scale.words) != len(_ladder(scores))


def _has_five(scale: Scale) -> bool:
    return len(scale.words) == len(FIVE_POINTS.words)


def _ladder(scores: Mapping[int, str]) -> list[str]:
    """Return the form's own words from the lowest to the highest, each once."""
    return list(dict.fromkeys(scores[score] for score in sorted(scores) if scores[score] != NO_WORD))


def _nearest(ladder: list[str], share: float) -> str:
    """Return the word nearest to a share (0 to 1) of the way up; NO_WORD right between two."""
    place = share * (len(ladder) - 1)
    below = int(place)
    rest = place - below
    if abs(rest - 0.5) < 1e-9:
        return NO_WORD
    return ladder[below + (rest > 0.5)]
