"""Decisions about the people: who writes, who has the clock, who comes and goes, who sits in, who is not to be met."""

from collections.abc import Iterable

from msgspec.structs import replace

from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.panel import ClockHandedOver, ClockTaken
from facilitator.domain.facts.kinds.people import InterviewCancelled, PanelistAbsent, PanelistArrived, StandInNamed
from facilitator.domain.language.arguments import TEXT, Argument, Choice, find_panelist
from facilitator.domain.language.commands import COMMANDS, command
from facilitator.domain.language.decision import ENDED, Decision, Refusal, Situation
from facilitator.domain.language.decisions.running import CLOCK
from facilitator.domain.language.guidance.examples import example
from facilitator.domain.language.naming.line_words import Words
from facilitator.domain.language.who_is_meant import (
    ARRIVAL,
    PRESENT,
    STAND_IN,
    WRITER,
    Person,
)
from facilitator.domain.panel.missing_cards import waited_for
from facilitator.domain.plan.agenda import Panelist
from facilitator.domain.plan.plan import Plan
from facilitator.domain.text.plain_text import one_line

PANEL = "The panel"
ME = "me"
WHY_CANCELLED = replace(TEXT, shown="WHY")


@command("as", WRITER, heading=PANEL)
def write_as(here: Situation, writer: Panelist) -> Decision:
    """Write as this panelist from now on; “cfo> text” does it for one line."""
    return Decision((), f"{here.name_of(writer)} is writing now.", writer=writer.id)


def _seats(here: Situation) -> Iterable[Choice]:
    session = here.session
    seats = dict.fromkeys(device.seat for device in session.devices.values() if device.seat != here.author)
    yield from (Choice(seat, session.panelist_name(seat)) for seat in seats if seat)
    if session.devices and session.clock_owner != here.author:
        yield Choice(ME, f"{session.panelist_name(session.clock_owner)} has it")


def _read_owner(words: Words, here: Situation) -> str:
    """Read a panelist or `me`; return the panelist's id."""
    if not here.session.devices:
        such = example(COMMANDS["handoff"], here)
        raise Refusal(f"There is one device, and the clock is here. {such} hands over a question.")
    word = words.take()
    if not word:
        owner = here.session.panelist_name(here.session.clock_owner)
        raise Refusal(f"{owner} has the clock. Who should have it? /clock {ME}, or a panelist.")
    if word.lower() == ME and ME not in here.plan.panelist_by_id:
        return here.author
    return find_panelist(word, here).id


OWNER = Argument("P|me", _read_owner, _seats)


@command("clock", OWNER, heading=CLOCK)
def clock(here: Situation, who: str) -> Decision:
    """Hand the clock to a colleague on their own device, or take it yourself."""
    session = here.session
    name, owner = session.panelist_name(who), session.panelist_name(session.clock_owner)
    if who == session.clock_owner:
        raise Refusal("You already have the clock." if who == here.author else f"{name} already has the clock.")
    if who == here.author:
        back = f"/clock {session.clock_owner} gives it back."
        return Decision((ClockTaken(),), f"You have the clock; {owner} had it. {back}")
    if session.clock_owner != here.author:
        raise Refusal(f"{owner} has the clock, and only they can pass it on. /clock {ME} takes it.")
    return Decision((ClockHandedOver(to=who),), f"{name} has the clock.")


def is_new(here: Situation, person: Person) -> str:
    """Return who is on the panel, if the person isn't."""
    if person.known is not None:
        return ""
    panel = ", ".join(here.name_of(panelist) for panelist in here.plan.panel)
    return f"“{person.name}” isn't on the panel ({panel}), and would join it as {person.id}."


@command("arrived", ARRIVAL, heading=PANEL, confirm=is_new)
def arrived(here: Situation, person: Person) -> Decision:
    """Say who has arrived: somebody who was absent, or a new name (with a role after a comma)."""
    if person.known is not None and person.id not in here.plan.absent:
        raise Refusal(
            f"{here.name_of(person.known)} is already here. "
            f"For somebody else of that name, add a role: /arrived {person.name}, ROLE"
        )
    said = f"{person.name} is here." if person.known else f"{person.name} is on the panel now, as {person.id}."
    return Decision((_arrival(person),), said)


