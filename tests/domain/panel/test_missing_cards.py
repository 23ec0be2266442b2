"""Whose scorecards are missing, and whom those that are in wait for."""

import pytest
from msgspec.structs import replace

from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.panel import DeviceAdmitted
from facilitator.domain.facts.kinds.people import PanelistAbsent, PanelistArrived, StandInNamed
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
        ([opened("cy"), sealed("bo")], "ann cy", "ann cy"),
    ],
)
def test_whose_card_is_missing_and_who_is_waited_for(facts: list[AnyFact], missing: str, waited: str):
    session = after(*facts)
    assert " ".join(panelist.id for panelist in missing_cards(session)) == missing
    assert " ".join(panelist.id for panelist in waited_for(session)) == waited


DANA = (PanelistArrived(panelist="dana", name="Dana Roth"), PanelistAbsent(panelist="bo"))
FOR_BO = (*DANA, StandInNamed(panelist="dana", absent="bo"))


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ([PanelistAbsent(panelist="bo")], "ann cy"),
        ([sealed("ann"), sealed("cy"), PanelistAbsent(panelist="bo")], ""),
        ([*FOR_BO], "ann cy dana"),
        ([*FOR_BO, sealed("dana"), sealed("ann"), sealed("cy")], ""),
        ([*FOR_BO, PanelistArrived(panelist="bo")], "ann bo cy dana"),
    ],
)
def test_cards_are_missed_of_those_who_are_there(facts: list[AnyFact], missing: str):
    assert " ".join(panelist.id for panelist in missing_cards(after(*facts))) == missing


@pytest.mark.parametrize(
    ("removed", "missing"), [({}, "bo"), ({"b"}, "bo"), ({"b", "c"}, ""), ({"a"}, "bo"), ({"a", "b", "c"}, "")]
)
def test_who_was_taken_off_the_panel_with_all_their_devices_is_not_waited_for(removed: set[str], missing: str):
    seats = {"a": "ann", "b": "bo", "c": "bo"}
    devices = {name: DeviceAdmitted(device=name, seat=seat) for name, seat in seats.items()}
    session = replace(after(sealed("ann"), sealed("cy")), devices=devices, removed_devices=set(removed))
    assert " ".join(panelist.id for panelist in missing_cards(session)) == missing
    assert waited_for(session) == missing_cards(session)
