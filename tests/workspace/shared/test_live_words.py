"""Who is connected hears there that the lead erased the interview, and answers; the others hear the next time."""

from pathlib import Path
from threading import Thread

import pytest

from facilitator.conducting.sealing.leaving.last_word import LastWord
from facilitator.files.patience import awaited
from facilitator.storage.retaining.tombstones import stone_of_session
from facilitator.workspace.retention import erase_session, place_hold
from facilitator.workspace.running_session import in_hand
from facilitator.workspace.shared import live_words
from facilitator.workspace.shared.erasure import erased_devices
from facilitator.workspace.workspace import Workspace
from tests.workspace.shared.devices import Devices


@pytest.fixture
def live(tmp_path: Path):
    """Ann, who leads and hosts, and Bo, who are connected; nobody has it open."""
    with Devices(tmp_path, live=True) as devices:
        devices.open(devices.host)
        guest, _ = devices.joined("bo", "bo")
        devices.leave()
        yield devices, guest


def said(workspace: Workspace, session: str) -> dict[str, LastWord | None]:
    return {one.letter: one.said for one in erased_devices(workspace, session)}


def test_who_has_it_open_is_told_at_once_answers_and_erases_it_on_leaving(live, monkeypatch):
    devices, guest = live
    monkeypatch.setattr(live_words, "TOLD_FOR_SECONDS", 60)
    bo = devices.open(guest)
    devices.while_it_runs(lambda: erase_session(devices.host, devices.session))
    assert "Ann Lee has erased this interview on every device: here it goes as soon as you leave." in bo.shared.told
    stone = stone_of_session(devices.host.home, devices.session)
    assert stone is not None
    assert set(stone.heard.values()) == {LastWord.HEARD}
    devices.leave()
    assert guest.home.session_ids() == []
    assert stone_of_session(guest.home, devices.session) is not None


def test_who_was_away_hears_at_the_next_connection_and_the_lead_hears_the_answer(live, monkeypatch):
    devices, guest = live
    monkeypatch.setattr(live_words, "ANSWERING_SECONDS", 20)
    erase_session(devices.host, devices.session)
    assert guest.home.session_ids() == [devices.session]

    def heard() -> None:
        with in_hand(guest, devices.session):
            pass

    answers: list[dict[str, LastWord | None]] = []

    def until_answered() -> None:
        while not answers or answers[-1]["b"] is not LastWord.ERASED:
            answers.append(said(devices.host, devices.session))

    lead = Thread(target=until_answered, daemon=True)
    lead.start()
    while guest.home.session_ids():
        heard()
    while lead.is_alive():  # on a busy machine the answer may come after the lead's last look
        erased_devices(guest, devices.session)
    assert answers[-1] == {"a": LastWord.ERASED, "b": LastWord.ERASED}
    stone = stone_of_session(devices.host.home, devices.session)
    assert stone is not None
    assert stone.live is None
    answered = stone_of_session(guest.home, devices.session)
    assert answered is not None
    assert answered.live is not None  # it can say so again, should the lead not have heard it


def test_while_answers_are_waited_for_no_disk_is_blamed(live, monkeypatch):
    devices, _ = live
    waited_for: list[str] = []

    async def nobody_answers(*_: object) -> None:
        waited_for.append(awaited())

    monkeypatch.setattr("facilitator.sharing.last_words.say_for_a_while", nobody_answers)
    erase_session(devices.host, devices.session)
    assert waited_for == ["the others' answers"]
    assert awaited() == ""


def test_a_hold_is_told_as_well(live, monkeypatch):
    devices, guest = live
    monkeypatch.setattr(live_words, "TOLD_FOR_SECONDS", 60)
    place_hold(guest, devices.session, "a complaint")
    devices.open(guest)
    devices.while_it_runs(lambda: erase_session(devices.host, devices.session))
    devices.leave()
    assert guest.home.session_ids() == [devices.session]
    stone = stone_of_session(devices.host.home, devices.session)
    assert stone is not None
    assert set(stone.heard.values()) == {LastWord.HELD}
