"""/quit leaves the program and nothing in the session; where nobody sits at a screen it is refused."""

import pytest

from facilitator.domain.language.decision import Effect, Refusal
from facilitator.domain.language.decisions import decide
from tests.domain.interviews import Room
from tests.domain.language.answers import PLAN


def test_it_leaves_and_records_nothing():
    room = Room(PLAN, "")
    decision = decide("/quit", room.session, room.at("1:00"), "ann")
    assert (decision.effect, decision.facts) == (Effect.QUIT, ())


@pytest.mark.parametrize("line", ["/quit", "/help"])
def test_in_a_script_there_is_nobody_to_see_it(line: str):
    with pytest.raises(Refusal, match=f"{line} is for a person at a screen"):
        Room(PLAN, "").conductor.submit(line)
