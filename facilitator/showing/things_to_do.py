"""What one does most, each with an example from this agenda: the first page of the help, and the first lines of it.

Separate from the commands' own help, which says everything: this is chosen, and names the panel's people and questions.
"""

from collections.abc import Iterator
from typing import NamedTuple

from facilitator.domain.language.commands import COMMANDS
from facilitator.domain.language.decision import Situation
from facilitator.domain.language.guidance.examples import example, why_not
from facilitator.domain.language.guidance.likely import Stage, stage
from facilitator.domain.plan.agenda import Question
from facilitator.domain.questions.hints import likeliest_question
from facilitator.domain.questions.suggestion import next_question
from facilitator.domain.time import timing


class Thing(NamedTuple):
    """What one does. `example` is a line that does it, empty if only a key does; `about` is what the line names.

    `key` is the name of the key that does it, of a screen (`cover`) or of a command (`add`); empty if none does.
    """

    does: str
    example: str
    about: str = ""
    key: str = ""


def things_to_do(here: Situation) -> tuple[Thing, ...]:
    """Return at most ten things: before the end those of an interview, after it those of the debrief.

    For whoever only looks on they are few, as they write nothing.
    """
    ended = here.session.ended_at is not None
    if here.session.looks_on:
        return (READ_AGAIN, LEAVE) if ended else (HIDE, LEAVE)
    return tuple(_after_the_end(here) if ended else (*_running(here), HIDE))


HIDE = Thing("Show them only the agenda and the clock", "", key="curtain")
READ_AGAIN = Thing("Read the debrief again", "", key="debrief")
LEAVE = Thing("Leave the program", "/quit", key="leave")


def _running(here: Situation) -> Iterator[Thing]:
    asked = likeliest_question(here.session, here.now)
    yield _note(here)
    yield _onward(here)
    if asked is None:
        yield Thing("Add a question to ask", "/question What would you do first?")
    else:
        suggested = next_question(here.session)
        next_one = suggested.question if suggested else asked
        yield Thing("Ask the next question", f"/ask {next_one.number}", next_one.ask, "ask-next")
        yield _cover(here, asked)
    yield Thing("Add time to this segment", "/add 2m", key="add")
    yield Thing("Make up for lost time", "/recover", "Offers ways, each with its price.", "recover")
    yield Thing("Note one of their questions", "/them When will you decide?", key="them")
    yield _rating(here)
    yield Thing("Undo the last act", "/undo", key="undo")


def _note(here: Situation) -> Thing:
    filed = next(iter(here.plan.competencies), None)
    return Thing("Take a note", f"+ what was said #{filed.id}" if filed else "+ what was said", "+ for a strength")


def _onward(here: Situation) -> Thing:
    match stage(here.session, here.now):
        case Stage.AHEAD:
            return Thing("Start", "/start", here.plan.segments[0].title, "onward")
        case Stage.LAST:
            return Thing("End the interview", "/end", "The debrief is ready at once.", "onward")
    following = next(iter(timing.ahead(here.session)), None)
    return Thing("Move on to the next segment", "/next", following.title if following else "", "onward")


def _cover(here: Situation, asked: Question) -> Thing:
    owner = here.session.owner(asked) or here.author
    line = f"/cover {asked.number} by {owner}"
    return Thing("Mark it as covered", line, here.session.panelist_name(owner), "cover")


def _rating(here: Situation) -> Thing:
    rated = next(iter(here.plan.competencies), None)
    rater = next((one.id for one in here.plan.raters), here.author)
    if rated is None:
        return Thing("Say what you recommend", f"/recommend yes by {rater}", here.session.panelist_name(rater))
    owner = next((one for one in rated.owners if one in here.plan.panelist_by_id), rater)
    return Thing("Rate what you heard", f"/rate {rated.id} 4 by {owner}", rated.name, "rate")


def _after_the_end(here: Situation) -> Iterator[Thing]:
    yield READ_AGAIN
    yield _note(here)
    yield _rating(here)
    for does, name in (
        ("Vote after reading", "vote"),
        ("Record what the panel decided", "decide"),
        ("Record a dissent", "dissent"),
        ("Answer what they asked", "answered"),
        ("Undo the last act", "undo"),
        ("Reopen the interview", "reopen"),
    ):
        if not why_not(COMMANDS[name], here):
            yield Thing(does, example(COMMANDS[name], here), key="undo" if name == "undo" else "")
    yield LEAVE
