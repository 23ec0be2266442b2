"""Cues: they are given when they are due, they know the facts, and one that fails harms nothing and is told once."""

import json
import re
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from facilitator.delivery import cues as module
from facilitator.delivery.cues import Cues, facts
from facilitator.domain.time.alerts import Moment
from tests.domain.interviews import Room, agenda, part

PROJECT = Path(__file__).resolve().parents[2]
PLACE = "/home/ann/config.toml"
PLAN = agenda(part("Talk", "10m"), part("Closing", "10m"))
RINGING = agenda(part("Talk", "10m"), part("Closing", "10m"), bell=True)

Make = Callable[[str, str], Path]


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Makes a program of the user's by name and text."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")

    def make(name: str, text: str) -> Path:
        (folder / name).write_text(f"#!/bin/sh\n{text}\n")
        (folder / name).chmod(0o700)
        return folder / name

    return make


def room(plan: Any = PLAN) -> Room:
    return Room(plan, "0:00 /start")


def look(cues: Cues, there: Room, since: str, now: str, before: Room | None = None) -> module.Cued:
    return cues((before or there).session, there.session, there.at(since), there.at(now))


def trouble(cues: Cues, there: Room) -> str:
    """What is told next, once a cue has ended."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if said := look(cues, there, "0:00", "0:00").trouble:
            return said
        time.sleep(0.01)
    return ""


def written(path: Path) -> str:
    """What a program has written, once it has."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not (path.exists() and path.read_text().endswith("\n")):
        time.sleep(0.01)
    return path.read_text()


def test_without_settings_the_agendas_bell_rings_as_ever():
    assert look(Cues({}, PLACE), room(RINGING), "7:59", "8:00").rings
    assert not look(Cues({}, PLACE), room(RINGING), "8:00", "8:01").rings
    assert not look(Cues({}, PLACE), room(), "7:59", "8:00").rings


def test_a_cue_of_its_own_takes_the_place_of_the_bell():
    cues = Cues({"warning": ("none",)}, PLACE)
    assert not look(cues, room(RINGING), "7:59", "8:00").rings
    assert look(cues, room(RINGING), "8:59", "9:00").rings


def test_a_bell_may_ring_where_none_would():
    there = Room(PLAN, "0:00 /start\n5:00 /next")
    assert look(Cues({"segment": ("bell",)}, PLACE), there, "4:59", "5:00", before=room()).rings
    assert not look(Cues({}, PLACE), Room(RINGING, "0:00 /start\n5:00 /next"), "4:59", "5:00", before=room()).rings


def test_a_command_is_told_the_facts(program: Make, tmp_path: Path):
    program("tell-me", f"cat > {tmp_path}/told.part; mv {tmp_path}/told.part {tmp_path}/told")
    look(Cues({"danger": ("tell-me",)}, PLACE), room(), "8:59", "9:00")
    told = json.loads(written(tmp_path / "told"))
    assert told["cue"] == "danger"
    assert told["segment"]["title"] == "Talk"
    assert (told["segment"]["number"], told["segment"]["remaining_seconds"]) == (1, 60)


def test_the_facts_of_the_end_have_no_segment():
    there = Room(PLAN, "0:00 /start\n5:00 /end")
    told = json.loads(facts(there.session, Moment.END, there.at("5:00")))
    assert told["segment"] is None
    assert (told["cue"], told["elapsed_seconds"], told["over_seconds"]) == ("end", 300, -900)
    assert told["at"].endswith("Z")
    assert set(told) == {
        "cue", "at", "session", "title", "candidate", "elapsed_seconds", "over_seconds", "segment"
    }  # fmt: skip


def test_the_facts_are_as_the_reference_says():
    (example,) = re.findall(r"```json\n(.*?)```", (PROJECT / "docs/reference.md").read_text("utf-8"), re.DOTALL)
    there = room()
    told, shown = json.loads(facts(there.session, Moment.DANGER, there.at("9:00"))), json.loads(example)
    assert list(told) == list(shown)
    assert list(told["segment"]) == list(shown["segment"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("exit 4", "The cue at danger: “odd” failed: it ended with 4."),
        ("sleep 60", "The cue at danger: “odd” failed: it did not end within 0.2 s."),
    ],
)
def test_one_that_fails_or_hangs_holds_up_nobody_and_is_told_once_with_its_place(program: Make, text: str, said: str):
    program("odd", text)
    cues = Cues({"danger": ("odd",)}, PLACE, limit_seconds=0.2)
    there = room()
    told = look(cues, there, "8:59", "9:00").trouble or trouble(cues, there)
    assert told == f"{said} Change it under [cues] in {PLACE}."
    look(cues, there, "8:59", "9:00")
    for thread in threading.enumerate():
        if thread.name.startswith("cue "):
            thread.join()
    assert look(cues, there, "0:00", "0:00").trouble == ""


def test_one_that_is_not_there_is_told_before_it_is_due(program: Make):
    there = room()
    cues = Cues({"end": ("none-such", "-x"), "danger": ("bell",)}, PLACE)
    said = f"The cue at end: there is no program “none-such”. Change it under [cues] in {PLACE}."
    assert look(cues, there, "0:00", "0:00").trouble == said
    assert look(cues, there, "0:00", "0:00").trouble == ""


def test_one_that_has_gone_since_is_told_like_one_that_was_never_there(program: Make):
    there, path = room(), program("gone", "")
    cues = Cues({"danger": ("gone",)}, PLACE)
    path.unlink()
    said = look(cues, there, "8:59", "9:00").trouble or trouble(cues, there)
    assert "there is no program “gone”" in said


@pytest.mark.parametrize(
    ("platform", "players", "words", "played"),
    [
        ("linux", ["canberra-gtk-play", "paplay"], ("sound",), "canberra-gtk-play -i bell"),
        ("linux", ["paplay"], ("sound", "complete"), "paplay /usr/share/sounds/freedesktop/stereo/complete.oga"),
        ("linux", ["pw-play", "paplay"], ("sound",), "pw-play /usr/share/sounds/freedesktop/stereo/bell.oga"),
        ("darwin", ["afplay"], ("sound",), "afplay /System/Library/Sounds/Glass.aiff"),
        ("darwin", ["afplay"], ("sound", "Ping"), "afplay /System/Library/Sounds/Ping.aiff"),
    ],
)
def test_a_sound_of_the_system_is_played_by_what_the_system_has(
    program: Make,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    platform: str,
    players: list[str],
    words,
    played: str,
):
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    for player in players:
        program(player, f'echo "{player} $*" > {tmp_path}/played')
    monkeypatch.setattr(sys, "platform", platform)
    look(Cues({"danger": words}, PLACE), room(), "8:59", "9:00")
    assert written(tmp_path / "played") == f"{played}\n"


def test_without_anything_to_play_a_sound_it_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "/none")
    assert "there is no program “paplay”" in look(Cues({"danger": ("sound",)}, PLACE), room(), "0:00", "0:00").trouble
