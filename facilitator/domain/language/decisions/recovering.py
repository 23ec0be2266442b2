"""The decision that makes up for lost time in the way that was chosen."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from facilitator.domain.language.arguments import Argument, Choice
from facilitator.domain.language.commands import command
from facilitator.domain.language.decision import ENDED, Decision, Refusal, Situation
from facilitator.domain.language.decisions.running import CLOCK
from facilitator.domain.language.naming.letters import by_letter, lettered
from facilitator.domain.language.naming.line_words import Words
from facilitator.domain.text.durations import clock_text, late_early, plan_text
from facilitator.domain.text.plain_text import comparable, excerpt
from facilitator.domain.time import timing
from facilitator.domain.time.time_of_day import day_and_time

if TYPE_CHECKING:
    from facilitator.domain.pacing.recovery import Recovery


def _ways(here: Situation) -> "Sequence[Recovery]":
    from facilitator.domain.pacing.recovery import recovery_choices  # not at the top: the first frame needs none

    return recovery_choices(here.session, here.now)


def _choices(here: Situation) -> Iterator[Choice]:
    """Yield the ways that there are now: the letter of each, its new end and its price."""
    for letter, choice in lettered(_ways(here)):
        also = f"{letter}{'!' * choice.protected}"
        yield Choice(choice.word, f"ends {_end(here, choice)}: {choice.cost}", also, letter)


def _read(words: Words, here: Situation) -> "Recovery":
    """Read a choice: its letter, its word, or `from` and the number of a segment; `!` takes from a protected one.

    `promised` after a word means the way that aims at the promised end; it can be left out if that is the only one.
    A number counts the choices, as it always did, unless it could mean a segment that is still to run.
    """
    if here.session.ended_at is not None:
        raise Refusal(ENDED)
    choices = _ways(here)
    if not choices:
        raise Refusal("On schedule: there is nothing to recover.")
    written = " ".join(words.take_rest().split())
    shown = ", ".join(f"{letter} {_shown(here, choice)}" for letter, choice in lettered(choices))
    if not written:
        raise Refusal(f"Choose one: {shown}. /recover a takes the first.")
    choice = _meant(comparable(written).removesuffix("!"), choices, here)
    if choice is None or (written.endswith("!") and not choice.protected):
        raise Refusal(f"“{excerpt(written)}” isn't one of the ways: {shown}.")
    if choice.protected and not written.endswith("!"):
        raise Refusal(f"That time is protected. /recover {choice.word} takes it anyway.")
    return choice


def _meant(wanted: str, choices: "Sequence[Recovery]", here: Situation) -> "Recovery | None":
    """Return the choice that a text names, without regard to `!`. Raises Refusal if a number could mean two things."""
    from facilitator.domain.pacing.recovery import AS_PROMISED

    by_word = {choice.word.removesuffix("!"): choice for choice in choices}
    named = by_letter(wanted, choices) or by_word.get(wanted) or by_word.get(wanted + AS_PROMISED)
    if named is not None or not wanted.isdecimal():
        return named
    number = int(wanted[:6])
    counted = choices[number - 1] if 1 <= number <= len(choices) else None
    segment = here.plan.segment_by_number.get(number)
    is_to_run = segment is not None and (segment == here.session.current or segment in timing.ahead(here.session))
    if counted is None or not is_to_run or counted is by_word.get(f"from {number}"):
        return counted
    raise Refusal(f"“{wanted}” could also be the segment: write {counted.word}, or from {number}.")


RECOVERY = Argument("CHOICE", _read, _choices)


def would_recover(here: Situation, choice: "Recovery") -> str:
    return f"chooses {choice.word}: {choice.cost}; ends {_end(here, choice)}"


@command("recover", RECOVERY, heading=CLOCK, key="v", foresee=would_recover)
def recover(here: Situation, choice: "Recovery") -> Decision:
    """Make up for lost time: trim the rest, drop questions, borrow, or run late."""
    return Decision(choice.facts, f"{choice.title}: {choice.cost}. Ends {_end(here, choice)}.")


def _shown(here: Situation, choice: "Recovery") -> str:
    """Return `trim (ends 10:41)`: short, because all ways stand in one reply. Their prices stand at the completions."""
    return f"{choice.word} (ends {day_and_time(here.session, choice.ends_at, here.now)})"


def _end(here: Situation, choice: "Recovery") -> str:
    """Return `10:45, on plan`, or `10:41, as promised` of what aims at that; and what the room lacks."""
    from facilitator.domain.pacing.recovery import AS_PROMISED

    late, ends = choice.late_end_seconds, day_and_time(here.session, choice.ends_at, here.now)
    aims_at_promise = late is not None and choice.word.endswith(AS_PROMISED)
    said = [ends, late_early(late or 0) if aims_at_promise else plan_text(choice.over_seconds, late)]
    said += [] if choice.is_in_time else [f"{clock_text(choice.hard_stop_over_seconds or 0)} past the hard stop"]
    return ", ".join(said)
