"""The sample interview, in which much was noted, rated, asked and decided, as somebody sees it who only looks on."""

from facilitator.conducting.conductor import Conductor
from facilitator.domain.debrief.debrief import Debrief, debrief
from facilitator.domain.panel.onlooker import seen_by_onlooker
from facilitator.domain.session.state import Session
from tests.ui.sessions import DECIDED, played


def onlookers_conductor(until_seconds: float = DECIDED) -> Conductor:
    """A conductor on the device of somebody who only looks on."""
    conductor, _ = played(until_seconds)
    conductor.seen = seen_by_onlooker
    return conductor


def onlookers_session(until_seconds: float = DECIDED) -> Session:
    return onlookers_conductor(until_seconds).session


def onlookers_debrief() -> Debrief:
    conductor = onlookers_conductor()
    return debrief(conductor.session, conductor.now())
