"""The decision to take somebody off a panel of several devices, with all their devices or one of them."""

from collections.abc import Iterator

from msgspec.structs import replace

from facilitator.domain.facts.kinds.panel import DeviceAdmitted, DeviceRemoved
from facilitator.domain.language.arguments import Argument, Choice, find_panelist
from facilitator.domain.language.commands import command
from facilitator.domain.language.decision import Decision, Refusal, Situation
from facilitator.domain.language.decisions.people import PANEL
from facilitator.domain.language.naming.line_words import Words
from facilitator.domain.panel.missing_cards import missing_cards
from facilitator.domain.text.plain_text import excerpt

ALONE = "There is one device, and nobody to remove."


def _others(here: Situation) -> dict[str, DeviceAdmitted]:
    """Return the devices of the panel but this one, by letter."""
    gone = here.session.removed_devices | {here.device}
    return {one.letter: one for name, one in here.session.devices.items() if name not in gone}


def _choices(here: Situation) -> Iterator[Choice]:
    others = _others(here)
    seats = dict.fromkeys(one.seat for one in others.values() if one.seat and one.seat != here.author)
    yield from (Choice(seat, here.session.panelist_name(seat)) for seat in seats)
    yield from (Choice(letter, f"one device of {_owner(here, one)}") for letter, one in others.items())


def _read(words: Words, here: Situation) -> tuple[DeviceAdmitted, ...]:
    """Read a panelist, for all their devices, or the letter of a device."""
    others, word = _others(here), words.take()
    if not here.session.devices:
        raise Refusal(ALONE)
    if not word:
        raise Refusal("Who? /remove and a panelist, or the letter of a device, as in the names of its notes (b1, b2).")
    if word.lower() in others and word not in here.plan.panelist_by_id:
        return (others[word.lower()],)
    who = find_panelist(word, here)
    if who.id == here.author:
        raise Refusal("You can't remove yourself. /remove and a letter removes another device of yours.")
    found = tuple(one for one in others.values() if one.seat == who.id)
    if not found:
        raise Refusal(f"{here.name_of(who)} has no device on the panel.")
    return found


WHO_GOES = Argument("P|DEVICE", _read, _choices)


def what_goes(here: Situation, devices: tuple[DeviceAdmitted, ...]) -> str:
    """Return what being removed means for them."""
    they = _owner(here, devices[0])
    one = len(devices) == 1
    what, records = ("their device", "it records") if one else (f"their {len(devices)} devices", "they record")
    letters = ", ".join(device.letter for device in devices)
    return (
        f"This takes {excerpt(they)} ({letters}) off the panel: from then on {what} can't read what is sent, and what "
        f"{records} counts no more. What was said before stays, there too.{_no_longer_awaited(here, devices)}"
    )


def _no_longer_awaited(here: Situation, devices: tuple[DeviceAdmitted, ...]) -> str:
    """Return that nobody waits for their scorecard any more, if they rate and it isn't in."""
    gone = here.session.removed_devices | {one.device for one in devices}
    then = replace(here.session, removed_devices=gone)
    left = {one.id for one in missing_cards(here.session)} - {one.id for one in missing_cards(then)}
    return " The other scorecards no longer wait for theirs." if left else ""


@command("remove", WHO_GOES, heading=PANEL, confirm=what_goes)
def remove(here: Situation, devices: tuple[DeviceAdmitted, ...]) -> Decision:
    """Take somebody off the panel of a shared interview; the key changes, and what they send counts no more."""
    session = here.session
    if session.clock_owner != here.author:
        owner = session.panelist_name(session.clock_owner)
        raise Refusal(f"{owner} has the clock, and only they remove somebody. /clock me takes it.")
    said = f"{_owner(here, devices[0])} is off the panel. What is sent from now on is under another key."
    return Decision(tuple(DeviceRemoved(device=one.device) for one in devices), said, sure="to remove them")


def _owner(here: Situation, device: DeviceAdmitted) -> str:
    return here.session.panelist_name(device.seat) if device.seat else device.name or "an observer"
