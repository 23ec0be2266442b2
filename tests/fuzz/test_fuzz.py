"""The short form of `make fuzz`: no input gives a traceback, and none takes too much time or memory."""

import random

import pytest

from tests.fuzz import kinds
from tests.fuzz.kinds import fuzzed
from tests.fuzz.playing import play

RUNS = {
    "yaml": 900,
    "json": 1500,
    "journals": 700,
    "imports": 1000,
    "exports": 40,
    "guides": 50,
    "invitations": 50,
    "packets": 760,
}
"""How many seeds of each kind are played; of exports each is a session in every format. Guides have
a test of their own."""


@pytest.mark.parametrize("kind", kinds.kinds())
def test_no_input_is_too_much(kind: str):
    played = play(kind, range(RUNS.get(kind, 500)))
    assert not played.faults
    assert played.runs >= RUNS.get(kind, 500)


@pytest.fixture
def of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    kinds.kinds()
    monkeypatch.setattr(kinds, "_KINDS", dict(kinds._KINDS))


def test_a_traceback_is_found_with_its_seed(of_its_own: None):
    @fuzzed("wrong")
    def wrong(chance: random.Random) -> int:
        if chance.random() < 0.1:
            raise LookupError("it is nowhere")
        return 1

    played = play("wrong", range(30))
    assert played.faults
    assert all("LookupError: it is nowhere" in fault for fault in played.faults.values())
    assert played.runs + len(played.faults) == 30


def test_what_takes_too_long_or_too_much_is_found(of_its_own: None, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tests.fuzz.playing.SECONDS", 0.05)

    @fuzzed("slow")
    def slow(chance: random.Random) -> int:
        while True:
            chance.random()

    @fuzzed("large")
    def large(chance: random.Random) -> int:
        return len(bytearray(300 << 20))

    assert "TooLong" in play("slow", range(1)).faults[0]
    assert "MemoryError" in play("large", range(1)).faults[0]
