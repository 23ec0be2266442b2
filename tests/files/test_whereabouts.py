"""Who else may come by what is kept in a folder is told: other users, a network, a program that copies it."""

import os
from pathlib import Path

import pytest

from facilitator.files import whereabouts
from facilitator.files.whereabouts import who_else

MOUNTED = """\
22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
40 22 0:40 / {place} rw,relatime shared:1 - {kind} server:/export rw
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "the data"
    folder.mkdir(mode=0o700)
    return folder


def mounted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str, place: Path) -> None:
    (tmp_path / "mounts").write_text(MOUNTED.format(place=str(place).replace(" ", "\\040"), kind=kind))
    monkeypatch.setattr(whereabouts, "MOUNTS", tmp_path / "mounts")


def test_of_a_private_folder_on_a_disk_there_is_nothing_to_tell(folder: Path):
    (folder / "sessions").mkdir(mode=0o700)
    assert list(who_else(folder, folder / "sessions", folder / "not there")) == []


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs"])
def test_a_network_is_told(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str):
    mounted(monkeypatch, tmp_path, kind, folder)
    [said] = who_else(folder)
    assert kind in said
    assert "two devices at once" in said


def test_what_is_mounted_elsewhere_is_no_matter(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    mounted(monkeypatch, tmp_path, "nfs4", folder / "within")
    assert list(who_else(folder)) == []


def test_a_system_that_does_not_tell_is_believed(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(whereabouts, "MOUNTS", tmp_path / "none")
    assert list(who_else(folder)) == []


@pytest.mark.parametrize(
    ("name", "by"), [("Dropbox (Acme)", "Dropbox"), ("OneDrive - Acme", "OneDrive"), ("Google Drive", "Google Drive")]
)
def test_a_folder_that_is_synced_is_known_by_its_name(tmp_path: Path, name: str, by: str):
    folder = tmp_path / name / "facilitator"
    folder.mkdir(parents=True)
    [said] = who_else(folder)
    assert f"is synced by {by}" in said


def test_and_by_what_is_at_its_top(folder: Path, tmp_path: Path):
    (tmp_path / ".stfolder").mkdir()
    [said] = who_else(folder)
    assert "is synced by Syncthing" in said


def test_another_owner_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch):
    owner = folder.stat().st_uid
    monkeypatch.setattr(os, "getuid", lambda: owner + 1)
    [said] = who_else(folder)
    assert f"belongs to another user ({owner})" in said


def test_a_part_that_stays_open_is_told(folder: Path):
    (folder / "sessions").mkdir(mode=0o755)
    [said] = who_else(folder, folder / "sessions")
    assert "sessions is open to other users" in said


def test_what_the_system_tells_in_another_form_is_passed_over(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "mounts").write_text(f"22 1 - nfs4\n22 1 254:0 / {tmp_path}\n")
    monkeypatch.setattr(whereabouts, "MOUNTS", tmp_path / "mounts")
    assert list(who_else(folder)) == []


@pytest.mark.parametrize(("mode", "is_told"), [(0o755, False), (0o775, True), (0o777, True), (0o1777, False)])
def test_a_folder_that_others_can_change_is_told(folder: Path, mode: int, is_told: bool):
    folder.chmod(mode)
    assert any(f"chmod go-w {folder}" in said for said in who_else(folder)) == is_told
