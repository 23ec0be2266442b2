"""Which commands are likely now: the order in which they are offered while nothing is typed.

Separate from the order of the help, which never changes, so that one finds there what one has seen there before.
"""

from collections.abc import Iterator
from enum import Enum

from facilitator.domain.language.commands import COMMANDS, Command, shown_commands
from facilitator.domain.language.decision import Situation
from facilitator.domain.language.guidance.examples import why_not
from facilitator.domain.plan.agenda import SegmentKind
from facilitator.domain.session.state import Session
from facilitator.domain.time import timing
from facilitator.domain.time.as_shown import as_shown
from facilitator.domain.time.phases import Phase


class Stage(Enum):
    """How far an interview has got. The value is what is likely then, the likeliest first."""

    AHEAD = "start with question arrived absent standin room length noshow cancel page quit"
    RUNNING = "next ask cover them add pause recover rate undo partly drop handoff owed answered floor"
    THEIR_TIME = "them answered owed next add end undo pause"
    PAUSED = "resume next undo rate edit end"
    OVER_TIME = "next add recover cover ask them drop end pause undo"
    LAST = "end add them owed answered rate recommend cover undo"
    ENDED = "vote decide dissent rate recommend owed answered reopen quit edit strike file undo help"


def stage(session: Session, now: int) -> Stage:
    """Return how far an interview has got at `now` (ms)."""
    if session.ended_at is not None:
        return Stage.ENDED
    if session.current is None:
        return Stage.AHEAD
    if session.is_paused:
        return Stage.PAUSED
    if not timing.ahead(session):
        return Stage.LAST
    if timing.phase(*as_shown(session, now)) is Phase.OVERTIME:
        return Stage.OVER_TIME
    return Stage.THEIR_TIME if session.current.kind is SegmentKind.CANDIDATE_QUESTIONS else Stage.RUNNING


def likely_commands(here: Situation) -> Iterator[tuple[Command, str]]:
    """Yield every command, and why not now if it isn't possible: likely ones first, impossible ones last."""
    likely = [COMMANDS[name] for name in stage(here.session, here.now).value.split()]
    not_now = []
    for command in dict.fromkeys(one.name for one in (*likely, *shown_commands())):
        reason = why_not(COMMANDS[command], here)
        if reason:
            not_now.append((COMMANDS[command], reason))
        else:
            yield COMMANDS[command], ""
    yield from not_now
