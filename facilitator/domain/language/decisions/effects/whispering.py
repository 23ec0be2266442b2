"""The decisions about what is said backstage: a few words to the colleagues on other devices, which nobody records."""

from collections.abc import Iterable

from facilitator.domain.language.arguments import TEXT, Argument, Choice
from facilitator.domain.language.commands import command
from facilitator.domain.language.decision import LONGEST_TOLD, Decision, Refusal, Situation, ToTell
from facilitator.domain.language.decisions.notes import take_note
from facilitator.domain.language.decisions.people import PANEL
from facilitator.domain.language.naming.line_words import Words
from facilitator.domain.text.plain_text import comparable, one_line

ALONE = "There is one device, and nobody else to tell."
NOT_THERE = "{name} has no device here, so nothing was sent. To tell everybody, begin with another word."
NOTHING_HEARD = "Nobody has told you anything."


def _others(here: Situation) -> Iterable[Choice]:
    """Find the panelists who are at another device."""
    session = here.session
    there = (one.seat for name, one in session.devices.items() if name not in session.removed_devices)
    own = here.recorder or here.author
    return (Choice(seat, session.panelist_name(seat)) for seat in dict.fromkeys(there) if seat not in ("", own))


def _read_whom(words: Words, here: Situation) -> str:
    """Read whom to tell: the id of somebody at another device; anything else is for all, and empty.

    What is meant for somebody who isn't there is told to nobody: it may be about those who are.
    """
    if not here.session.devices:
        raise Refusal(ALONE)
    named = comparable(words.peek()).removeprefix("@").rstrip(":,")
    found = next((choice.text for choice in _others(here) if comparable(choice.text) == named), "")
    if found:
        words.take()
        return found
    own = here.recorder or here.author
    for panelist in here.plan.panel:
        if comparable(panelist.id) == named and panelist.id != own:
            raise Refusal(NOT_THERE.format(name=here.name_of(panelist)))
    return ""


WHOM = Argument("[P]", _read_whom, _others, optional=True)


@command("tell", WHOM, TEXT, heading=PANEL)
def tell(here: Situation, whom: str, text: str) -> Decision:
    """Tell a colleague on another device something, or all of them: “/tell bo 2 min to wrap”. Nobody records it."""
    said = one_line(text)
    if len(said) > LONGEST_TOLD:
        raise Refusal(f"{len(said)} characters are too many to be read in a glance: at most {LONGEST_TOLD}.")
    name = here.session.panelist_name(whom) if whom else "All"
    return Decision((), f"{name} {'is' if whom else 'are'} told.", tells=ToTell(whom, said))


@command("keep", heading=PANEL)
def keep(here: Situation) -> Decision:
    """Keep as a note of your own what a colleague told you last."""
    if not here.heard:
        raise Refusal(NOTHING_HEARD if here.session.devices else ALONE)
    return take_note(here, here.heard)
