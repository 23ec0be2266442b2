"""A card and its key: never the one without the other, and no key once the card is open."""

from pathlib import Path
from threading import Thread

import msgspec
import pytest
from msgspec.structs import replace

from facilitator.clock import SimulatedClock
from facilitator.conducting.conductor import Conductor
from facilitator.conducting.sealing import sealed_cards, seals
from facilitator.conducting.sealing.sealed_cards import CannotUnseal
from facilitator.conducting.sealing.seals import SealingKey
from facilitator.domain.facts.kinds.ratings import ScorecardChanged, ScorecardSealed
from facilitator.domain.facts.scorecard import Assessment, Scorecard
from facilitator.domain.language.decision import Refusal
from facilitator.domain.plan.agenda import Agenda, Competency, Panelist, Segment
from facilitator.domain.plan.scale import Recommendation
from facilitator.domain.session.card_record import SealedCard
from facilitator.domain.session.opening import opening
from facilitator.storage.card_keys import CardKeys
from facilitator.storage.journal import MemoryJournal
from tests.disks import Disk

pytestmark = pytest.mark.usefixtures("cheap_guesses")

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


def key_id(card: SealedCard) -> str:
    return seals.key_id(card.sealed) or ""


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
    assert keys.get(key_id(before)) is None
    sealed_cards.open_all(conductor, keys, "enough")
    assert ratings(conductor) == {"cfo": 5}


def test_a_card_that_could_not_be_kept_says_so_and_keeps_its_key(conductor: Conductor, keys: CardKeys, disk: Disk):
    sealed_cards.submit(conductor, keys, "cfo", card(2))
    earlier = conductor.session.sealed_cards["cfo"]
    disk.is_full = True
    assert not sealed_cards.submit(conductor, keys, "cfo", card(3)).kept
    assert keys.get(key_id(earlier)) is not None
    assert keys.get(key_id(conductor.session.sealed_cards["cfo"])) is not None


def test_while_an_opening_could_not_be_kept_the_keys_stay(conductor: Conductor, keys: CardKeys, disk: Disk):
    sealed_cards.submit(conductor, keys, "cfo", card(2))
    sealed = conductor.session.sealed_cards["cfo"]
    disk.is_full = True
    assert not sealed_cards.open_all(conductor, keys, "enough").kept
    assert keys.get(key_id(sealed)) is not None


def test_on_a_slow_disk_a_key_goes_only_when_its_card_can_not_come_back(
    conductor: Conductor, keys: CardKeys, disk: Disk
):
    sealed_cards.submit(conductor, keys, "cfo", card(2))
    earlier = key_id(conductor.session.sealed_cards["cfo"])
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
    keys.keep_only(frozenset())
    with pytest.raises(CannotUnseal):
        sealed_cards.open_all(conductor, keys, "enough")
    assert conductor.session.cards_opened is None
    told = sealed_cards.submit(conductor, keys, "ceo", card(4))
    assert told.said == "The scorecards are open. Still sealed, for lack of a key or passphrase: Bo Ek."
    sealed_cards.submit(conductor, keys, "cfo", card(3))
    assert ratings(conductor) == {"ceo": 4, "cfo": 3}
    assert set(conductor.session.sealed_cards) == {"cfo"}


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


class TestAttacks:
    """What whoever uses the account, and so can write to the journal and read the key file, might try."""

    def test_an_earlier_seal_in_the_place_of_the_last_opens_nothing(self, conductor: Conductor, keys: CardKeys):
        """With its key put back as well: the number of the card is part of what is authenticated."""
        sealed_cards.submit(conductor, keys, "cfo", card(2))
        earlier = conductor.session.sealed_cards["cfo"]
        key = keys.get(key_id(earlier))
        assert key is not None
        sealed_cards.submit(conductor, keys, "cfo", card(5))
        later = conductor.session.sealed_cards["cfo"]
        keys.add(key_id(earlier), key)
        conductor.session.sealed_cards["cfo"] = replace(later, sealed=earlier.sealed)
        with pytest.raises(CannotUnseal):
            sealed_cards.open_all(conductor, keys, "enough")
        conductor.session.sealed_cards["cfo"] = replace(earlier, number=2, commitment=later.commitment)
        with pytest.raises(CannotUnseal):
            sealed_cards.open_all(conductor, keys, "enough")

    def test_another_card_under_the_same_key_is_not_what_was_committed_to(self, conductor: Conductor, keys: CardKeys):
        sealed_cards.submit(conductor, keys, "cfo", card(2))
        submitted = conductor.session.sealed_cards["cfo"]
        secret = keys.get(key_id(submitted))
        assert secret is not None
        session = conductor.session.id
        plain = msgspec.json.encode((seals.new_salt(), card(5)))
        forged = seals.sealed(plain, f"{session}/cfo/1", SealingKey(f"key:{key_id(submitted)}", secret))
        conductor.session.sealed_cards["cfo"] = replace(submitted, sealed=forged)
        with pytest.raises(CannotUnseal):
            sealed_cards.open_all(conductor, keys, "enough")

    def test_a_card_of_another_session_opens_nothing_here(self, conductor: Conductor, keys: CardKeys):
        other = Conductor.open(Disk(), "t", opening(AGENDA, "", 0, "UTC"), SimulatedClock(0), "device")
        other.submit("/start")
        sealed_cards.submit(other, keys, "cfo", card(5))
        sealed_cards.submit(conductor, keys, "ceo", card(2))
        conductor.session.sealed_cards["cfo"] = other.session.sealed_cards["cfo"]
        sealed_cards.open_all(conductor, keys)
        assert ratings(conductor) == {"ceo": 2}

    def test_whoever_submits_as_somebody_else_leaves_a_trace(self, conductor: Conductor, keys: CardKeys):
        sealed_cards.submit(conductor, keys, "cfo", card(2), seals.key_of_passphrase("long enough"))
        told = sealed_cards.submit(conductor, keys, "cfo", card(5))
        assert "It takes the place of the one of 08:00: the debrief will tell of both." in told.said
        sealed_cards.open_all(conductor, keys, "enough")
        assert len(conductor.session.card_records["cfo"].sealed) == 2

    def test_after_the_opening_a_card_under_a_passphrase_can_only_be_changed_openly(
        self, conductor: Conductor, keys: CardKeys
    ):
        sealed_cards.submit(conductor, keys, "cfo", card(2), seals.key_of_passphrase("long enough"))
        sealed_cards.submit(conductor, keys, "ceo", card(4))  # and opens them all, of which this one is open
        reopened = Conductor.resume(MemoryJournal(conductor.events), SimulatedClock(1_800_000_000_000), "device")
        sealed_cards.open_all(reopened, keys, passphrases={"cfo": "long enough"})
        assert ratings(reopened) == {"ceo": 4, "cfo": 2}
        sealed_cards.submit(conductor, keys, "cfo", card(5))
        assert [mind.is_sealed for mind in conductor.session.changes_of_mind] == [True, True]
        sealed_cards.open_all(conductor, keys, passphrases={"cfo": "long enough"})
        assert [(mind.competency, mind.before, mind.after) for mind in conductor.session.changes_of_mind] == [
            ("people", 2, 5)
        ]


