"""The decision on a panel of several devices: who has the clock."""

from collections.abc import Iterable

from facilitator.domain.facts.kinds.panel import ClockHandedOver, ClockTaken
from facilitator.domain.language.arguments import Argument, Choice, Words, find_panelist
from facilitator.domain.language.commands import command
from facilitator.domain.language.decision import Decision, Refusal, Situation
from facilitator.domain.language.decisions.running import CLOCK

ME = "me"


def _choices(here: Situation) -> Iterable[Choice]:
    session = here.session
    seats = dict.fromkeys(device.seat for device in session.devices.values() if device.seat != here.author)
    yield from (Choice(seat, session.panelist_name(seat)) for seat in seats if seat)
    if session.devices and session.clock_owner != here.author:
        yield Choice(ME, f"{session.panelist_name(session.clock_owner)} has it")


def _read(words: Words, here: Situation) -> str:
    """Read a panelist or `me`; return the panelist's id."""
    if not here.session.devices:
        raise Refusal("There is one device, and the clock is here. /handoff 3 cfo hands over a question.")
    word = words.take()
    if not word:
        owner = here.session.panelist_name(here.session.clock_owner)
        raise Refusal(f"{owner} has the clock. Who is to have it? /clock {ME}, or a panelist.")
    if word.lower() == ME and ME not in here.plan.panelist_by_id:
        return here.author
    return find_panelist(word, here).id


WHO = Argument("P|me", _read, _choices)


@command("clock", WHO, heading=CLOCK)
def clock(here: Situation, who: str) -> Decision:
    """Hand the clock to a colleague on their own device, or take it yourself."""
    session = here.session
    name, owner = session.panelist_name(who), session.panelist_name(session.clock_owner)
    if who == session.clock_owner:
        raise Refusal("You have the clock already." if who == here.author else f"{name} has the clock already.")
    if who == here.author:
        back = f"/clock {session.clock_owner} gives it back."
        return Decision((ClockTaken(),), f"You have the clock; {owner} had it. {back}")
    if session.clock_owner != here.author:
        raise Refusal(f"{owner} has the clock, and gives it on. /clock {ME} takes it.")
    return Decision((ClockHandedOver(to=who),), f"{name} has the clock.")
