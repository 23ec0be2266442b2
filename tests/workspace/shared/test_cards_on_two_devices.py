"""Scorecards on a panel: each device has the key of its own card only, and opens it once all are in."""

from pathlib import Path

import pytest

from facilitator.documents.mail import plain_mail
from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.facts.scorecard import Assessment, Scorecard
from facilitator.domain.plan.scale import Recommendation
from facilitator.reports.panel.panel_document import panel_document
from facilitator.workspace.cards import open_sealed_cards, panelists_to_rate, submit_card
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


def scorecards(devices: Devices) -> str:
    """What the debrief on the host's device says of the scorecards."""
    session, _ = devices.host.read(devices.session)
    return " ".join(plain_mail(panel_document(debrief(session, 0))).split())


def typed(devices: Devices, line: str) -> str:
    with in_hand(devices.host, devices.session) as running:
        return running.conductor.submit(line).wait().said


@pytest.mark.parametrize("line", ["/remove bo", "/absent bo"])
def test_nobody_waits_for_somebody_who_is_not_on_the_panel_any_more(devices, guest, line):
    submit_card(devices.host, devices.session, "ann", card(3))
    typed(devices, line)
    assert ratings(devices, devices.host) == {"ann": 3}


def test_the_debrief_says_who_was_removed_before_sealing(devices, guest):
    submit_card(devices.host, devices.session, "ann", card(3))
    assert "removed" not in scorecards(devices)
    typed(devices, "/remove bo")
    said = scorecards(devices)
    assert "Scorecards opened by Ann Lee, when nobody was waited for any more" in said
    assert "Bo Chen was removed before sealing a scorecard." in said


def test_what_was_sealed_before_a_removal_is_still_in(devices, guest):
    submit_card(guest, devices.session, "bo", card(4))
    typed(devices, "/remove bo")
    submit_card(devices.host, devices.session, "ann", card(3))
    assert ratings(devices, devices.host) == {"ann": 3}
    said = scorecards(devices)
    assert "Bo Chen's scorecard is in, sealed." in said
    assert "removed" not in said


def test_what_was_opened_before_a_removal_counts(devices, guest):
    submit_card(devices.host, devices.session, "ann", card(3))
    submit_card(guest, devices.session, "bo", card(4))
    typed(devices, "/remove bo")
    assert ratings(devices, devices.host) == {"ann": 3, "bo": 4}


def test_each_is_asked_for_the_card_of_their_own_device(devices, guest):
    assert [panelist.id for panelist in panelists_to_rate(guest, devices.session)] == ["bo"]
    assert [panelist.id for panelist in panelists_to_rate(devices.host, devices.session)] == ["ann"]
    submit_card(guest, devices.session, "bo", card(4))
    with pytest.raises(WrongRequest, match="No scorecard is missing here"):
        panelists_to_rate(guest, devices.session)


def test_nobody_submits_for_somebody_else(devices, guest):
    with pytest.raises(WrongRequest, match="on their own device"):
        submit_card(guest, devices.session, "ann", card(1))


def apart(devices: Devices) -> Path:
    """Take the folder away from both devices; return where it is."""
    return devices.folder.rename(devices.root / "away")


def together(devices: Devices, away: Path, *workspaces: Workspace) -> None:
    """Put the folder back and let each device look twice: what one says may be what another waits for."""
    away.rename(devices.folder)
    for workspace in workspaces * 3:
        ratings(devices, workspace)


def test_the_last_card_in_a_partition_counts_though_the_others_were_opened_early_meanwhile(devices, guest):
    submit_card(devices.host, devices.session, "ann", card(3))
    away = apart(devices)
    open_sealed_cards(devices.host, devices.session, None, "Bo can't be reached")
    submit_card(guest, devices.session, "bo", card(4))
    together(devices, away, guest, devices.host)
    assert ratings(devices, devices.host) == ratings(devices, guest) == {"ann": 3, "bo": 4}


def test_a_card_that_was_submitted_again_in_a_partition_counts_as_the_one_before_has_no_key(devices, guest):
    submit_card(guest, devices.session, "bo", card(2))
    away = apart(devices)
    submit_card(guest, devices.session, "bo", card(4))
    away.rename(devices.folder)
    with in_hand(devices.host, devices.session):
        pass
    away = apart(devices)
    submit_card(devices.host, devices.session, "ann", card(3))
    submit_card(guest, devices.session, "bo", card(5))
    together(devices, away, devices.host, guest)
    assert ratings(devices, devices.host) == ratings(devices, guest) == {"ann": 3, "bo": 5}


def test_of_one_panelists_cards_on_two_devices_a_single_one_counts_everywhere(devices, guest):
    devices.open(devices.host)
    tablet, _ = devices.joined("tablet", "bo")
    devices.leave()
    away = apart(devices)
    submit_card(guest, devices.session, "bo", card(4))
    submit_card(tablet, devices.session, "bo", card(5))
    away.rename(devices.folder)
    submit_card(devices.host, devices.session, "ann", card(3))
    for workspace in (guest, tablet, devices.host) * 3:
        ratings(devices, workspace)
    everywhere = [ratings(devices, workspace) for workspace in (devices.host, guest, tablet)]
    assert everywhere == [{"ann": 3, "bo": 5}] * 3
