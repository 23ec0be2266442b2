"""/page, /panel and /quit do something in front of a person and leave nothing behind; in a script they are refused."""

import pytest

from facilitator.domain.language.decision import Effect, Refusal
from facilitator.domain.language.decisions import decide
from tests.domain.interviews import Room
from tests.domain.language.answers import PLAN


@pytest.mark.parametrize(("line", "effect"), [("/quit", Effect.QUIT), ("/page", Effect.PAGE), ("/panel", Effect.PANEL)])
def test_it_records_nothing(line: str, effect: Effect):
    room = Room(PLAN, "")
    decision = decide(line, room.session, room.at("1:00"), "ann")
    assert (decision.effect, decision.facts, decision.said) == (effect, (), "")


@pytest.mark.parametrize("line", ["/quit", "/help", "/page", "/panel"])
def test_in_a_script_there_is_nobody_to_see_it(line: str):
    with pytest.raises(Refusal, match=f"{line} is for a person at a screen"):
        Room(PLAN, "").conductor.submit(line)
