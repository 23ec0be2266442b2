"""The decision that makes up for lost time in the way that was chosen."""

from collections.abc import Iterator

from facilitator.domain.language.arguments import Argument, Choice
from facilitator.domain.language.commands import command
from facilitator.domain.language.decision import ENDED, Decision, Refusal, Situation
from facilitator.domain.language.decisions.running import CLOCK
from facilitator.domain.language.naming.words import Words
from facilitator.domain.pacing.recovery import AS_PROMISED, Recovery, recovery_choices
from facilitator.domain.text.durations import clock_text, late_early, plan_text
from facilitator.domain.text.plain_text import comparable, excerpt
from facilitator.domain.time.time_of_day import day_and_time


def _choices(here: Situation) -> Iterator[Choice]:
    """Yield the ways that there are now: the number of each, its new end and its price."""
    for number, choice in enumerate(recovery_choices(here.session, here.now), 1):
        also = f"{number}{'!' * choice.protected}"
        yield Choice(choice.word, f"{also:<3} ends {_end(here, choice)}: {choice.cost}", also)


def _read(words: Words, here: Situation) -> Recovery:
    """Read a choice: its number, its word, or `from` and the number of a segment; `!` takes from a protected one.

    `promised` after a word means the way that aims at the promised end; it can be left out if that is the only one.
    """
    if here.session.ended_at is not None:
        raise Refusal(ENDED)
    choices = recovery_choices(here.session, here.now)
    if not choices:
        raise Refusal("There is nothing to recover: the end holds.")
    written = " ".join(words.take_rest().split())
    wanted = comparable(written)
    shown = ", ".join(f"{number} {_shown(here, choice)}" for number, choice in enumerate(choices, 1))
    if not wanted:
        raise Refusal(f"How? {shown}.")
    words_known = {choice.word for choice in choices}
    if wanted not in words_known and wanted + AS_PROMISED in words_known:
        wanted += AS_PROMISED
    for number, choice in enumerate(choices, 1):
        plain = choice.word.removesuffix("!")
        if wanted in (choice.word, f"{number}!" if choice.protected else str(number)):
            return choice
        if choice.protected and wanted in (plain, str(number)):
            raise Refusal(f"That time is protected. /recover {choice.word} takes it all the same.")
    raise Refusal(f"“{excerpt(written)}” is none of the ways: {shown}.")


RECOVERY = Argument("CHOICE", _read, _choices)


@command("recover", RECOVERY, heading=CLOCK, key="v")
def recover(here: Situation, choice: Recovery) -> Decision:
    """Make up for lost time: trim the rest, drop questions, borrow, or run late."""
    return Decision(choice.facts, f"{choice.title}: {choice.cost}. Ends {_end(here, choice)}.")


def _shown(here: Situation, choice: Recovery) -> str:
    """Return `trim (ends 10:41)`: short, because all ways stand in one reply. Their prices stand at the completions."""
    return f"{choice.word} (ends {day_and_time(here.session, choice.ends_at, here.now)})"


def _end(here: Situation, choice: Recovery) -> str:
    """Return `10:45, on plan`, or `10:41, as promised` of what aims at that; and what the room lacks."""
    late, ends = choice.late_end_seconds, day_and_time(here.session, choice.ends_at, here.now)
    aims_at_promise = late is not None and choice.word.endswith(AS_PROMISED)
    said = [ends, late_early(late or 0) if aims_at_promise else plan_text(choice.over_seconds, late)]
    said += [] if choice.is_in_time else [f"{clock_text(choice.hard_stop_over_seconds or 0)} too long for the room"]
    return ", ".join(said)
