"""/invite says whom; who is in front of the line makes the invite."""

import pytest

from facilitator.domain.language.decision import Effect, Refusal
from facilitator.domain.language.decisions.effects.inviting_somebody import NOT_SHARED
from tests.conducting.panels import Panel
from tests.domain.language.answers import answer


def test_alone_there_is_nothing_to_invite_to():
    assert answer("0:00 /start", "1:00", "/invite bo") == NOT_SHARED


def test_it_records_nothing_and_names_the_panelist():
    panel = Panel()
    decision = panel.host.conductor.decide("/invite bo")
    assert (decision.effect, decision.about, decision.facts) == (Effect.INVITE, "bo", ())


def test_only_whoever_has_the_clock_lets_somebody_in():
    panel = Panel()
    bo = panel.join("bo")
    with pytest.raises(Refusal, match="Ann Lee has the clock, and only they let somebody in"):
        bo.conductor.decide("/invite ann")


def test_somebody_has_to_be_named():
    with pytest.raises(Refusal, match="Who is to take part on a device of their own"):
        Panel().host.conductor.decide("/invite")
