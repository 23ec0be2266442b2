"""The decision that gives somebody the floor, for the speaker clock."""

from facilitator.domain.facts.kinds.running import CANDIDATE, FloorTaken
from facilitator.domain.language.arguments import Argument, Choice, find_panelist
from facilitator.domain.language.commands import command
from facilitator.domain.language.decision import ENDED, Decision, Refusal, Situation
from facilitator.domain.language.decisions.running import CLOCK, NOT_STARTED
from facilitator.domain.language.naming.line_words import Words
from facilitator.domain.language.who_is_meant import choices_of_those_there, who_is_there
from facilitator.domain.text.plain_text import comparable
from facilitator.domain.time.floor import floor_holder, holder_name

THEM = ("them", "candidate")
OFF = ("off", "none", "nobody")


def _holders(here: Situation) -> tuple[Choice, ...]:
    return (
        *choices_of_those_there(here),
        Choice("them", holder_name(here.session, CANDIDATE)),
        Choice("off", "nobody is tallied"),
    )


def _read(words: Words, here: Situation) -> str:
    """Read who takes the floor: a panelist's id (which wins over other words), `CANDIDATE`, or empty for nobody."""
    word = words.take()
    wanted = comparable(word)
    if wanted not in map(comparable, here.plan.panelist_by_id):
        if wanted in THEM:
            return CANDIDATE
        if wanted in OFF:
            return ""
    if not word:
        raise Refusal("Who has the floor? A panelist, them, or off.")
    return who_is_there(find_panelist(word, here), here).id


HOLDER = Argument("P|them|off", _read, _holders)


@command("floor", HOLDER, heading=CLOCK, key="f")
def floor(here: Situation, holder: str) -> Decision:
    """Say who is speaking, to tally who spoke how long; “off” stops it."""
    if here.session.current is None:
        raise Refusal(NOT_STARTED if here.session.ended_at is None else ENDED)
    now_holds = floor_holder(here.session)
    if holder == (now_holds or ""):
        raise Refusal(
            f"{_begin(holder_name(here.session, holder))} already has the floor." if holder else "It is already off."
        )
    said = f"{_begin(holder_name(here.session, holder))} has the floor." if holder else "Nobody's time is tallied now."
    return Decision((FloorTaken(holder=holder),), said)


def _begin(name: str) -> str:
    return name[:1].upper() + name[1:]
