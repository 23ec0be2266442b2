"""The decisions that take other ones back, and that bring back what was taken back."""

from collections.abc import Iterable, Iterator

from facilitator.domain.facts.kinds.session import Revoked
from facilitator.domain.facts.kinds.sittings import APART_MS
from facilitator.domain.language.arguments import Argument, Choice
from facilitator.domain.language.commands import command
from facilitator.domain.language.decision import Decision, Refusal, Situation
from facilitator.domain.language.decisions.running import CLOCK
from facilitator.domain.language.naming.letters import by_letter, is_letter, lettered
from facilitator.domain.language.naming.line_words import Words
from facilitator.domain.language.wording import act_described
from facilitator.domain.session.state import Act
from facilitator.domain.session.undoing import redoable, undoable
from facilitator.domain.text.plain_text import comparable, excerpt
from facilitator.domain.time.time_of_day import time_of_day

SESSION = "The session"

LONGEST_SLIP_MS = 5 * 60_000

NAMED = 4
"""How many acts a refusal names: more don't fit into a reply. The completions have all."""


def _choices(here: Situation) -> Iterator[Choice]:
    """Yield the acts that can be taken back, the newest first: letter, words and time."""
    for letter, act in lettered(undoable(here.session, here.author)):
        said = act_described(act, here.session)
        yield Choice(letter, f"{said}, {time_of_day(here.session, act[0].at)}", comparable(said))


def _read(words: Words, here: Situation) -> Act:
    """Read which act is meant: nothing (the last one), its letter, how many acts back it is, or words of it."""
    wanted = words.take_rest()
    acts = undoable(here.session, here.author)
    if not acts:
        raise Refusal("There is nothing to undo.")
    if not wanted:
        return acts[0]
    if wanted.isdecimal() and wanted.isascii() and 1 <= int(wanted[:6]) <= len(acts):
        return acts[int(wanted[:6]) - 1]
    if (chosen := by_letter(wanted, acts)) is not None:
        return chosen
    if wanted.isdecimal() or is_letter(wanted):
        raise Refusal(f"Which one? {_listed(lettered(acts), here)}.")
    parts = comparable(wanted).split()
    found = [
        (letter, act)
        for letter, act in lettered(acts)
        if all(part in comparable(act_described(act, here.session)) for part in parts)
    ]
    if len(found) == 1:
        return found[0][1]
    if found:
        raise Refusal(f"“{excerpt(wanted)}” could be {_listed(found, here)}: give its letter.")
    raise Refusal(f"“{excerpt(wanted)}” isn't one of the last acts: {_listed(lettered(acts), here)}.")


def _listed(acts: Iterable[tuple[str, Act]], here: Situation) -> str:
    told = [f"{letter} {act_described(act, here.session)}" for letter, act in acts]
    more = [f"and {len(told) - NAMED} more"] if len(told) > NAMED else []
    return "; ".join(told[:NAMED] + more)


ACT = Argument("[WHAT]", _read, _choices, optional=True)


def would_take_back(here: Situation, act: Act) -> str:
    return f"undoes {act_described(act, here.session)}, {time_of_day(here.session, act[0].at)}"


@command("undo", ACT, heading=SESSION, key="u", foresee=would_take_back)
def undo(here: Situation, act: Act) -> Decision:
    """Undo the last act, or another of the last ten, by letter or words."""
    return Decision((Revoked(group=act[0].group),), f"Undone: {act_described(act, here.session)}.")


def would_bring_back(here: Situation) -> str:
    undone = redoable(here.session, here.author)
    return f"redoes {act_described(undone[0].act, here.session)}" if undone else ""


@command("redo", heading=SESSION, key="U", foresee=would_bring_back)
def redo(here: Situation) -> Decision:
    """Redo what was undone last, as long as nothing new was done."""
    undone = redoable(here.session, here.author)
    if not undone:
        raise Refusal("There is nothing to redo: /redo follows an /undo, before anything new is done.")
    facts = tuple(Revoked(group=by) for by in undone[0].by)
    return Decision(facts, f"Redone: {act_described(undone[0].act, here.session)}.")


@command("reopen", heading=CLOCK)
def reopen(here: Situation) -> Decision:
    """Reopen an interview that was ended or called off; what was written since stays."""
    if here.session.ended_at is None:
        raise Refusal("The interview hasn't ended: /end ends it.")
    facts = tuple(Revoked(group=group) for group in here.session.ended_by)
    if not here.session.visits:
        return Decision(facts, "The interview is open again: /start begins it.")
    running = here.session.plan.segment(here.session.visits[-1].segment)
    return Decision(facts, f"The interview continues: “{running.title}”.{_time_since_the_end(here)}")


def _time_since_the_end(here: Situation) -> str:
    """Return how to take out the time since the end, if it was more than a slip, and no other sitting begins."""
    ended_at = here.session.ended_at or here.now
    if not LONGEST_SLIP_MS < here.now - ended_at < APART_MS:
        return ""
    since, until = (time_of_day(here.session, at) for at in (ended_at, here.now))
    return f" The clock has run on since {since}: /pause {since}-{until} takes that out."
