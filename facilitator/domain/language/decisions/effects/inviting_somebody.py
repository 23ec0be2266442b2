"""The decision to invite a panelist to a device of their own: it records nothing, and the invite is shown nowhere."""

from collections.abc import Iterator

from facilitator.domain.language.arguments import Argument, Choice, find_panelist
from facilitator.domain.language.commands import command
from facilitator.domain.language.decision import Decision, Effect, Refusal, Situation
from facilitator.domain.language.decisions.people import PANEL
from facilitator.domain.language.naming.line_words import Words
from facilitator.domain.plan.agenda import Panelist

NOT_SHARED = "This interview isn't shared with other devices: there is nothing to invite to."


def _choices(here: Situation) -> Iterator[Choice]:
    session = here.session
    there = {device.seat for name, device in session.devices.items() if name not in session.removed_devices}
    if session.devices:
        away = [panelist for panelist in here.plan.panel if panelist.id not in there]
        yield from (Choice(panelist.id, here.name_of(panelist)) for panelist in away or here.plan.panel)


def _read(words: Words, here: Situation) -> Panelist:
    if not here.session.devices:
        raise Refusal(NOT_SHARED)
    word = words.take()
    if not word:
        raise Refusal("Who is to take part on a device of their own? /invite and a panelist.")
    return find_panelist(word, here)


WHOM = Argument("P", _read, _choices)


@command("invite", WHOM, heading=PANEL)
def invite(here: Situation, panelist: Panelist) -> Decision:
    """Invite a panelist to take part on their own device: the invite goes to the clipboard."""
    session = here.session
    if session.clock_owner != here.author:
        raise Refusal(f"{session.panelist_name(session.clock_owner)} has the clock, and only they let somebody in.")
    return Decision((), effect=Effect.INVITE, about=panelist.id)
