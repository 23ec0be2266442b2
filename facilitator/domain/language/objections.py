"""Why something is refused, or was set aside: without a right to it on a panel, or since nobody could read it again."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

import msgspec

from facilitator.domain.facts.event import Author
from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.language.decision import Decision, Refusal
from facilitator.domain.language.wording import described
from facilitator.domain.session.authority import SetAside, whose_act
from facilitator.domain.session.history import History
from facilitator.domain.session.rights import Place, Reason, objection
from facilitator.domain.session.state import Session
from facilitator.domain.text.plain_text import first_few

_REFUSED = {
    Reason.NOT_ADMITTED: "This device isn't on the panel.",
    Reason.WATCHES: "Those who only watch may write notes, and no more.",
    Reason.NOT_THE_OWNER: "{owner} has the clock. /clock me takes it.",
    Reason.NO_DEVICE: "They have no device here that could run the clock.",
    Reason.ANOTHERS_NOTE: "Only whoever took a note can change it. Write a note of your own instead.",
    Reason.NOT_THEIRS_TO_ERASE: "Only whoever took a note, or the lead, can erase it.",
    Reason.ANOTHERS_WORD: "Only they can say that, on their own device.",
    Reason.ANOTHERS_ACT: "Only whoever did it can undo it.",
    Reason.UNKNOWN_ACT: "There is nothing to undo.",
    Reason.REMOVED: "This device was taken off the panel: what it has stays here, and nobody gets anything more.",
}
_SET_ASIDE = {
    Reason.NOT_ADMITTED: "its device wasn't on the panel",
    Reason.WATCHES: "those who only watch may only write notes",
    Reason.NOT_THE_OWNER: "{owner} had the clock",
    Reason.NO_DEVICE: "they had no device that could run the clock",
    Reason.ANOTHERS_NOTE: "somebody else took that note",
    Reason.NOT_THEIRS_TO_ERASE: "only whoever took a note, or the lead, can erase it",
    Reason.ANOTHERS_WORD: "only they can say that",
    Reason.ANOTHERS_ACT: "somebody else did that",
    Reason.UNKNOWN_ACT: "what it undoes isn't known here",
    Reason.REMOVED: "its device had been taken off the panel",
}


_OUT_OF_BOUNDS = "There is a number or a date in it that can't be kept."
_FACT = msgspec.json.Decoder(AnyFact)
_MOST = re.compile(r"of length <= (\d{1,9})")


def without_effect(decision: Decision) -> Decision:
    """Return the decision. Raises Refusal if it has an effect, which somebody has to see."""
    if decision.effect is not None:
        raise Refusal(f"/{decision.effect} is for a person at a screen: it does nothing here.")
    return decision


def check_rights(facts: Sequence[AnyFact], author: Author, history: History) -> None:
    """Raise Refusal if these facts would be set aside, were they recorded now."""
    place = history.judgement.place
    if place is None:
        return
    if facts and author.device in history.session.removed_devices:  # who was removed can still ask for help, and leave
        raise Refusal(_REFUSED[Reason.REMOVED])
    whose = partial(whose_act, ordered=history.events)
    for fact in facts:
        reason = objection(fact, author, place, history.judgement.authors, whose)
        if reason is not None:
            raise Refusal(_REFUSED[reason].format(owner=history.session.panelist_name(place.owner)))


def check_bounds(facts: Iterable[AnyFact]) -> None:
    """Raise Refusal for what is kept but never read again: each kind of fact has bounds, which only readers check."""
    for fact in facts:
        try:
            _FACT.decode(msgspec.json.encode(fact))
        except msgspec.ValidationError as error:
            most = _MOST.search(str(error))
            raise Refusal(f"That is too long: at most {most[1]} characters." if most else _OUT_OF_BOUNDS) from None


def no_right(facts: Sequence[AnyFact], session: Session, author: Author) -> str:
    """Return why somebody on a panel has no right to record these facts now, as far as the session tells; else empty.

    Whose a note is, or what an act was, isn't asked. Without a panel, or a device, nobody is refused.
    """
    if not session.devices or not author.device:
        return ""
    there = {name: device for name, device in session.devices.items() if name not in session.removed_devices}
    place = Place(session.clock_owner, there, session.agenda.lead.id)
    reasons = filter(None, (objection(fact, author, place, {}) for fact in facts))
    return next((_REFUSED[reason].format(owner=session.panelist_name(place.owner)) for reason in reasons), "")


def why_set_aside(aside: SetAside, session: Session) -> str:
    """Return why an event was set aside, in a few words: `Bo Ek had the clock`."""
    return _SET_ASIDE[aside.reason].format(owner=session.panelist_name(aside.owner))


def told_set_aside(asides: Iterable[SetAside], session: Session) -> Iterator[str]:
    """Yield a sentence for each reason, with what of one's own was set aside: its reply still says it is done."""
    by_reason: dict[str, list[str]] = {}
    for aside in asides:
        by_reason.setdefault(why_set_aside(aside, session), []).append(described(aside.event.fact, session))
    for reason, what in by_reason.items():
        yield f"Something of yours was set aside: {first_few(what)}, because {reason}."
