"""Whose scorecards are missing, and whom those that are in wait for."""

import pytest

from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.panel.missing_cards import missing_cards, waited_for
from tests.domain.language.decisions.test_scorecards import OPENING, after, opened, sealed


@pytest.mark.parametrize(
    ("facts", "missing", "waited"),
    [
        ([], "ann bo cy", ""),
        ([sealed("bo")], "ann cy", "ann cy"),
        ([sealed("ann"), sealed("bo"), sealed("cy")], "", ""),
        ([sealed("bo"), OPENING], "ann cy", ""),
        ([sealed("bo"), OPENING, opened("bo")], "ann cy", ""),
        ([opened("cy"), sealed("bo")], "ann", "ann"),
    ],
)
def test_whose_card_is_missing_and_who_is_waited_for(facts: list[AnyFact], missing: str, waited: str):
    session = after(*facts)
    assert " ".join(panelist.id for panelist in missing_cards(session)) == missing
    assert " ".join(panelist.id for panelist in waited_for(session)) == waited
