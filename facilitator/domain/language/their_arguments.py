"""The arguments of the commands about what they asked.

Separate from the other arguments because a question of theirs is called by a label, as notes are.
"""

from collections.abc import Iterable

from facilitator.domain.language.arguments import Argument, Choice, listed, read_label
from facilitator.domain.language.decision import Refusal, Situation
from facilitator.domain.session.state import CandidateQuestion


def find_item(word: str, here: Situation) -> CandidateQuestion:
    """Return their question with this number (`2`, `t2`) or label (`b2`). Raises Refusal if there is none."""
    label = read_label(word.lower().removeprefix("t"), here)
    found = next((item for item in here.session.candidate_questions if item.label == label), None)
    if found is not None:
        return found
    if any(item.label == label for item in here.session.struck_questions.values()):
        raise Refusal(f"Their question {label} was struck. /undo can bring it back.")
    if not here.session.candidate_questions:
        raise Refusal("They haven't asked anything yet: /them keeps a question of theirs.")
    there = listed(item.called for item in here.session.candidate_questions)
    raise Refusal(f"Which of their questions? There is {there}.")


def _items(here: Situation) -> Iterable[Choice]:
    return (Choice(item.called, item.text, item.label) for item in here.session.candidate_questions)


ITEM = Argument("N", lambda words, here: find_item(words.take(), here), _items)