def test_what_a_crash_has_left_of_keys_is_destroyed_at_the_opening(
    conductor: Conductor, keys: CardKeys, tmp_path: Path
):
    sealed_cards.submit(conductor, keys, "cfo", card(2))
    keys.add("of a card that was never kept", bytes(32))
    (tmp_path / "s.keys.new").write_bytes(b"half a key")
    sealed_cards.open_all(conductor, keys, "enough")
    assert not list(tmp_path.glob("s.*"))


def test_what_a_crash_has_left_after_the_opening_is_destroyed_the_next_time(
    conductor: Conductor, keys: CardKeys, tmp_path: Path
):
    sealed_cards.submit(conductor, keys, "cfo", card(2))
    key = (tmp_path / "s.keys").read_bytes()
    sealed_cards.open_all(conductor, keys, "enough")
    (tmp_path / "s.keys").write_bytes(key)
    with pytest.raises(Refusal):
        sealed_cards.open_all(conductor, keys)
    assert not list(tmp_path.glob("s.*"))


def test_in_a_session_of_an_earlier_version_cards_are_as_they_were(disk: Disk, keys: CardKeys):
    opened = replace(opening(AGENDA, "", 0, "UTC"), card_rules=1)
    conductor = Conductor.open(disk, "s", opened, SimulatedClock(1_800_000_000_000), "device")
    conductor.submit("/start")
    for rating in (2, 3):
        sealed_cards.submit(conductor, keys, "cfo", card(rating))
    assert {(fact.number, fact.commitment) for fact in seals_in(conductor)} == {(0, "")}
    sealed_cards.open_all(conductor, keys, "enough")
    sealed_cards.submit(conductor, keys, "cfo", card(5))
    assert ratings(conductor) == {"cfo": 5}
    assert not any(isinstance(event.fact, ScorecardChanged) for event in conductor.events)


def seals_in(conductor: Conductor) -> list[ScorecardSealed]:
    return [event.fact for event in conductor.events if isinstance(event.fact, ScorecardSealed)]


def test_whose_passphrase_is_needed_is_told_and_a_wrong_one_opens_nothing(conductor: Conductor, keys: CardKeys):
    sealed_cards.submit(conductor, keys, "cfo", card(3), seals.key_of_passphrase("long enough"))
    assert sealed_cards.under_passphrase(conductor.session) == ("cfo",)
    with pytest.raises(CannotUnseal):
        sealed_cards.open_all(conductor, keys, "she is ill", passphrases={"cfo": "something else"})
    sealed_cards.open_all(conductor, keys, "she is ill", passphrases={"cfo": "long enough"})
    assert ratings(conductor) == {"cfo": 3}


def test_a_damaged_key_file_opens_nothing(conductor: Conductor, keys: CardKeys, tmp_path: Path):
    sealed_cards.submit(conductor, keys, "cfo", card(3))
    (tmp_path / "s.keys").write_text("{")
    with pytest.raises(CannotUnseal):
        sealed_cards.open_all(conductor, keys, "she is ill")


def test_who_has_sealed_a_card_can_read_it_and_it_stays_sealed(conductor: Conductor, keys: CardKeys):
    sealed_cards.submit(conductor, keys, "cfo", card(3), seals.key_of_passphrase("long enough"))
    assert sealed_cards.read_own(conductor.session, keys, "cfo", "long enough") == card(3)
    with pytest.raises(CannotUnseal):
        sealed_cards.read_own(conductor.session, keys, "cfo", "something else")
    assert (list(conductor.session.sealed_cards), ratings(conductor)) == (["cfo"], {})
