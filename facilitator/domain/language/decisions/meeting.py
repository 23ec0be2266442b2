"""Decisions of the debrief meeting: the second vote, the panel's decision, dissent."""

from facilitator.domain.facts.kinds.meeting import DecisionMade, DissentVoiced, Outcome, VoteCast
from facilitator.domain.language.arguments import BY, BY_WORD, TEXT, WHY, Argument, Choice
from facilitator.domain.language.commands import command
from facilitator.domain.language.decision import Decision, Refusal, Situation
from facilitator.domain.language.decisions.ratings import check_judge
from facilitator.domain.language.naming.line_words import Words
from facilitator.domain.language.rating_arguments import RECOMMENDATION
from facilitator.domain.panel.disagreement import ballot, differs
from facilitator.domain.plan.agenda import Panelist
from facilitator.domain.plan.scale import Recommendation
from facilitator.domain.text.plain_text import comparable, excerpt

DEBRIEF = "The debrief"


def _read_outcome(words: Words, here: Situation) -> Outcome:
    word = words.take().rstrip(":,;")  # “yes: an offer” is how it is told
    if comparable(word) in set(Outcome):
        return Outcome(comparable(word))
    raise Refusal(f"A decision is one of {', '.join(Outcome)}{f', not “{excerpt(word)}”' if word else ''}.")


OUTCOME = Argument("yes|no|undecided", _read_outcome, lambda here: (Choice(outcome, "") for outcome in Outcome))


@command("vote", RECOMMENDATION, BY, heading=DEBRIEF)
def vote(here: Situation, recommendation: Recommendation, by: Panelist) -> Decision:
    """Vote again, after reading what the others wrote."""
    _after_reading(here)
    check_judge(here.session, by, "vote")
    before = ballot(here.session).votes.get(by.id)
    changed = f" It was {before.replace('_', ' ')}." if before not in (None, recommendation) else ""
    fact = VoteCast(panelist=by.id, recommendation=recommendation)
    return Decision((fact,), f"{here.name_of(by)} votes {recommendation.replace('_', ' ')}.{changed}")


@command("decide", OUTCOME, WHY, heading=DEBRIEF)
def decide_outcome(here: Situation, outcome: Outcome, why: str) -> Decision:
    """Record what the panel decided, and why."""
    _after_reading(here)
    if differs(here.session, outcome) and not why:
        standing = ballot(here.session)
        raise Refusal(
            f"The mean of the votes is {standing.mean:.1f} of 5, which leans to {standing.leans}. "
            f"To decide otherwise, say why: /decide {outcome} REASON"
        )
    return Decision((DecisionMade(outcome=outcome, reason=why, credited=here.credited),), _decided(outcome, why))


def _decided(outcome: Outcome, why: str) -> str:
    """Return what was decided and why, with a single colon, and a single full stop whether or not they wrote one."""
    told = "Left undecided" if outcome is Outcome.UNDECIDED else f"Decided {outcome}" if why else f"Decided: {outcome}"
    return f"{told}: {why.removesuffix('.')}." if why else f"{told}."


@command("dissent", BY_WORD, TEXT, heading=DEBRIEF)
def dissent(here: Situation, by: Panelist, text: str) -> Decision:
    """Record a panelist's dissent, in their words."""
    _after_reading(here)
    return Decision((DissentVoiced(panelist=by.id, text=text),), f"{here.name_of(by)}'s dissent is recorded.")


def _after_reading(here: Situation) -> None:
    if here.session.ended_at is None:
        raise Refusal("That belongs to the debrief: /end the interview first.")
    if here.session.sealed_cards and here.session.cards_opened is None:
        raise Refusal("The scorecards are still sealed. Open and read them first.")
