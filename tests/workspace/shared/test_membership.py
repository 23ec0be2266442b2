"""Whoever is removed reads nothing that is sent afterwards, adds nothing, and is told."""

import pytest

from facilitator.conducting.sealing.group_key import CannotOpen
from facilitator.conducting.sealing.keyring import Keyring
from facilitator.domain.language.decision import Refusal
from facilitator.sharing.transports.boxes import Boxes
from facilitator.storage.invites import Invites
from facilitator.workspace.errors import WrongRequest
from facilitator.workspace.retention import erase_session
from facilitator.workspace.running_session import in_hand
from facilitator.workspace.shared.inviting import invite
from facilitator.workspace.shared.membership import TAKEN_OFF
from tests.workspace.shared.devices import Devices
from tests.workspace.shared.test_shared_session import notes


def in_the_folder(devices: Devices) -> list[bytes]:
    return Boxes(devices.keys(devices.host).place, "f" * 16).read()


def readable(frames: list[bytes], keys: Keyring) -> int:
    found = 0
    for frame in frames:
        try:
            keys.packet(frame)
            found += 1
        except CannotOpen:
            continue
    return found


def test_what_is_sent_afterwards_cant_be_opened_with_the_keys_that_they_have(devices):
    ann = devices.open(devices.host)
    guest, _ = devices.joined("bo", "bo")
    bo = devices.open(guest)
    bo.conductor.submit("Bo's note")
    devices.agree(ann, bo)
    ann.conductor.submit("/remove bo")
    devices.until(lambda: TAKEN_OFF in bo.shared.told)
    devices.until(lambda: not bo.shared._background.is_alive)
    before = len(in_the_folder(devices))
    ann.conductor.submit("what Bo must not read")
    devices.until(lambda: len(in_the_folder(devices)) > before)
    frames = in_the_folder(devices)
    assert readable(frames, bo.shared._keyring) == before
    assert readable(frames, ann.shared._keyring) == len(frames)
    assert notes(bo) == ["Bo's note"]


def test_they_are_told_and_keep_what_they_have(either):
    ann = either.open(either.host)
    guest, _ = either.joined("bo", "bo")
    bo = either.open(guest)
    either.agree(ann, bo)
    said = ann.conductor.submit("/remove bo").said
    assert said == "Bo Chen is off the panel. What is sent from now on is under another key."
    either.until(lambda: TAKEN_OFF in bo.shared.told)
    with pytest.raises(Refusal, match="taken off the panel"):
        bo.conductor.submit("one more")
    bo.conductor.carry_out(bo.conductor.decide("/help"))
    bo.conductor.carry_out(bo.conductor.decide("/quit"))
    either.leave()
    with in_hand(guest, either.session) as again:
        assert again.shared is not None
        assert again.shared.told == [TAKEN_OFF]
        assert again.shared.is_removed


def test_what_they_recorded_offline_is_set_aside_whenever_it_comes(devices):
    ann = devices.open(devices.host)
    guest, _ = devices.joined("bo", "bo")
    bo = devices.open(guest)
    bo.conductor.submit("before")
    devices.agree(ann, bo)
    away = devices.root / "away"
    devices.folder.rename(away)
    bo.conductor.submit("in the dark")
    ann.conductor.submit("/remove bo")
    away.rename(devices.folder)
    devices.until(lambda: bo.shared.is_removed)
    assert notes(ann) == notes(bo) == ["before"]


def test_whoever_stays_goes_on_even_if_they_were_away_for_all_of_it(devices):
    ann = devices.open(devices.host)
    devices.joined("bo", "bo")
    other, _ = devices.joined("ann's tablet", "ann")
    ann.conductor.submit("/remove bo")
    ann.conductor.submit("under the new key")
    tablet = devices.open(other)
    devices.agree(ann, tablet)
    assert notes(tablet) == ["under the new key"]
    tablet.conductor.submit("back")
    devices.agree(ann, tablet)
    assert not [why for why in tablet.shared.state().refused if "key" in why]


def test_whoever_joins_later_has_every_key(devices):
    ann = devices.open(devices.host)
    devices.joined("bo", "bo")
    ann.conductor.submit("before")
    ann.conductor.submit("/remove bo")
    ann.conductor.submit("after")
    guest, _ = devices.joined("bo again", "bo")
    bo = devices.open(guest)
    devices.agree(ann, bo)
    assert notes(bo) == ["after", "before"]
    assert len(ann.conductor.session.key_rotations) == 1, "it was given the newest"


def test_two_removals_that_didnt_know_of_each_other_leave_neither_with_the_key(devices):
    ann = devices.open(devices.host)
    devices.joined("bo", "bo")
    tablet_at, _ = devices.joined("tablet", "ann")
    devices.joined("bo's second", "bo")
    tablet = devices.open(tablet_at)
    devices.agree(ann, tablet)
    letters = [device.letter for device in ann.conductor.session.devices.values()]
    away = devices.root / "away"
    devices.folder.rename(away)
    ann.conductor.submit(f"/remove {letters[1]}")
    tablet.conductor.submit(f"/remove {letters[3]}")
    away.rename(devices.folder)
    devices.agree(ann, tablet)
    devices.until(lambda: len(ann.conductor.session.key_rotations) >= 3)
    devices.agree(ann, tablet)
    newest = ann.conductor.session.key_rotations[-1]
    assert not newest.boxes.keys() & ann.conductor.session.removed_devices
    assert len(ann.conductor.session.removed_devices) == 2


def test_invites_to_that_seat_let_nobody_in_any_more(devices):
    ann = devices.open(devices.host)
    devices.joined("bo", "bo")
    spare = invite(devices.host, devices.session, "bo")
    ann.conductor.submit("/remove bo")
    assert Invites(devices.host.home, devices.session).find(spare.id) is None


def test_only_the_clocks_owner_removes_somebody_and_nobody_oneself(devices):
    ann = devices.open(devices.host)
    guest, _ = devices.joined("bo", "bo")
    bo = devices.open(guest)
    devices.agree(ann, bo)
    with pytest.raises(Refusal, match="Ann Lee has the clock, and only they remove somebody"):
        bo.conductor.submit("/remove ann")
    with pytest.raises(Refusal, match="can't remove yourself"):
        ann.conductor.submit("/remove ann")
    with pytest.raises(Refusal, match="the letter of a device"):
        ann.conductor.submit("/remove")


def test_a_device_that_was_removed_takes_part_again_once_it_has_erased_what_it_had(either):
    ann = either.open(either.host)
    guest, _ = either.joined("bo", "bo")
    bo = either.open(guest, "bo")
    either.agree(ann, bo)
    ann.conductor.submit("/remove bo")
    either.until(lambda: bo.shared.is_removed)
    either.leave()
    ann = either.open(either.host)
    with pytest.raises(WrongRequest, match="taken off the panel"):
        either.joined("bo", "bo")
    erase_session(guest, either.session)
    _, admitted = either.joined("bo", "bo")
    assert admitted.name == "Bo Chen"


def test_who_was_away_when_they_were_removed_hears_why_at_the_next_try_by_either_way(either):
    ann = either.open(either.host)
    guest, _ = either.joined("bo", "bo")
    ann.conductor.submit("/remove bo")
    ann.conductor.submit("what is said since")
    either.until(lambda: ann.shared.state().unsent == 0)
    bo = either.open(guest)
    either.until(lambda: TAKEN_OFF in bo.shared.told)
    assert bo.shared.is_removed
    assert "what is said since" not in [note.text for note in bo.conductor.session.notes.values()]
