"""The arguments of the commands that say what a panelist thinks: a score, a recommendation.

Separate from the other arguments, because these are words of a scale and not names of what is in a plan.
"""

from collections.abc import Iterable

from facilitator.domain.language.arguments import Argument, Choice
from facilitator.domain.language.decision import Refusal, Situation
from facilitator.domain.language.naming.line_words import Words
from facilitator.domain.plan.scale import Recommendation
from facilitator.domain.text.plain_text import comparable, excerpt


def _read_score(words: Words, here: Situation) -> int:
    word = words.take()
    if word not in ("1", "2", "3", "4", "5"):
        raise Refusal(f"A rating is a whole number from 1 to 5{f', not “{excerpt(word)}”' if word else ''}.")
    return int(word)


def _read_recommendation(words: Words, here: Situation) -> Recommendation:
    word = words.take()
    if comparable(word) in ("strong", "no") and comparable(words.peek()) in ("yes", "no", "decision"):
        word = f"{word}_{words.take()}"
    wanted = comparable(word).replace("-", "_")
    if wanted in set(Recommendation):
        return Recommendation(wanted)
    raise Refusal(
        f"A recommendation is one of {', '.join(Recommendation)}{f', not “{excerpt(word)}”' if word else ''}."
    )


def _scores(here: Situation) -> Iterable[Choice]:
    return (Choice(str(score), "") for score in range(1, 6))


def _recommendations(here: Situation) -> Iterable[Choice]:
    return (Choice(recommendation, recommendation.replace("_", " ")) for recommendation in Recommendation)


SCORE = Argument("1-5", _read_score, _scores)
RECOMMENDATION = Argument("strong_no|no|no_decision|yes|strong_yes", _read_recommendation, _recommendations)
