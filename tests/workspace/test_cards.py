"""The scorecards of a session: written alone, sealed until all are in, opened early only with a reason."""

import pytest

from facilitator.agenda_files.scorecard_file import load_scorecard
from facilitator.conducting.sealing.seals import key_of_passphrase
from facilitator.files.durable import StorageError
from facilitator.workspace.cards import card_draft, open_sealed_cards, passphrases_needed, session_to_rate, submit_card
from facilitator.workspace.errors import WrongRequest
from facilitator.workspace.running_session import resume
from tests.disks import FailingFiles

pytestmark = pytest.mark.usefixtures("cheap_guesses")


@pytest.fixture
def session(keep) -> str:
    return keep("00:00 /start\n02:00 /end")


@pytest.fixture
def card(workspace, session, tmp_path):
    path = tmp_path / "card.yaml"
    path.write_text("ratings:\n  - {competency: craft, rating: 4}\nrecommendation: yes\n", encoding="utf-8")
    card, complaints = load_scorecard(path, workspace.read(session)[0].agenda)
    assert card is not None, complaints
    return card


@pytest.fixture
def filled(session, card, full_disk: FailingFiles) -> FailingFiles:
    """The disk, full since the interview."""
    return full_disk


def rated(workspace, session: str) -> set[str]:
    return {rating.panelist for rating in workspace.read(session)[0].ratings.values()}


def test_a_stranger_may_not_rate(workspace, session):
    assert session_to_rate(workspace, session, "bo").id == session
    with pytest.raises(WrongRequest, match="nobody"):
        session_to_rate(workspace, session, "nobody")


def test_the_last_card_opens_all(workspace, session, card):
    submit_card(workspace, session, "ann", card)
    assert rated(workspace, session) == set()
    submit_card(workspace, session, "bo", card)
    assert rated(workspace, session) == {"ann", "bo"}


def test_before_all_are_in_they_open_only_with_a_reason(workspace, session, card):
    submit_card(workspace, session, "bo", card)
    with pytest.raises(WrongRequest, match="Ann Lee has not submitted yet"):
        open_sealed_cards(workspace, session, None, "")
    open_sealed_cards(workspace, session, None, "Ann is ill")
    assert rated(workspace, session) == {"bo"}


def test_a_card_whose_key_cannot_be_kept_is_not_submitted(workspace, session, card, filled: FailingFiles):
    with pytest.raises(StorageError, match="the disk is full"):
        submit_card(workspace, session, "bo", card)
    assert workspace.read(session)[0].sealed_cards == {}


def test_under_a_passphrase_it_needs_no_key_and_is_kept_elsewhere(workspace, session, card, filled: FailingFiles):
    with pytest.raises(StorageError, match=r"(?s)Kept in .* instead"):
        submit_card(workspace, session, "bo", card, key_of_passphrase("s3cret, long"))
    assert set(workspace.read(session)[0].sealed_cards) == {"bo"}
    filled.fails = lambda path: False
    open_sealed_cards(workspace, session, None, "Ann is ill", {"bo": "s3cret, long"})
    assert rated(workspace, session) == {"bo"}


def test_whose_passphrases_it_takes_is_known_of_a_session_in_a_second_place_too(
    workspace, session, card, filled: FailingFiles
):
    with pytest.raises(StorageError, match=r"(?s)Kept in .* instead"):
        submit_card(workspace, session, "bo", card, key_of_passphrase("s3cret, long"))
    assert passphrases_needed(workspace, session, None, "Ann is ill")[1] == ("bo",)


def test_under_a_passphrase_a_card_opens_with_that_and_with_no_other(workspace, session, card):
    submit_card(workspace, session, "bo", card, key_of_passphrase("s3cret, long"))
    assert passphrases_needed(workspace, session, None, "Ann is ill")[1] == ("bo",)
    with pytest.raises(StorageError, match="None of the sealed scorecards could be opened"):
        open_sealed_cards(workspace, session, None, "Ann is ill", {"bo": "guess"})
    open_sealed_cards(workspace, session, None, "Ann is ill", {"bo": "s3cret, long"})
    assert rated(workspace, session) == {"bo"}


def left(workspace, session: str, kind: str) -> list[str]:
    return [path.name for path in workspace.home.sessions.glob(f"{session}.{kind}")]


def begin_a_card(workspace, session: str, panelist: str) -> None:
    """Write half a card and be killed."""
    with card_draft(workspace, workspace.read(session)[0], panelist) as draft:
        draft.begin()
        draft.save("half a card")


def test_at_the_opening_drafts_of_open_cards_go_with_their_keys_and_those_of_others_stay(workspace, session, card):
    for panelist in ("ann", "bo"):
        begin_a_card(workspace, session, panelist)
    submit_card(workspace, session, "bo", card)
    assert len(left(workspace, session, "card-*.keys")) == 2
    open_sealed_cards(workspace, session, None, "Ann is ill")
    assert len(left(workspace, session, "card-*")) == 2  # hers, and its key
    submit_card(workspace, session, "ann", card)
    assert left(workspace, session, "card-*") == []


def test_keys_that_a_crash_has_left_after_the_opening_go_when_somebody_next_has_the_session(workspace, session, card):
    submit_card(workspace, session, "bo", card)
    key = workspace.home.path(session, "keys").read_bytes()
    open_sealed_cards(workspace, session, None, "Ann is ill")
    workspace.home.path(session, "keys").write_bytes(key)
    workspace.home.path(session, "keys.new").write_bytes(key)
    with resume(workspace, session):
        assert left(workspace, session, "keys*") == []


def test_keys_of_cards_that_are_sealed_still_stay(workspace, session, card):
    submit_card(workspace, session, "bo", card)
    with resume(workspace, session):
        assert left(workspace, session, "keys") == [f"{session}.keys"]


def test_a_card_that_was_submitted_before_a_kill_is_not_begun_any_more(workspace, session, card):
    begin_a_card(workspace, session, "bo")
    with card_draft(workspace, workspace.read(session)[0], "bo") as draft:
        draft.resume()
        submit_card(workspace, session, "bo", card, draft.key)
    assert len(left(workspace, session, "card-*")) == 2  # as a kill leaves it
    with card_draft(workspace, workspace.read(session)[0], "bo") as draft:
        assert not draft.is_there
    assert left(workspace, session, "card-*") == []
    begin_a_card(workspace, session, "bo")
    with card_draft(workspace, workspace.read(session)[0], "bo") as draft:
        assert draft.is_there, "written once more, it is a draft of its own"
