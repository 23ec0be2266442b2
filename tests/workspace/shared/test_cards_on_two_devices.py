"""Scorecards on a panel: each device has the key of its own card only, and opens it once all are in."""

import pytest

from facilitator.domain.facts.scorecard import Assessment, Scorecard
from facilitator.domain.plan.scale import Recommendation
from facilitator.workspace.cards import panelists_to_rate, submit_card
from facilitator.workspace.errors import WrongRequest
from facilitator.workspace.running_session import in_hand
from facilitator.workspace.workspace import Workspace
from tests.workspace.shared.devices import Devices


def card(rating: int) -> Scorecard:
    return Scorecard(
        recommendation=Recommendation.YES,
        ratings=(Assessment(competency="craft", rating=rating, evidence="seen", notes=()),),
    )


@pytest.fixture
def guest(devices) -> Workspace:
    """Bo's device; the interview has ended on both."""
    ann = devices.open(devices.host)
    guest, _ = devices.joined("bo", "bo")
    bo = devices.open(guest)
    ann.conductor.submit("/start")
    ann.conductor.submit("/end")
    devices.agree(ann, bo)
    devices.leave()
    return guest


def ratings(devices: Devices, workspace: Workspace) -> dict[str, int]:
    with in_hand(workspace, devices.session) as running:
        return {who: card.ratings[0].rating for who, card in running.conductor.session.cards.items()}


def test_the_last_card_in_opens_its_own_and_the_others_follow(devices, guest):
    submit_card(devices.host, devices.session, "ann", card(3))
    assert ratings(devices, guest) == {}
    submit_card(guest, devices.session, "bo", card(4))
    assert ratings(devices, guest) == {"bo": 4}
    assert ratings(devices, devices.host) == {"ann": 3, "bo": 4}
    assert ratings(devices, guest) == {"ann": 3, "bo": 4}


def test_two_last_cards_that_dont_know_of_each_other_open_once_they_do(devices, guest):
    away = devices.root / "away"
    devices.folder.rename(away)
    submit_card(devices.host, devices.session, "ann", card(3))
    submit_card(guest, devices.session, "bo", card(4))
    assert ratings(devices, devices.host) == {}
    away.rename(devices.folder)
    for workspace in (devices.host, guest, devices.host):
        ratings(devices, workspace)
    assert ratings(devices, devices.host) == ratings(devices, guest) == {"ann": 3, "bo": 4}


def test_each_is_asked_for_the_card_of_their_own_device(devices, guest):
    assert [panelist.id for panelist in panelists_to_rate(guest, devices.session)] == ["bo"]
    assert [panelist.id for panelist in panelists_to_rate(devices.host, devices.session)] == ["ann"]
    submit_card(guest, devices.session, "bo", card(4))
    with pytest.raises(WrongRequest, match="No scorecard is missing here"):
        panelists_to_rate(guest, devices.session)


def test_nobody_submits_for_somebody_else(devices, guest):
    with pytest.raises(WrongRequest, match="on their own device"):
        submit_card(guest, devices.session, "ann", card(1))
