"""The arguments of the commands that say what a panelist thinks: a score, a recommendation.

Separate from the other arguments, because these are words of a scale and not names of what is in a plan.
"""

from collections.abc import Iterable

from facilitator.domain.language.arguments import Argument, Choice, find_competency
from facilitator.domain.language.decision import Refusal, Situation
from facilitator.domain.language.naming.line_words import Words
from facilitator.domain.plan.scale import FIVE_POINTS, Recommendation, folded_word
from facilitator.domain.text.plain_text import comparable, excerpt


def _read_score(words: Words, here: Situation) -> int:
    """Read a number or a word of the scale of the competency that stands before it, of several words the most."""
    scale = here.plan.scale_of(find_competency(words.last, here).id)
    found = scale.leading(words.rest)
    if found is not None:
        words.take(len(words.rest.split()) - len(found[1].split()))
        return found[0]
    word = words.peek()
    raise Refusal(f"A rating is one of {scale.in_words}{f', not “{excerpt(word)}”' if word else ''}.")


def _read_recommendation(words: Words, here: Situation) -> Recommendation:
    word = words.take()
    if comparable(word) in ("strong", "no") and comparable(words.peek()) in ("yes", "no", "decision"):
        word = f"{word}_{words.take()}"
    wanted = comparable(word).rstrip(":,;").replace("-", "_")
    if wanted in set(Recommendation):
        return Recommendation(wanted)
    raise Refusal(
        f"A recommendation is one of {', '.join(Recommendation)}{f', not “{excerpt(word)}”' if word else ''}."
    )


def _scores(here: Situation) -> Iterable[Choice]:
    """Return the points of all scales, with the words that they have on them."""
    scales = list(dict.fromkeys(here.plan.scale_of(one.id) for one in here.plan.competencies)) or [FIVE_POINTS]
    for score in max((scale.points for scale in scales), key=len):
        words = dict.fromkeys(filter(None, (scale.word(score) for scale in scales)))
        yield Choice(str(score), " or ".join(words), folded_word(next(iter(words))))


def _recommendations(here: Situation) -> Iterable[Choice]:
    return (Choice(recommendation, recommendation.replace("_", " ")) for recommendation in Recommendation)


SCORE = Argument("4|strong", _read_score, _scores)
RECOMMENDATION = Argument("strong_no|no|no_decision|yes|strong_yes", _read_recommendation, _recommendations)
