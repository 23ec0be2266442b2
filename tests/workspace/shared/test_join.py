"""Joining keeps the whole session on this device, once, whatever stops either of the two on the way."""

import errno
from pathlib import Path
from threading import Thread

import pytest

from facilitator.files import durable
from facilitator.files.durable import StorageError
from facilitator.storage.invites import GuestKeys
from facilitator.workspace.errors import WrongRequest
from facilitator.workspace.shared import join as joining
from facilitator.workspace.shared.inviting import invite
from facilitator.workspace.shared.join import join, read_invite


def quietly(why: str) -> None:
    pass


def test_both_see_the_same_four_words(either):
    ann = either.open(either.host)
    _, admitted = either.joined("bo", "bo")
    assert admitted.name == "Bo Chen"
    assert admitted.words in ann.shared.told[-1]
    assert ann.shared.state().words[list(ann.conductor.session.devices)[1]] == admitted.words


def test_an_invite_that_was_used_is_refused_on_another_device(either):
    ann = either.open(either.host)
    guest, made = either.workspace("bo"), invite(either.host, either.session, "bo")
    either.while_it_runs(lambda: join(guest, made, either.folder, quietly))
    with pytest.raises(WrongRequest, match="used on another device"):
        either.while_it_runs(lambda: join(either.workspace("thief"), made, either.folder, quietly))
    either.until(lambda: any("Somebody else has tried to use Bo Chen's invite" in said for said in ann.shared.told))
    assert either.workspace("thief").home.session_ids() == []


def test_whoever_was_killed_after_asking_asks_again_as_the_same_device(either, monkeypatch):
    ann = either.open(either.host)
    guest, made = either.workspace("bo"), invite(either.host, either.session, "bo")
    keep = joining._keep
    monkeypatch.setattr(joining, "_keep", lambda *given: (_ for _ in ()).throw(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        either.while_it_runs(lambda: join(guest, made, either.folder, quietly))
    monkeypatch.setattr(joining, "_keep", keep)
    either.while_it_runs(lambda: join(guest, made, either.folder, quietly))
    assert len(ann.conductor.session.devices) == 2
    assert guest.home.session_ids() == [either.session]
    assert not (guest.home.joining / f"{made.id}.keys").exists()


def test_a_host_that_was_killed_before_it_had_answered_answers_later(either):
    guest, made = either.workspace("bo"), invite(either.host, either.session, "bo")
    waits: list[str] = []

    thread = Thread(target=join, args=(guest, made, either.folder, waits.append), daemon=True)
    thread.start()
    either.until(lambda: bool(waits))
    either.open(either.host)
    either.until(lambda: not thread.is_alive())
    assert guest.home.session_ids() == [either.session]


def test_on_a_full_disk_nothing_is_half_joined_and_the_invite_still_counts(devices, monkeypatch):
    devices.open(devices.host)
    guest, made = devices.workspace("bo"), invite(devices.host, devices.session, "bo")
    GuestKeys(guest.home, made.id).load_or_make()
    write_all = durable.write_all

    def full(descriptor: int, data: bytes) -> None:
        if Path(f"/proc/self/fd/{descriptor}").readlink().is_relative_to(guest.home.root):
            raise OSError(errno.ENOSPC, "no space")
        write_all(descriptor, data)

    monkeypatch.setattr(durable, "write_all", full)
    with pytest.raises(StorageError, match="disk is full"):
        devices.while_it_runs(lambda: join(guest, made, devices.folder, quietly))
    monkeypatch.undo()
    assert not guest.home.path(devices.session, "journal").exists()
    devices.while_it_runs(lambda: join(guest, made, devices.folder, quietly))
    assert guest.read(devices.session)[0].id == devices.session


def test_it_isnt_joined_twice_on_one_device(devices):
    devices.open(devices.host)
    with pytest.raises(WrongRequest, match="already on this device"):
        devices.while_it_runs(
            lambda: join(devices.host, invite(devices.host, devices.session, "bo"), devices.folder, quietly)
        )


def test_what_is_no_invite_is_told():
    with pytest.raises(WrongRequest, match="That isn't an invite"):
        read_invite("a password")
