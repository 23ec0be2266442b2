"""Every effect has an action, and both screens on which lines are typed have it."""

import pytest

from facilitator.domain.language.decision import Effect
from facilitator.ui.app import FacilitatorApp
from facilitator.ui.debrief.debrief_screen import DebriefScreen
from facilitator.ui.live.live_screen import LiveScreen
from facilitator.ui.toolkit.effects import EFFECTS


@pytest.mark.parametrize("effect", Effect)
@pytest.mark.parametrize("screen", [LiveScreen, DebriefScreen])
def test_it_can_be_brought_about(effect: Effect, screen: type):
    where, _, action = EFFECTS[effect].partition(".")
    assert hasattr({"screen": screen, "app": FacilitatorApp}[where], f"action_{action}")
