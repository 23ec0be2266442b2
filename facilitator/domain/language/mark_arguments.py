"""The arguments of marks: which question, and by whom, either of which mostly needs no words.

Separate from the other arguments because what is left out depends on what is being asked, and by whom.
"""

from collections.abc import Iterable

from facilitator.domain.language.arguments import QUESTION, Argument, Choice, Words, find_panelist
from facilitator.domain.language.decision import Refusal, Situation
from facilitator.domain.language.panelist_arguments import choices_of_those_there, who_is_there
from facilitator.domain.plan.agenda import Panelist, Question
from facilitator.domain.questions.hints import question_at_hand
from facilitator.domain.text.plain_text import comparable


def _read_question_at_hand(words: Words, here: Situation) -> Question:
    """Read a question; without one, the question at hand is meant."""
    if comparable(words.peek()) not in ("", "by"):
        question: Question = QUESTION.read(words, here)
        return question
    at_hand = question_at_hand(here.session, here.now)
    if at_hand is None:
        raise Refusal("Which question? None is at hand: name it (/cover 3), or first /ask 3.")
    return at_hand


def _read_marked_by(words: Words, here: Situation) -> Panelist | None:
    """Read `by P` or just `P`; without it, the author if the line names them."""
    if comparable(words.peek()) == "by":
        words.take()
    elif not words.peek():
        return _author_if_named(here)
    return who_is_there(find_panelist(words.take(), here), here)


def _read_marked_by_word(words: Words, here: Situation) -> Panelist | None:
    """Read `by P`; the word is needed because free text may follow."""
    return _read_marked_by(words, here) if comparable(words.peek()) == "by" else _author_if_named(here)


def _author_if_named(here: Situation) -> Panelist | None:
    return who_is_there(here.plan.panelist_by_id[here.author], here) if here.named else None


def _by_those_there(here: Situation) -> Iterable[Choice]:
    return (Choice(f"by {choice.text}", choice.meaning) for choice in choices_of_those_there(here))


AT_HAND = Argument("Q", _read_question_at_hand, QUESTION.choices)
MARKED_BY = Argument("[by P]", _read_marked_by, _by_those_there, optional=True)
MARKED_BY_WORD = Argument("[by P]", _read_marked_by_word, _by_those_there, optional=True)