@command("absent", PRESENT, heading=PANEL)
def absent(here: Situation, panelist: Panelist) -> Decision:
    """Say who isn't here: nothing is expected of them, and their questions go to whoever sits in."""
    if panelist.id in here.plan.absent:
        raise Refusal(f"{here.name_of(panelist)} is already absent.")
    if here.plan.raters == (panelist,):
        raise Refusal(
            f"Nobody is left to ask. /standin NAME for {panelist.id} says who does, /cancel WHY ends the interview."
        )
    later = replace(here.plan, absent=here.plan.absent | {panelist.id})
    said = (f"{here.name_of(panelist)} is absent.", *_what_follows(here, later))
    return Decision((PanelistAbsent(panelist=panelist.id),), " ".join(said))


def is_new_stand_in(here: Situation, named: tuple[Person, Panelist]) -> str:
    """Return who is on the panel, if the stand-in isn't."""
    return is_new(here, named[0])


@command("standin", STAND_IN, heading=PANEL, confirm=is_new_stand_in)
def stand_in(here: Situation, named: tuple[Person, Panelist]) -> Decision:
    """Say who sits in for somebody who isn't here: a panelist, or a new name."""
    person, missing = named
    if person.id == missing.id:
        raise Refusal(f"{here.name_of(missing)} can't sit in for themselves: /standin NAME for {missing.id}")
    if person.known is not None and person.known.shadow:
        raise Refusal(f"{here.name_of(person.known)} is a shadow, who only watches.")
    if here.plan.stand_ins.get(missing.id) == person.id and here.plan.acting(missing.id) == person.id:
        raise Refusal(f"{person.name} already sits in for {here.name_of(missing)}.")
    is_here = person.known is not None and person.id not in here.plan.absent
    facts: tuple[AnyFact, ...] = (
        *(() if is_here else (_arrival(person),)),
        *(() if missing.id in here.plan.absent else (PanelistAbsent(panelist=missing.id),)),
        StandInNamed(panelist=person.id, absent=missing.id),
    )
    later = replace(
        here.plan,
        panel=here.plan.panel if person.known else (*here.plan.panel, Panelist(id=person.id, name=person.name)),
        absent=here.plan.absent - {person.id} | {missing.id},
        stand_ins={**here.plan.stand_ins, missing.id: person.id},
    )
    called = "" if person.known else f", as {person.id}"
    said = (f"{person.name} sits in for {here.name_of(missing)}{called}.", *_what_follows(here, later))
    return Decision(facts, " ".join(said))


def without_interview(here: Situation) -> str:
    """Return what a no-show ends."""
    return "The session ends here, without an interview."


@command("noshow", heading="The session", confirm=without_interview)
def no_show(here: Situation) -> Decision:
    """Say that they didn't come; it ends the session."""
    _check_not_over(here)
    whom = here.session.candidate or here.session.agenda.other_side
    return Decision((InterviewCancelled(no_show=True),), f"Recorded: {whom} didn't come.")


@command("cancel", WHY_CANCELLED, heading="The session")
def cancel(here: Situation, why: str) -> Decision:
    """Call the interview off, or cut it off, and say why; it ends the session."""
    _check_not_over(here)
    what, reason = "called off" if here.session.started_at is None else "cut off", one_line(why).removesuffix(".")
    return Decision((InterviewCancelled(reason=reason),), f"The interview is {what}: {reason}.")


def _arrival(person: Person) -> PanelistArrived:
    if person.known is not None:
        return PanelistArrived(panelist=person.id)
    return PanelistArrived(panelist=person.id, name=person.name, role=person.role)


def _what_follows(here: Situation, later: Plan) -> list[str]:
    """Return who leads then, and where the questions of whoever is missing go."""
    said = [] if later.lead.id == here.plan.lead.id else [f"{later.lead.name} is the lead now."]
    then = replace(here.session, plan=later)
    goes: dict[str | None, list[str]] = {}
    for question in here.plan.questions:
        if then.owner(question) != here.session.owner(question):
            goes.setdefault(then.owner(question), []).append(here.plan.called(question))
    for owner, numbers in goes.items():
        if owner is None:
            said.append(f"{', '.join(numbers)}: nobody's now (/handoff {numbers[0].removeprefix('q')} P).")
        else:
            said.append(f"{', '.join(numbers)}: {later.name_of(owner)}'s now.")
    if waited_for(here.session) and not waited_for(then):
        said.append("No other scorecard is missing: they can be opened.")
    return said


def _check_not_over(here: Situation) -> None:
    if here.session.ended_at is not None:
        raise Refusal(ENDED)
