"""A card and its key: never the one without the other, and no key once the card is open."""

from pathlib import Path
from threading import Thread

import pytest

from facilitator.clock import SimulatedClock
from facilitator.conducting import sealed_cards
from facilitator.conducting.conductor import Conductor
from facilitator.conducting.sealed_cards import CannotUnseal
from facilitator.domain.facts.scorecard import Assessment, Scorecard
from facilitator.domain.language.decision import Refusal
from facilitator.domain.plan.agenda import Agenda, Competency, Panelist, Segment
from facilitator.domain.plan.scale import Recommendation
from facilitator.domain.session.opening import opening
from facilitator.storage.card_keys import CardKeys
from tests.disks import Disk

AGENDA = Agenda(
    title="Final round",
    panel=(Panelist(id="ceo", name="Ann Lee", lead=True), Panelist(id="cfo", name="Bo Ek")),
    competencies=(Competency(id="people", name="People"),),
    segments=(Segment(id="one", title="One", length_seconds=300),),
)


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def keys(tmp_path: Path) -> CardKeys:
    return CardKeys(tmp_path / "s.keys")


@pytest.fixture
def conductor(disk: Disk) -> Conductor:
    clock = SimulatedClock(1_800_000_000_000)
    conductor = Conductor.open(disk, "s", opening(AGENDA, "", 1_800_000_000_000, "UTC"), clock, "device")
    conductor.submit("/start")
    conductor.submit("/end")
    return conductor


def card(rating: int) -> Scorecard:
    return Scorecard(
        recommendation=Recommendation.YES, ratings=(Assessment(competency="people", rating=rating, evidence="calm"),)
    )


def ratings(conductor: Conductor) -> dict[str, int]:
    return {panelist: rating.rating for (panelist, _), rating in conductor.session.ratings.items()}


def test_the_last_one_opens_them_all(conductor: Conductor, keys: CardKeys):
    sealed_cards.submit(conductor, keys, "ceo", card(2))
    assert ratings(conductor) == {}
    sealed_cards.submit(conductor, keys, "cfo", card(4))
    assert ratings(conductor) == {"ceo": 2, "cfo": 4}


def test_of_two_versions_the_later_one_counts_and_the_earlier_has_no_key(conductor: Conductor, keys: CardKeys):
    sealed_cards.submit(conductor, keys, "cfo", card(2))
    before = conductor.session.sealed_cards["cfo"]
    sealed_cards.submit(conductor, keys, "cfo", card(5))
    assert keys.get(before.split(":")[1]) is None
    sealed_cards.open_all(conductor, keys, "enough")
    assert ratings(conductor) == {"cfo": 5}


def test_a_card_that_could_not_be_kept_says_so_and_keeps_its_key(conductor: Conductor, keys: CardKeys, disk: Disk):
    sealed_cards.submit(conductor, keys, "cfo", card(2))
    earlier = conductor.session.sealed_cards["cfo"]
    disk.is_full = True
    assert not sealed_cards.submit(conductor, keys, "cfo", card(3)).kept
    assert keys.get(earlier.split(":")[1]) is not None
    assert keys.get(conductor.session.sealed_cards["cfo"].split(":")[1]) is not None


def test_while_an_opening_could_not_be_kept_the_keys_stay(conductor: Conductor, keys: CardKeys, disk: Disk):
    sealed_cards.submit(conductor, keys, "cfo", card(2))
    sealed = conductor.session.sealed_cards["cfo"]
    disk.is_full = True
    assert not sealed_cards.open_all(conductor, keys, "enough").kept
    assert keys.get(sealed.split(":")[1]) is not None


def test_on_a_slow_disk_a_key_goes_only_when_its_card_can_not_come_back(
    conductor: Conductor, keys: CardKeys, disk: Disk
):
    sealed_cards.submit(conductor, keys, "cfo", card(2))
    earlier = conductor.session.sealed_cards["cfo"].split(":")[1]
    conductor.keep_in_background()
    disk.hang()
    submitting = Thread(target=sealed_cards.submit, args=(conductor, keys, "cfo", card(3)))
    submitting.start()
    disk.wait_until_asked()
    assert keys.get(earlier) is not None
    disk.go_on()
    submitting.join()
    assert keys.get(earlier) is None
    conductor.close()


def test_a_card_whose_key_is_lost_stays_sealed_and_can_be_written_again(conductor: Conductor, keys: CardKeys):
    sealed_cards.submit(conductor, keys, "cfo", card(2))
    keys.forget([conductor.session.sealed_cards["cfo"].split(":")[1]])
    with pytest.raises(CannotUnseal):
        sealed_cards.open_all(conductor, keys, "enough")
    assert conductor.session.cards_opened is None
    told = sealed_cards.submit(conductor, keys, "ceo", card(4))
    assert told.said == "The scorecards are open. Still sealed, for lack of a key or passphrase: Bo Ek."
    sealed_cards.submit(conductor, keys, "cfo", card(3))
    assert (ratings(conductor), conductor.session.sealed_cards) == ({"ceo": 4, "cfo": 3}, {})


def test_a_seal_does_not_open_as_somebody_elses(conductor: Conductor, keys: CardKeys):
    sealed_cards.submit(conductor, keys, "cfo", card(2))
    conductor.session.sealed_cards["ceo"] = conductor.session.sealed_cards["cfo"]
    sealed_cards.open_all(conductor, keys)
    assert ratings(conductor) == {"cfo": 2}


def test_without_a_reason_nothing_is_opened_before_all_are_in(conductor: Conductor, keys: CardKeys):
    with pytest.raises(Refusal, match="There is no sealed scorecard"):
        sealed_cards.open_all(conductor, keys)
    sealed_cards.submit(conductor, keys, "cfo", card(2))
    with pytest.raises(Refusal, match="Ann Lee has not submitted yet"):
        sealed_cards.open_all(conductor, keys)
